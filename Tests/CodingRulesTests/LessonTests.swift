import CodingRules
import Foundation
import Testing

/// Lessons in class and as handouts.
struct LessonTests {
  static let book = RuleBook.standard
  static let style = TextStyle(width: 80, isColored: false)

  static func round(_ id: String) throws -> LessonRound {
    LessonRound(Lesson(try #require(book.workedCase(id)), by: book))
  }

  /// Returns the text of the screen on one line.
  static func words(_ round: LessonRound, _ reply: LessonRound.Reply?) -> String {
    round.screen(after: reply, style, by: book).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: [
    (["study"], "Right: To study the case or plan treatment.", "How was the model captured?"),
    (["1"], "Right: To study", "So far: - What is the model, scan or print for? To study"),
    (["3"], "Here the paths diverge: “Only to show or teach the patient” leads to", "How was the model"),
    ([""], "The answer: To study the case", "How was the model captured?"),
    (["show"], "The answer: To study the case", "How was the model captured?"),
    (
      ["1", "iTero"], "Right: Scanner in the mouth. - D0801: The mouth itself was scanned.",
      "printed from it?"
    ),
    (["1", "back"], "What is the model, scan or print for?", "1 To study"),
    (["back"], "This is the first question.", "What is the model, scan or print for?"),
    (["xyzzy"], "I did not understand “xyzzy”.", "What is the model, scan or print for?"),
    (["1", "scan"], "Which one: ", "How was the model captured?"),
  ])
  func theClassAnswers(_ lines: [String], _ said: String, _ asked: String) throws {
    var round = try Self.round("ortho-records-digital")
    var reply: LessonRound.Reply?
    for line in lines { reply = round.take(line) }
    let words = Self.words(round, reply)
    #expect(words.contains(said), "\(words)")
    #expect(words.contains(asked), "\(words)")
  }

  @Test func helpLeavesTheQuestionOpen() throws {
    var round = try Self.round("ortho-records-digital")
    let before = Self.words(round, nil)
    let reply = round.take("?")
    #expect(caseName(reply) == "help")
    #expect(before.hasSuffix(String(Self.words(round, reply).suffix(60))))
  }

  /// No screen scrolls, for correct or wrong answers.
  @Test(arguments: book.cases.map(\.id), ["", "1", "2"]) func everyScreenFits(
    _ id: String, _ line: String
  ) throws {
    var round = try Self.round(id)
    var reply: LessonRound.Reply?
    while round.page != nil {
      let whole = round.screen(after: reply, Self.style, by: Self.book)
      let screens = round.screens(after: reply, Self.style, by: Self.book)
      if case .step? = round.page { #expect(screens.count == 1) }
      for screen in screens {
        let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.count > 23 { Issue.record("\(lines.count) lines: \(screen)") }
      }
      #expect(screens.joined().filter { $0 != "\n" } == whole.filter { $0 != "\n" })
      if round.isLast { break }
      if case .step? = round.page { reply = round.take(line) } else { reply = round.take("") }
    }
    #expect(round.isLast)
  }

  @Test(arguments: book.cases.map(\.id)) func handoutsHaveAtMostThreePagesAndOneOfSources(
    _ id: String
  ) throws {
    let worked = try #require(Self.book.workedCase(id))
    let text = Lesson(worked, by: Self.book).handout(.text, Self.style, by: Self.book)
    let parts = text.components(separatedBy: "\nSources\n").map { $0.count { $0 == "\n" } }
    #expect(parts.count == 2 && parts[0] <= 3 * 60 && parts[1] <= 60)
  }

  /// Every number in brackets on paper is that of a source listed at its end, with publisher, title and address.
  @Test(arguments: TeachingFormat.allCases) func paperListsItsSources(_ format: TeachingFormat) throws {
    let wide = TextStyle(width: 1000, isColored: false)
    let handouts = Self.book.cases.map { Lesson($0, by: Self.book).handout(format, wide, by: Self.book) }
    let quiz = Quiz(Self.book, seed: 7, count: 40).paper(format, wide, by: Self.book)
    for paper in handouts + [quiz] {
      let parts = paper.replacing("\\", with: "").components(separatedBy: "Sources\n")
      #expect(parts.count == 2)
      let listed = parts[1].split(separator: "\n").filter { $0.contains(#/^[ -]*\[\d+\] /#) }
      let cited = parts[0].matches(of: #/\[(\d+)[^\]]*\]/#).compactMap { Int($0.1) }
      #expect(cited.allSatisfy { 1...listed.count ~= $0 } && (cited.max() ?? 0) > 0)
      for line in listed {
        let source = try #require(Self.book.sources.first { line.contains("; \($0.id))") })
        #expect(line.contains("\(source.publisher): \(source.title)"))
        #expect(source.address.map { line.hasSuffix("<\($0)>") } ?? true)
      }
    }
  }

  @Test func shortCasesAreListedFirst() {
    let cases = Self.book.casesByLength
    let lengths = cases.map { $0.variants.map(\.visit.services.count).max() ?? 0 }
    #expect(lengths == lengths.sorted())
    #expect(Set(cases.map(\.id)) == Set(Self.book.cases.map(\.id)))
  }
}
