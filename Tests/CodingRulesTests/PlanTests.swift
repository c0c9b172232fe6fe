import CodingRules
import Foundation
import StrictJSON
import TestSupport
import Testing

/// The rules of plans for codes, and findings on plan files.
struct PlanTests {
  static let day = CalendarDay("2026-03-02")

  static func view(_ plan: String, _ codes: [String], isWholeVisit: Bool = true) throws -> [String] {
    let plan = try #require(Plan.standard(plan))
    return plan.view(of: codes, on: try #require(day), isWholeVisit: isWholeVisit).lines
  }

  @Test(arguments: Plan.standardIDs) func embeddedPlansAreSound(_ id: String) throws {
    let plan = try #require(Plan.standard(id))
    #expect(plan.id == id)
    #expect(plan.check(with: .standard, file: id).filter { $0.severity == .error } == [])
    #expect(!plan.rules.isEmpty || !plan.notes.isEmpty)
  }

  @Test func theBuiltInBookAndPlansAreSound() {
    let report = CheckReport.standard
    #expect(report.findings == [] && !report.hasErrors && report.text.hasSuffix("0 errors, 0 warnings\n"))
  }

  @Test func aPlanThatCannotBeReadIsReported() {
    let report = CheckReport(plan: Array("{".utf8), file: "p.json", with: .standard)
    #expect(report.hasErrors && report.text.hasPrefix("p.json:"))
  }

  @Test func everyPlanFileIsEmbedded() throws {
    let folder = TestFiles.package.appendingPathComponent("rules/plans")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".json")
    }
    #expect(files.map { String($0.dropLast(5)) }.sorted() == Plan.standardIDs)
  }

  @Test(arguments: Plan.standardIDs) func sourcesAgreeWithTheBook(_ id: String) throws {
    let plan = try #require(Plan.standard(id))
    for source in plan.rules.map(\.evidence.source) + plan.notes.map(\.evidence.source) {
      let same = RuleBook.standard.sources.first { $0.id == source.id }
      #expect(same == nil || same == source)
    }
  }

  @Test func whoPaysIsAlwaysStated() throws {
    let lines = try Self.view("example", ["D0393", "D0396", "D6190"])
    #expect(
      lines == [
        "Example Dental: Made-up plan to copy; no payer has these rules", "  As of 2026-01.",
        "  D0396: not billable to the patient.", "    The patient is held harmless and may not be charged.",
        "    A printed model is part of the records visit.",
        "    (Example Dental, Provider handbook: page 13)",
        "  D0393: denied.", "    The patient may be charged.", "    Simulation is not a benefit.",
        "    (Example Dental, Provider handbook: page 13)",
        "  D6190: part of the fee for D6010; narrative wanted with the claim.",
        "    The patient is held harmless and may not be charged.",
        "    The guide is part of the implant fee.",
        "    (Example Dental, Provider handbook: page 20)", "  Claims must arrive within 12 months.",
        "    (Example Dental, Provider handbook: page 4)",
      ])
    for plan in Plan.standard {
      for rule in plan.rules where rule.withholdsPayment {
        #expect(!rule.patient.sentence.isEmpty)
        #expect(!rule.effects.contains(.notBillableToPatient) || rule.patient == .heldHarmless)
      }
    }
  }

  @Test func limitsAreWorded() throws {
    #expect(
      try Self.view("devoted-health", ["D0801"]).contains(
        "  D0801: paid once in a calendar year, counted together."))
    let example = try Self.view("example", ["D8080"])
    #expect(
      example.contains(
        "  D8080: paid once in a lifetime; paid through age 18; paid after a waiting period of 12 months; "
          + "counts toward the orthodontic benefit."))
  }

  @Test func aRuleForCodesBilledTogetherNeedsBoth() throws {
    let together = "  D0470 (billed with D8210 or D8220): denied."
    #expect(try Self.view("texas-medicaid-2016", ["D0470", "D8210"]).contains(together))
    #expect(try !Self.view("texas-medicaid-2016", ["D0470"]).contains(together))
    #expect(try Self.view("texas-medicaid-2016", ["D0470"], isWholeVisit: false).contains(together))
  }

  @Test func oldRulesShowTheirAge() throws {
    #expect(try Self.view("texas-medicaid-2016", [])[1].hasPrefix("  As of 2016-12, archived"))
    #expect(try Self.view("uhc-dental", [])[1].hasPrefix("  As of 2021-08, more than two years"))
    #expect(try Self.view("devoted-health", [])[1] == "  The source gives no date. Check the current rules.")
    #expect(try Self.view("example", [])[1] == "  As of 2026-01.")
  }

  @Test func codesWithoutARuleAreListed() throws {
    let text = try Self.view("geha", ["D0801", "D8080"])
    #expect(text.contains("  The rules we have for this plan do not mention D0801."))
  }

  @Test func planIsFoundByAnyName() {
    #expect(Plan.standard(named: "TMHP")?.id == "texas-medicaid")
    #expect(Plan.standard(named: "devoted health")?.id == "devoted-health")
    #expect(Plan.standard(named: "nobody") == nil)
  }

  @Test func aPlanNeverChangesTheAdvice() throws {
    let topic = try #require(RuleBook.standard.topic("model"))
    let answers: Answers = [
      "purpose": "diagnostic", "capture": "intraoral-scan", "printed": "office", "simulated": "no",
    ]
    let advice = try topic.advice(answers, by: .standard)
    for plan in Plan.standard {
      let view = plan.view(of: advice.reported, on: advice.basis.day, isWholeVisit: false)
      let noted = advice.reported.filter { code in
        view.notes.contains { $0.codes?.contains([code]) == true }
      }
      #expect(Set(view.unmentioned + view.remarks.flatMap(\.codes) + noted) == Set(advice.reported))
    }
  }

  /// A rule about two codes applies to a service that has one of them, but to a visit only with both.
  @Test func aVisitIsViewedAsAWhole() throws {
    let service = Service(
      topic: RuleBook.standard.mainTopic, answers: ["purpose": "diagnostic", "capture": "stone-cast"])
    let day = try #require(Self.day)
    let advice = try RuleBook.standard.advice(Visit(day: day, services: [service]))
    let plan = PlanChoice.named(try #require(Plan.standard("texas-medicaid-2016")))
    let visit = AdviceReport(AdviceView(advice, by: .standard), plan)
    let single = AdviceReport(AdviceView(advice.services[0], topic: service.topic, command: []), plan)
    let style = TextStyle(width: 80, isColored: false)
    #expect(single.text(.screen, style, hint: .flags).contains("D0470 (billed with D8210 or D8220): denied."))
    #expect(!visit.text(.screen, style, hint: .flags).contains("billed with"))
  }

  /// A note about some codes names them.
  @Test(arguments: Plan.standardIDs) func notesNameTheirCodes(_ id: String) throws {
    let view = try #require(Plan.standard(id)).view(on: try #require(Self.day))
    for note in view.notes {
      let codes = note.codes.map { "\($0.ranges.map(\.description).joined(separator: ", ")): " } ?? ""
      #expect(view.lines.contains("  \(codes)\(note.evidence.text)"))
    }
  }

  @Test func jsonKeepsItsKeysInOrder() throws {
    let plan = try #require(Plan.standard("example"))
    let view = plan.view(of: ["D0396", "D0801"], on: try #require(Self.day), isWholeVisit: true)
    let root = try JSONDocument(view.json.bytes(.compact)).root
    #expect(
      root.members?.map(\.key) == [
        "id", "payer", "plan", "asOf", "archived", "old", "rules", "notes", "unmentioned",
      ])
    #expect(
      root["rules"]?.elements?.first?.members?.map(\.key) == [
        "codes", "with", "when", "conditional", "effects", "patient", "say", "source", "at", "asOf",
        "old",
      ])
  }

  /// Returns a plan with rules.
  static func plan(_ rules: String, head: String = "") throws(UnusableRules) -> Plan {
    let text = """
      {"format": 1, "id": "p", "payer": "P", "plan": "Q", \(head)
       "sources": [{"id": "s", "title": "T", "publisher": "U", "weight": "A"}], "rules": [\(rules)]}
      """
    return try Plan(Array(text.utf8), file: "p.json")
  }

  /// Returns the findings on a plan file.
  static func faults(_ rules: String, head: String = "") -> [String] {
    do throws(UnusableRules) {
      return try plan(rules, head: head).check(with: .standard, file: "p.json").map(\.description)
    } catch {
      return error.findings.map(\.description)
    }
  }

  static let end = "\"say\": \"x\", \"source\": \"s\", \"at\": \"page 1\""

  static let faulty: [(rules: String, finding: String)] = [
    ("{\"codes\": \"D0801\", \"deny\": true, \(end)}", ""),
    (
      "{\"codes\": \"D0801\", \(end)}",
      "rules[0]: the key 'deny, or another key that says what the plan does' is missing"
    ),
    ("{\"codes\": \"D08\", \"deny\": true, \(end)}", "expected codes and ranges, joined by '|', found 'D08'"),
    ("{\"codes\": \"D0801\", \"denied\": true, \(end)}", "unknown key 'denied'"),
    ("{\"codes\": \"D0801\", \"deny\": true, \"say\": \"x\", \"source\": \"s\"}", "the key 'at' is missing"),
    (
      "{\"codes\": \"D0801\", \"deny\": true, \"say\": \"x\", \"source\": \"z\", \"at\": \"1\"}",
      "no source 'z'"
    ),
    (
      "{\"codes\": \"D0801\", \"notBillableToPatient\": true, \"patient\": \"may-be-charged\", \(end)}",
      "expected 'held-harmless', or 'deny'"
    ),
    (
      "{\"codes\": \"D0801\", \"deny\": true, \(end)}, {\"codes\": \"D0801\", \"notBillableToPatient\": true, \(end)}",
      "D0801 is both denied"
    ),
    ("{\"codes\": \"D0861\", \"deny\": true, \(end)}", "no code 'D0861'"),
    ("{\"codes\": \"D0801\", \"age\": {}, \(end)}", "the key 'through' is missing"),
    ("{\"codes\": \"D0801\", \"age\": {\"from\": 9, \"through\": 3}, \(end)}", "expected an age not after 3"),
    (
      "{\"codes\": \"D0801\", \"frequency\": {\"times\": 1, \"per\": \"months\"}, \(end)}",
      "the key 'months' is missing"
    ),
    (
      "{\"codes\": \"D0801\", \"frequency\": {\"times\": 1, \"per\": \"year\"}, \(end)}",
      "expected one of 'day'"
    ),
  ]

  @Test(arguments: faulty.indices) func mistakesAreReported(_ index: Int) {
    let given = Self.faulty[index]
    let found = Self.faults(given.rules)
    #expect(given.finding.isEmpty ? found.isEmpty : found.contains { $0.contains(given.finding) }, "\(found)")
  }

  /// The wording of limits.
  @Test(arguments: [
    (#""age": {"from": 3, "through": 18}"#, "paid from age 3 through 18"),
    (#""age": {"from": 3}"#, "paid from age 3"),
    (#""age": {"through": 18}"#, "paid through age 18"),
    (#""frequency": {"times": 2, "per": "day"}"#, "paid twice a day"),
    (#""frequency": {"times": 3, "per": "months", "months": 6}"#, "paid 3 times in 6 months"),
    (#""frequency": {"times": 1, "per": "lifetime"}"#, "paid once in a lifetime"),
  ])
  func limitsOfAllKinds(_ rule: String, _ phrase: String) throws {
    let plan = try Self.plan("{\"codes\": \"D0801\", \(rule), \(Self.end)}")
    let view = plan.view(of: ["D0801"], on: try #require(Self.day), isWholeVisit: true)
    #expect(view.lines.contains("  D0801: \(phrase)."), "\(view.lines)")
    #expect(plan.auditChecks(on: try #require(Self.day)).isEmpty == rule.contains("age"))
  }

  @Test func brokenFileIsReportedWithItsLocation() {
    #expect(Self.faults("{,}").first?.hasPrefix("p.json:2:") == true)
    #expect(Self.faults("", head: "\"asOf\": \"soon\",").first?.contains("a year, a month or a day") == true)
    #expect(Self.faults("", head: "\"asOf\": \"2031\",").first?.contains("a date not after") == true)
  }
}
