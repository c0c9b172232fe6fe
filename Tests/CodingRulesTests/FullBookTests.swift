import StrictJSON
import Testing

@testable import CodingRules

/// Output of rare features: announced and unconfirmed codes, ranges and choices, open editions.
struct FullBookTests {
  static let style = TextStyle(width: 80, isColored: false)

  static func view(_ book: RuleBook, _ topic: String, _ answers: Answers, on day: String) throws -> AdviceView
  {
    let topic = try #require(book.topic(topic))
    return AdviceView(try topic.advice(answers, on: day, by: book), topic: topic, command: [])
  }

  /// The advice on a poured cast in a book with one text replaced.
  @Test(
    arguments: [
      (("edition.json", "\"confirmed\": \"full\", ", ""), "Nobody has confirmed these rules for Full yet."),
      (
        (
          "codes.json",
          "\"label\": \"Cast\", \"life\": { \"sources\": [\"guide 1\"] }, \"confirmed\": \"full 2026-01-01\"",
          "\"label\": \"Cast\", \"life\": { \"sources\": [\"guide 1\"] }"
        ), "Not confirmed for Full: D0470. Check these before you report."
      ),
      (
        (
          "codes.json", "\"label\": \"Cast\", \"life\": { \"sources\"",
          "\"label\": \"Cast\", \"life\": { \"until\": \"2025-12-31\", \"replacedBy\": [], \"sources\""
        ), "D0470 ended on 2025-12-31."
      ),
    ] as [(ModifiedBook.Change, String)])
  func adviceOnAPouredCast(_ change: ModifiedBook.Change, says: String) throws {
    let book = try ModifiedBook.full(change)
    let view = try Self.view(book, "cast", ["purpose": "study", "made": "poured"], on: "2026-03-02")
    #expect(view.screen(Self.style, hint: .flags).contains(says), "\(view.screen(Self.style, hint: .flags))")
    #expect(view.chartNote(Self.style).contains("D0470"))
    #expect(!view.section(.sources, Self.style).isEmpty)
  }

