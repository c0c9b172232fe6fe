import Testing

@testable import CodingRules

/// The format of rule files: the sound test book with changes.
struct FormatTests {
  /// Returns the sound book with texts in its files replaced.
  func book(_ changes: [ModifiedBook.Change]) throws -> RuleBook { try ModifiedBook.book("sound", changes) }

  func advice(_ book: RuleBook, _ answers: Answers, on day: String) throws -> Advice {
    try book.mainTopic.advice(answers, on: day, by: book)
  }

  static let poured: Answers = ["purpose": "study", "made": "poured"]
  private static let reason = #""because": "It was poured.", "sources": ["guide"]"#

  @Test func useMergesSharedEntries() throws {
    let shared = """
      { "statements": [ { "id": "poured", "say": "Poured.", "sources": ["guide p. 1"] } ],
        "questions": [ { "id": "made", "ask": "How?", "lookIn": "The lab slip.", "answers": [
          { "id": "poured", "label": "Poured in stone", "also": ["stone"],
            "notes": [{ "kind": "do", "say": "First.", "sources": ["guide"] }] },
          { "id": "scanned", "label": "Scanned" } ] } ] }
      """
    let book = try book([
      ("shared.json", "{}", shared), ("topics/cast.json", Self.reason, #""use": "poured""#),
      ("topics/cast.json", #""id": "made", "ask": "How was it made?""#, #""use": "made""#),
      (
        "topics/cast.json", #""id": "poured", "label": "Poured","#,
        #""use": "poured", "also": ["plaster"], "notes": [{ "kind": "do", "say": "Then.", "sources": ["guide"] }],"#
      ),
      ("topics/cast.json", #""report": ["D0470"] }"#, #""report": ["D0470"], "notes": "do do" }"#),
    ])
    let question = book.mainTopic.questions[1]
    #expect(question.ask == "How?")
    #expect(question.lookIn == "The lab slip.")
    #expect(question.answers[0].label == "Poured in stone")
    #expect(question.answers[0].also == ["stone", "plaster"])
    let advice = try advice(book, Self.poured, on: "2026-01-01")
    #expect(advice.notes.map(\.value.statement.text) == ["First.", "Then."])
    #expect(advice.report[0].value.reason.text == "Poured.")
    #expect(advice.report[0].value.reason.evidence.citations[0].at == "p. 1")
    #expect(book.check() == [])
  }

  @Test(arguments: [("2025-12-31", false), ("2026-01-01", true)])
  func payerRuleBecomesOld(_ text: String, isOld: Bool) throws {
    let day = try #require(CalendarDay(text))
    let date = PayerDate(asOf: Deferred(PartialDate("2023")), confirmation: .confirmed)
    #expect(date.isOld(on: day) == isOld)
    let statement = Statement(text: "Pays.", evidence: .none, payerDate: date)
    #expect(statement.text(on: day).contains("As of 2023") == isOld)
  }

  /// Codes: D0110 always, D0120 until 2018, D0130 from 2019, D0140 from 2024; D0100 and D0150 are not
  /// in the book.
  @Test(arguments: [
    ("D0110-D0140", "2018-12-31", "D0110-D0120"), ("D0110-D0140", "2019-01-01", "D0110 D0130"),
    ("D0110-D0140", "2024-01-01", "D0110 D0130-D0140"), ("D0130-D0140", "2018-12-31", ""),
    ("D0100-D0110", "2018-12-31", "D0100-D0110"), ("D0150-D0160", "2018-12-31", "D0150-D0160"),
  ])
  func rangesAreReducedToCodesInForce(_ range: String, on day: String, codes: String) throws {
    let known = [
      GatheringTests.code("D0110"), GatheringTests.code("D0120", until: "2018-12-31"),
      GatheringTests.code("D0130", since: "2019-01-01"), GatheringTests.code("D0140", since: "2024-01-01"),
    ]
    let found = try #require(CodeRange(range)).inForce(known, on: #require(CalendarDay(day)))
    #expect(found.map(\.description).joined(separator: " ") == codes)
  }

  @Test(arguments: [("2026-12-31", []), ("2027-01-01", ["New codes."])])
  func announcementsAreShownFromTheirDay(_ day: String, said: [String]) throws {
    let announced = """
      "announced": [ { "from": "2027-01-01", "codes": ["D0470"], "say": "New codes.", "sources": ["guide"] },
        { "from": "2027-01-01", "codes": ["D0801"], "say": "Others.", "sources": ["guide"] } ], "notice"
      """
    let book = try book([("edition.json", "\"notice\"", announced)])
    #expect(try advice(book, Self.poured, on: day).announced.map(\.text) == said)
  }

  @Test(arguments: [
    ("2026", "2026-12-31"), ("2024-02", "2024-02-29"), ("2025-02", "2025-02-28"),
    ("2026-01-31", "2026-01-31"),
    ("26", nil), ("2026-13", nil), ("2026-02-30", nil), ("2026-1", nil), ("2026-01-3", nil),
  ])
  func partialDates(_ text: String, last: String?) {
    #expect(PartialDate(text)?.lastDay.description == last)
  }

  @Test(arguments: [
    ("D9940 until 2018-12-31", true), ("D9944-D9946 since 2019-01-01", true), ("D0140", true),
    ("D6110-D6117 since 2015-01-01 until 2020-12-31", true), ("D9940 until", false),
    ("D9940 since 2019", false),
    ("D9940  until 2018-12-31", false), ("D9940 until 2018-12-31 since 2015-01-01", false), ("", false),
  ])
  func datedRanges(_ text: String, isOne: Bool) {
    #expect(DatedRange(text)?.description == (isOne ? text : nil))
  }
}
