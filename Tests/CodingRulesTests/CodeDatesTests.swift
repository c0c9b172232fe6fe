import CodingRules
import Testing

/// The effect of the date of service on codes.
struct CodeDatesTests {
  struct Case: Sendable {
    let answers: [String: String]
    let day: String
    var report: [String] = []
    var notInForce: [String] = []
    var instead: [String] = []
  }

  static let scan = [
    "purpose": "diagnostic", "capture": "intraoral-scan", "printed": "no", "simulated": "no",
  ]
  static let print = scan.merging(["printed": "office"]) { $1 }
  static let simulation = scan.merging(["simulated": "simulated"]) { $1 }
  static let volume = simulation.merging(["capture": "volume-only"]) { $1 }
  static let cast = ["purpose": "diagnostic", "capture": "stone-cast"]

  static let cases: [Case] = [
    Case(answers: scan, day: "2023-01-01", report: ["D0801"]),
    Case(answers: scan, day: "2022-12-31", notInForce: ["D0801"], instead: ["D0351", "D0704"]),
    Case(answers: scan, day: "2014-12-31", notInForce: ["D0801"]),
    Case(answers: print, day: "2024-01-01", report: ["D0801", "D0396"]),
    Case(answers: print, day: "2023-12-31", report: ["D0801"], notInForce: ["D0396"]),
    Case(answers: simulation, day: "2023-01-01", report: ["D0801", "D0393"]),
    Case(answers: volume, day: "2014-01-01", report: ["D0393"]),
    Case(answers: volume, day: "2013-12-31", notInForce: ["D0393"], instead: ["D0363"]),
    Case(answers: cast, day: "2005-01-01", report: ["D0470"]),
    Case(answers: cast, day: "2026-12-31", report: ["D0470"]),
  ]

  @Test(arguments: cases) func dateOfServiceDecides(_ given: Case) throws {
    let topic = RuleBook.standard.mainTopic
    let advice = try topic.advice(Answers(given.answers), on: given.day, by: .standard)
    #expect(advice.reported == given.report)
    #expect(advice.notInForce.map(\.value.service.code.id) == given.notInForce)
    #expect(advice.notInForce.flatMap(\.value.instead).map(\.id) == given.instead)
  }

  @Test(arguments: [("2004-12-31", false), ("2005-01-01", true), ("2026-12-31", true), ("2027-01-01", false)])
  func datesBeyondTheReviewAreWarnedOf(_ text: String, isReviewed: Bool) throws {
    let basis = Basis(day: try #require(CalendarDay(text)), edition: RuleBook.standard.edition)
    #expect(basis.isReviewed == isReviewed)
    #expect((basis.warning == nil) == isReviewed)
  }
}
