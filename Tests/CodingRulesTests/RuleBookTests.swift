import CodingRules
import Foundation
import StrictJSON
import TestSupport
import Testing

/// The standard book as shipped.
struct RuleBookTests {
  static let book = RuleBook.standard

  @Test func everyCheckPasses() {
    #expect(Self.book.check().map(\.description) == [])
  }

  @Test func everyAnswerIsExercised() {
    let coverage = Self.book.coverage
    #expect(coverage.exercised == coverage.total)
    #expect(coverage.total > 100)
  }

  @Test func theFolderIsFreeOfErrorsAndGivesTheSameBook() throws {
    let folder = try RuleBook(folder: TestFiles.package.appendingPathComponent("rules/cdt-2026").path)
    #expect(folder.check() == [])
    #expect(folder.edition == Self.book.edition)
    #expect(folder.sources == Self.book.sources)
    #expect(folder.cards == Self.book.cards)
    #expect(folder.devices == Self.book.devices)
    #expect(folder.topics.map(\.questions) == Self.book.topics.map(\.questions))
  }

  @Test func everyFileBelowRulesIsEmbedded() throws {
    let list = TestFiles.package.appendingPathComponent("Sources/EmbeddedFiles/EmbeddedFiles.cpp")
    let embedding = try String(contentsOf: list, encoding: .utf8)
    let folder = TestFiles.package.appendingPathComponent("rules").path
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
    #expect(files.count > 40)
    for file in files {
      #expect(embedding.contains("#embed \"../../rules/\(file)\""), "\(file)")
      #expect(embedding.contains("FILE(\"\(file)\","), "\(file)")
    }
  }

  /// The indexer of embedded files is separate code, so its result is compared with the parser's.
  @Test(arguments: BundledFiles.paths(in: ""))
  func embeddedFilesAreIndexedAsOthers(_ path: String) throws {
    let bytes = try #require(BundledFiles.bytes(of: path))
    let embedded = try #require(BundledFiles.document(path)).root
    #expect(offsets(in: embedded) == offsets(in: try JSONDocument(bytes).root))
  }

  private func offsets(in value: JSONValue) -> [Int] {
    let keys = value.members?.flatMap { [$0.name.offset] + offsets(in: $0.value) } ?? []
    return [value.offset] + keys + value.list.flatMap(offsets)
  }

  @Test(arguments: book.topics.flatMap { topic in book.examples(of: topic).indices.map { (topic.id, $0) } })
  func exampleHasItsExpectedAdvice(_ topic: String, _ index: Int) throws {
    let topic = try #require(Self.book.topic(topic))
    let example = Self.book.examples(of: topic)[index]
    #expect(topic.failures(of: example, by: Self.book) == [], "\(example.text)")
  }

  @Test func everyStatementOfACardNamesItsSources() {
    for card in Self.book.cards {
      let statements =
        card.checklist + card.questions.map(\.answer)
        + [card.chartNote, card.byReport, card.limits?.statement].compactMap(\.self)
      #expect(statements.allSatisfy { !$0.sources.isEmpty || $0.evidence.isDerived }, "\(card.code.id)")
    }
  }
}
