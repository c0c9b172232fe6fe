import Testing

@testable import CodingRules

/// Values and texts of the library, as tables of cases.
struct ValuesTests {
  @Test(arguments: [
    ("2024-02-29", 1, "2025-03-01"), ("2024-02-28", 1, "2025-03-01"), ("2024", 2, "2027-01-01"),
    ("9998", 2, nil),
    ("9999-02-28", 0, "9999-03-01"),
  ])
  func datesGrowOld(_ text: String, _ years: Int, _ first: String?) throws {
    let date = try #require(PartialDate(text))
    #expect(date.firstDay(afterYears: years)?.description == first)
    let last = try #require(CalendarDay("9999-12-31"))
    #expect(date.isOlder(thanYears: years, on: last) == (first != nil))
  }

  @Test(arguments: [
    ("2026-01-31", "2026-01-31"), ("1/31/26", "2026-01-31"), ("01-31-2026", "2026-01-31"),
    ("1-31-26", nil), ("31-01-2026", nil), ("2026-1-31", nil), ("0001-01-01", "0001-01-01"),
    ("1/31-2026", nil), ("1/31/2026/5", nil),
    ("1.31.2026", nil),
  ])
  func daysOfTables(_ text: String, _ day: String?) {
    #expect(CalendarDay(tableText: Array(text.utf8).span)?.description == day)
  }

  @Test(arguments: [
    (" D0470 ", "D0470"), ("d0470", "D0470"), ("00100", "00100"), ("-0470", nil), ("D04700", nil),
    ("D047O", nil), ("", nil),
  ])
  func codesOfClaims(_ text: String, _ code: String?) {
    #expect(ClaimCode(text)?.description == code)
  }

  @Test func wordsAndAnswersKeepTheLast() {
    let words: Words = ["b": "1", "a": "2", "b": "3"]
    #expect(words.fields.map { $0 + (words[$0] ?? "") } == ["a2", "b3"])
    let answers: Answers = ["b": "1", "b": "2"]
    #expect(answers["b"] == "2")
    var none = answers
    none["b"] = nil
    none["c"] = nil
    #expect(none == [:])
  }

  /// Steps with the same question and answer are equal, with or without indexed names.
  @Test func stepsAreCompared() throws {
    let topic = RuleBook.standard.mainTopic
    let ready = topic.withIndexedNames
    let steps = [topic, ready].map { Step(question: $0.questions[0], answer: $0.questions[0].answers[0]) }
    #expect(ready.questions == ready.withIndexedNames.questions)
    #expect(Set([steps[0], steps[0]]).count == 1)
    #expect(Set([steps[1], steps[1]]).count == 1)
  }

  @Test(arguments: [("CBCT scan", "CBCT scan"), ("Cast", "cast"), ("A", "a"), ("", "")])
  func firstLetterInASentence(_ text: String, _ lower: String) {
    #expect(text.lowercasedFirst == lower)
  }

  @Test(arguments: [("\u{301}", 0), ("a", 1), ("中", 2), ("\u{1F9B7}", 2), ("\u{200B}", 0), ("", 0)])
  func columnsOfCharacters(_ text: String, _ columns: Int) {
    #expect(displayWidth(text) == columns)
    #expect((textWidth(text, size: 10) == 0) == (columns == 0))
  }

  @Test(arguments: [("a→b", "a->b"), ("2\u{A0}×\u{2009}3", "2 x 3"), ("\u{E000}", "?")])
  func textInASCII(_ text: String, _ plain: String) {
    #expect(TextStrokes.ascii.plain(text) == plain)
  }

  @Test func statementWithoutSources() {
    #expect(Statement(text: "So.", evidence: .none).withPublishers == "So.")
  }

  @Test func runsOfSpacesCollapse() {
    var page = TextPage(TextStyle(width: 40, isColored: false))
    page.paragraph("one   two  ")
    #expect(page.text == "one two\n")
  }

  @Test(arguments: [("a b", "a%20b"), ("\t/~é", "%09%2F%7E%C3%A9")])
  func partsOfLinks(_ text: String, _ encoded: String) {
    #expect(text.percentEncoded == encoded)
    #expect(encoded.percentDecoded == text)
    #expect(
      text.percentEncoded(keeping: "/~") == encoded.replacing("%2F", with: "/").replacing("%7E", with: "~"))
  }

  @Test(arguments: [("", "abc", 3), ("abc", "", 3), ("abc", "acb", 1)])
  func typingMistakes(_ first: String, _ second: String, _ distance: Int) {
    #expect(typingDistance(Array(first.utf8), Array(second.utf8)) == distance)
    for max in 0...distance + 1 {
      let bounded = typingDistance(Array(first.utf8), Array(second.utf8), max: max)
      #expect(max < distance ? bounded > max : bounded == distance)
    }
  }

  /// The text of an audit finding for an open period.
  @Test(arguments: [
    ("\"from\": \"2015-01-01\", ", "The rules were reviewed for dates through 2026-12-31."),
    ("\"through\": \"2026-12-31\", ", "The rules were reviewed for dates from 2015-01-01 on."),
  ])
  func reviewedPeriods(_ bound: String, _ says: String) throws {
    let book = try ModifiedBook.full(("edition.json", bound, ""))
    let found = Self.findings(on: ["2010-01-01", "2031-01-01"], by: book)
    #expect(found.map(\.why).contains(says))
  }

  /// The advice for a code without a replacement, or without a predecessor, is left to the reader.
  @Test func codesWithoutPredecessorOrReplacement() throws {
    let life = "\"label\": \"Cast\", \"life\": { \"sources\""
    let book = try ModifiedBook.full(
      (
        "codes.json", life,
        life.replacing(
          "{ ", with: "{ \"since\": \"2019-01-01\", \"until\": \"2025-12-31\", \"replacedBy\": [], ")
      ))
    let found = Self.findings(on: ["2018-01-01", "2026-01-01"], by: book)
    #expect(
      found.filter { $0.check == "code-not-in-force" }.map(\.action) == [
        "Correct the date, or report the code in force on it.",
        "Report the code in force on the date of service.",
      ])
  }

  /// Audits a line with D0470 on each day.
  private static func findings(on days: [String], by book: RuleBook) -> [AuditFinding] {
    var auditor = Auditor(CompiledAudit(book), known: .all, order: .any)
    for day in days {
      let line = AuditLine(
        code: ClaimCode("D0470"), day: CalendarDay(day), group: 1, position: ClaimPosition(line: 1))
      auditor.add(line, claim: [UInt8]().span)
    }
    return auditor.finish()
  }
}
