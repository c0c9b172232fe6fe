import Testing

@testable import CodingRules

/// Confirmed entries, and dates that effects take from codes.
struct ConfirmedAndDatedTests {
  private let tests = FormatTests()

  @Test(arguments: [
    ("tiny 2026-01-01", []), ("tiny 2026-01-01 no", ["D0470"]), ("old 2025-01-01", ["D0470"]),
  ])
  func unconfirmedEntriesAreNamed(_ confirmed: String, named: [String]) throws {
    let entry = #""Cast", "life": { "sources": ["guide"] }, "confirmed": ""#
    let book = try tests.book([("codes.json", entry + "tiny 2026-01-01", entry + confirmed)])
    let advice = try tests.advice(book, FormatTests.poured, on: "2026-01-01")
    #expect(advice.unconfirmed == named)
    #expect(advice.unreviewed == named)
    #expect(advice.basis.warning == nil)
    #expect(book.check().isEmpty == !confirmed.hasPrefix("old"))
  }

  @Test func unconfirmedEditionIsNotReviewed() throws {
    let book = try tests.book([("edition.json", #""confirmed": "tiny""#, #""confirmed": "old""#)])
    #expect(!book.edition.isConfirmed)
  }

  @Test(arguments: [
    (CodingRules.Confirmation.confirmed, "Pays."),
    (.notFound, "Pays. (As of 2026. Nobody has confirmed it since.)"),
    (.missing, "Pays. (As of 2026. Nobody has confirmed it since.)"),
  ])
  func payerRuleShowsWhetherItWasConfirmed(_ confirmation: CodingRules.Confirmation, text: String) throws {
    let date = PayerDate(asOf: Deferred(PartialDate("2026")), confirmation: confirmation)
    let statement = Statement(text: "Pays.", evidence: .none, payerDate: date)
    #expect(statement.text(on: try #require(CalendarDay("2026-05-01"))) == text)
  }

  @Test(arguments: [
    (#""while": "D0801""#, "2022-12-31", false), (#""while": "D0801""#, "2023-01-01", true),
    (#""before": "D0801""#, "2022-12-31", true), (#""before": "D0801""#, "2023-01-01", false),
    (#""after": "D0350""#, "2021-12-31", false), (#""after": "D0350""#, "2022-01-01", true),
    (#""while": "D0120", "before": "D0801""#, "2020-12-31", false),
    (#""while": "D0120", "before": "D0801""#, "2022-12-31", true),
    (#""while": "D0120", "before": "D0801""#, "2023-01-01", false),
  ])
  func effectsTakeTheirDatesFromCodes(_ dates: String, on day: String, holds: Bool) throws {
    let codes = """
      [
        { "code": "D0350", "system": "CDT", "label": "Photograph",
          "life": { "until": "2021-12-31", "replacedBy": [], "sources": ["guide"] } },
        { "code": "D0120", "system": "CDT", "label": "Checkup",
          "life": { "since": "2021-01-01", "sources": ["guide"] } },
      """
    let reported = #""because": "It was poured.", "sources": ["guide"] }]"#
    let note = #", "notes": [{ "kind": "do", \#(dates), "say": "new", "sources": ["guide"] }]"#
    let book = try tests.book([
      ("codes.json", "[\n", codes + "\n"), ("topics/cast.json", reported, reported + note),
    ])
    let advice = try tests.advice(book, FormatTests.poured, on: day)
    #expect(advice.notes.map(\.value.statement.text) == (holds ? ["new"] : []))
  }

  @Test func deviceAnswersHaveNotesOfTheirOwn() throws {
    let note = #"{ "device": "crown", "notes": [{ "kind": "do", "say": "Ask.", "sources": ["guide"] }] }"#
    let book = try tests.book([
      ("topics/cast.json", #"{ "device": "crown" }"#, note),
      ("topics/cast.json", #""not": ["D0470"] }"#, #""not": ["D0470"], "notes": "do" }"#),
    ])
    let advice = try tests.advice(book, ["purpose": "crown"], on: "2026-01-01")
    #expect(advice.includedIn.map(\.value.device.id) == ["crown"])
    #expect(advice.notes.map(\.value.statement.text) == ["Ask."])
    #expect(book.check() == [])
  }
}