  /// A code that ended without a replacement or fallback, one with a replacement, and a device.
  @Test func unconfirmedAndUnreplacedCodes() throws {
    let life = "\"label\": \"Cast\", \"life\": { \"sources\""
    let ended = try ModifiedBook.full(
      ("codes.json", life, life.replacing("{ ", with: "{ \"until\": \"2025-12-31\", \"replacedBy\": [], ")),
      ("edition.json", "\"for\": \"D0\"", "\"for\": \"D9\""))
    let cast = try Self.view(ended, "cast", ["purpose": "study", "made": "poured"], on: "2026-03-02")
    #expect(cast.screen(Self.style, hint: .flags).contains("No code was in force in its place."))
    #expect(cast.chartNote(Self.style).contains("D0470 was not in force on 2026-03-02."))
    let old = try ModifiedBook.full(("topics/cast.json", ", \"before\": \"D0801\"", ""))
    let picture = try Self.view(old, "cast", ["purpose": "old"], on: "2026-03-02")
    #expect(
      picture.screen(Self.style, hint: .flags).contains(
        "D0351 ended on 2022-12-31. Check whether a code of"))
    let guarded = try ModifiedBook.full(
      (
        "devices.json",
        "\"2019-01-01\": \"D9944-D9946\" }, \"because\": \"A step.\", \"sources\": [\"guide 2\"],\n      \"confirmed\": \"full 2026-01-01\"",
        "\"2019-01-01\": \"D9944-D9946\" }, \"because\": \"A step.\", \"sources\": [\"guide 2\"]"
      ))
    let device = try Self.view(guarded, "cast", ["purpose": "guard"], on: "2026-03-02")
    #expect(device.screen(Self.style, hint: .flags).contains("Not confirmed for Full: guard."))
  }

  @Test func cardsAreColored() throws {
    let book = try ModifiedBook.full()
    let cards = ["D0470", "D0801"].compactMap(book.card)
    let colored = TextStyle(width: 80, isColored: true)
    #expect(
      !book.text(cards, colored).contains("\u{1B}") && book.text([cards[0]], colored).contains("\u{1B}[1m"))
  }

  /// A book without a first and a last day works.
  @Test func anEditionMayBeOpen() throws {
    let book = try ModifiedBook.full(
      ("edition.json", "\"from\": \"2015-01-01\", \"through\": \"2026-12-31\", ", ""))
    #expect(Quiz(book, seed: 1, count: 3).questions.isEmpty)
    let conclusion = Conclusion(topic: book.mainTopic, steps: [])
    #expect(conclusion.daysOfChange(in: book.edition).map(\.description) == ["1970-01-01"])
    let response = String(decoding: PageSession(book).respond(to: "{}".utf8), as: UTF8.self)
    #expect(response.contains("on=2026-01-01"))
    let day = try #require(CalendarDay("1960-01-01"))
    let view = try Self.view(book, "cast", ["purpose": "study", "made": "poured"], on: "\(day)")
    #expect(view.basis.isReviewed)
  }

  @Test func adviceWithoutStepsOrSourcesSaysSo() throws {
    let book = try ModifiedBook.full()
    let day = try #require(CalendarDay("2026-03-02"))
    let advice = Conclusion(topic: book.mainTopic, steps: []).advice(on: day, by: book)
    let view = AdviceView(advice, topic: book.mainTopic, command: [])
    #expect(view.section(.why, Self.style).contains("No question was asked."))
    #expect(view.section(.sources, Self.style).contains("Nothing was cited."))
  }

  @Test func examplesBelongToTheTopicsOfTheBook() throws {
    let book = try ModifiedBook.full()
    #expect(book.examples(of: book.mainTopic).count == 4)
    #expect(book.examples(of: RuleBook.standard.mainTopic).isEmpty)
  }

  /// A case with an open question is not used in quizzes and lessons; `check` reports it.
  @Test func unfinishedCasesAreLeftOut() throws {
    let book = try ModifiedBook.full(
      ("cases.json", "\"purpose\": \"study\", \"made\": \"scanned\"", "\"purpose\": \"study\""))
    let worked = try #require(book.workedCase("scan"))
    #expect(
      Lesson(worked, by: book).pages.count
        < Lesson(try #require(ModifiedBook.full().workedCase("scan")), by: book).pages.count)
    #expect(Quiz(book, seed: 1, count: 50).questions.filter { $0.details.contains("scan") }.count == 1)
  }

  @Test func findingsAreReportedWithAndWithoutALocation() throws {
    let findings = [
      Finding("b", file: "a.json"),
      Finding("c", file: "b.json", severity: .warning),
      Finding("a", file: "b.json", path: "[0]"),
    ]
    let report = CheckReport(findings)
    #expect(report.text.contains("(warning)\n"))
    #expect(report.text.hasSuffix("2 errors, 1 warning\n"))
    let json = String(decoding: report.json.bytes(.compact), as: UTF8.self)
    #expect(json.contains("\"line\":null,\"column\":null") && json.contains("\"coverage\":null"))
    #expect(findings.bounded(by: 1).map(\.description).last?.contains("and 2 more") == true)
    #expect([Finding.Severity.warning, .error].sorted() == [.error, .warning])
    #expect(Source.Weight.allCases.reversed().sorted() == Source.Weight.allCases)
  }

  @Test func filesThatAreNotJSONAreReported() throws {
    for path in ["audit.json", "phrases.json", "sentences.json"] {
      var files = try ModifiedBook.files("full")
      files[path] = Array("{".utf8)
      #expect(ModifiedBook.findings(files).map(\.file).contains(path))
    }
    #expect(RuleFiles.embedded.bytes(of: "nothing.json").isEmpty)
  }
}
