import Foundation
import StrictJSON
import TestSupport
import Testing

/// `--plan` and `plans`: the effect of a plan follows the unchanged advice.
struct PlanCommandTests {
  static let answers = [
    "--purpose", "diagnostic", "--capture", "intraoral-scan", "--printed", "office", "--simulated", "no",
  ]

  static func run(_ arguments: [String], input: String = "") -> CommandResult {
    CommandRun.run(arguments, input: Data(input.utf8))
  }

  @Test func aPlanIsARowOfTheScreen() {
    let advice = Self.run(Self.answers).output.split(separator: "\n")
    let result = Self.run(Self.answers + ["--plan", "example"])
    #expect(result.status == 0 && result.output.split(separator: "\n").starts(with: advice.prefix(2)))
    #expect(
      result.output.contains(
        """
        Plan        Example Dental: Made-up plan to copy; no payer has these rules. As
                    of 2026-01.
                    D0801: paid once in 36 months, counted together.
                    D0396: not billable to the patient. The patient is held harmless and
                    may not be charged.
                    Claims must arrive within 12 months.

        """), "\(result.output)")
  }

  @Test func aPlanFollowsTheDetailsAndChangesNothing() {
    let advice = Self.run(Self.answers + ["--show", "payers"])
    let result = Self.run(Self.answers + ["--show", "payers", "--plan", "example"])
    let payers = advice.output.components(separatedBy: "\nPLAN: ")[0]
    #expect(result.status == 0 && result.output.hasPrefix(payers))
    #expect(
      result.output.dropFirst(payers.count) == """

        PLAN: Example Dental: Made-up plan to copy; no payer has these rules
          As of 2026-01.
          D0801: paid once in 36 months, counted together.
            Study models and scans count together.
            (Example Dental, Provider handbook: page 12)
          D0396: not billable to the patient.
            The patient is held harmless and may not be charged.
            A printed model is part of the records visit.
            (Example Dental, Provider handbook: page 13)
          Claims must arrive within 12 months.
            (Example Dental, Provider handbook: page 4)

        """)
  }

  @Test func programsGetThePlanAsTheLastKey() throws {
    let plain = try JSONDocument(Array(Self.run(Self.answers + ["--json"]).output.utf8)).root
    let json = try JSONDocument(
      Array(Self.run(Self.answers + ["--json", "--plan", "example"]).output.utf8)
    ).root
    #expect(json.members?.map(\.key) == (plain.members?.map(\.key) ?? []) + ["plan"])
    #expect(json["plan"]?["id"]?.string == "example")
  }

  @Test(arguments: [
    ["explain", "D0396"], ["ask", "D0396"],
  ]) func codesAreExplainedWithThePlan(_ arguments: [String]) {
    let result = Self.run(arguments + ["--plan", "rules/plans/example.json"])
    let words = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("Plan Example Dental"))
    #expect(words.contains("The patient is held harmless and may not be charged."))
  }

  @Test func aNoteKeepsThePlanOutOfTheChart() {
    let result = Self.run(Self.answers + ["--format", "note", "--plan", "example"])
    #expect(!result.output.contains("Example Dental") && result.errors.contains("PLAN: Example Dental"))
  }

  @Test func batchAddsAColumn() {
    let table = "id,purpose,capture,printed,simulated\n1,diagnostic,intraoral-scan,office,no\n2,x,,,\n"
    let result = Self.run(
      ["batch", "-", "--from", "csv", "--columns", "id,plan", "--plan", "example"], input: table)
    #expect(
      result.output == """
        id,plan
        1,"D0801: paid once in 36 months, counted together. D0396: not billable to the patient. \
        The patient is held harmless and may not be charged. As of 2026-01."
        2,

        """)
    let object = "{\"services\":[{\"topic\":\"splint\"}]}\n"
    let visit = Self.run(["batch", "-", "--from", "jsonl", "--plan", "example"], input: object)
    #expect(visit.output.contains("\"plan\":null"))
    let plain = Self.run(["batch", "-", "--from", "csv"], input: table)
    #expect(plain.output.split(separator: "\n").first?.hasSuffix("status,problem,remarks") == true)
  }

  @Test func auditsFindWhatThePlanWithholds() {
    let table = """
      claim,patient,date,code,note,attachment
      1,1,2026-01-02,D0393,,
      1,1,2026-01-02,D0801,,
      2,1,2026-03-02,D0801,,
      3,2,2026-03-02,D6010,,
      3,2,2026-03-02,D6190,x,

      """
    let checks = "plan-denied,plan-not-billable,plan-included,plan-requires,plan-frequency,plan-attachment"
    let result = Self.run(
      ["audit", "-", "--plan", "example", "--only", checks, "--format", "csv", "-q"], input: table)
    let found = result.output.split(separator: "\r\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)[1...5].joined(separator: " ")
    }
    #expect(
      found == [
        "2 1  warning plan-denied", "3 1  warning plan-frequency", "5 1  warning plan-included",
      ])
    #expect(result.output.contains("The patient is held harmless and may not be charged."))
    #expect(
      Self.run(["audit", "-", "--only", checks], input: table).errors.contains(
        "0 errors, 0 warnings, 0 notes"))
  }

  /// Once per calendar year: another day in the year or another unit is too often, but the next
  /// January is not.
  @Test(arguments: [
    ("2025-01-02,D0801,1", "2025-12-31,D0802,1", true), ("2025-12-31,D0801,1", "2026-01-01,D0802,1", false),
    ("2025-01-02,D0801,2", "2026-01-02,D0802,1", true), ("2025-01-02,D0801,1", "2025-12-31,D0803,1", false),
  ]) func frequenciesAreCountedAcrossTheLinesOfAPatient(_ first: String, _ second: String, isFound: Bool) {
    let table = "claim,patient,date,code,units\n1,1,\(first)\n2,1,\(second)\n3,2,\(second)\n"
    let result = Self.run(
      ["audit", "-", "--plan", "devoted-health", "--only", "plan-frequency", "--format", "csv", "-q"],
      input: table)
    #expect(result.output.contains(",plan-frequency,") == isFound)
  }

  @Test func aCodeIsExplainedWithThePlansThatNameIt() {
    #expect(
      Self.run(["explain", "D0801"]).output.hasSuffix("it: devoted-health, typical. See --show payers.\n"))
    let payers = Self.run(["explain", "D0801", "--show", "payers"]).output
    #expect(payers.contains("PLAN: Devoted Health") && payers.contains("paid once in a calendar year"))
    #expect(!payers.contains("Example Dental"))
    #expect(!Self.run(["explain", "D0801", "--show", "chart"]).output.contains("PLAN"))
  }

  @Test func payersOfAnAdviceAreThePlansThatNameItsCodes() {
    let ask = ["ask", "--purpose", "diagnostic", "--capture", "stone-cast", "--on", "2026-03-02"]
    let payers = Self.run(ask + ["--show", "payers"]).output
    #expect(payers.hasPrefix("PAYERS") && payers.contains("PLAN: Washington Medicaid"))
    #expect(!Self.run(ask).output.contains("PLAN"))
    let medicare = Self.run(ask + ["--show", "payers", "--plan", "medicare"]).output
    #expect(medicare.contains("PLAN: Medicare") && !medicare.contains("PLAN: Washington"))
    let interview = SnapshotTests.transcript(
      "$ cdtadvise ask model --on 2026-03-02 <<| 1 | itero | no | no | payers")
    #expect(interview.contains("PLAN: Devoted Health"))
  }

  @Test func aCodeThatANoteConcernsIsMentioned() {
    let result = Self.run(["explain", "D0330", "--plan", "masshealth"])
    #expect(result.output.contains("Not covered for crowns") && !result.output.contains("Nothing is known"))
  }

  /// Standard input can be read only once.
  @Test func aPlanComesFromStandardInput() throws {
    let file = TestFiles.package.appendingPathComponent("rules/plans/example.json")
    let result = Self.run(
      Self.answers + ["--plan", "-"], input: try String(contentsOf: file, encoding: .utf8))
    #expect(result.output.contains("Plan        Example Dental") && result.status == 0)
  }

  @Test func plansAreListedAndPrinted() {
    #expect(Self.run(["plans"]).output.contains("texas-medicaid-2016"))
    #expect(Self.run(["plans", "--json"]).output.contains("\"id\": \"uhc-dental\""))
    #expect(Self.run(["plans", "TMHP"]).output.hasPrefix("PLAN: Texas Medicaid"))
    #expect(Self.run(["check", "rules/plans/example.json"]).output == "0 errors, 0 warnings\n")
  }

  @Test func unknownPlansAreReportedFirst() {
    let result = Self.run(["--plan", "delta-californa"])
    #expect(result.status == 64 && result.errors.contains("did you mean 'delta-california'?"))
    #expect(Self.run(Self.answers + ["--plan", "no/such.json"]).status == 66)
    #expect(Self.run(Self.answers + ["--plan", "rules/cdt-2026/edition.json"]).status == 78)
  }
}
