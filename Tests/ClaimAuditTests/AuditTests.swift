import ClaimFiles
import ClaimAudit
import CodingRules
import Foundation
import Testing

/// Every kind of finding, and near misses that must not produce one.
struct AuditTests {
  typealias Line = SyntheticLine

  /// Lines, the checks that must report them, and changes after which none does.
  struct Case: Sendable {
    let lines: [Line]
    let finds: [String]
    var near: [[Line]] = []
  }

  static let cases: [Case] = [
    Case(
      lines: [Line("D0351", day: "2023-01-01")], finds: ["code-not-in-force"],
      near: [[Line("D0351", day: "2022-12-31")], [Line("D0801", day: "2023-01-01")]]),
    Case(
      lines: [Line("D0801", day: "2022-12-31")], finds: ["code-not-in-force"],
      near: [[Line("D0801", day: "2023-01-01")]]),
    Case(lines: [Line("D8692")], finds: ["code-not-in-force"], near: [[Line("D8703")]]),
    Case(lines: [Line("D08O1")], finds: ["no-code"], near: [[Line("d0801 ")]]),
    Case(lines: [Line("D0801", day: "")], finds: ["no-date"]),
    Case(
      lines: [Line("D0801", day: "2026-02-30")], finds: ["no-date"],
      near: [[Line("D0801", day: "2026-02-28")]]),
    Case(lines: [Line("D0801", units: 0)], finds: ["no-units"]),
    Case(
      lines: [Line("D0801", day: "2027-01-01")], finds: ["date-not-reviewed"],
      near: [[Line("D0801", day: "2026-12-31")]]),
    Case(
      lines: [Line("76376"), Line("76377")], finds: ["two-renderings"],
      near: [
        [Line("76376"), Line("76377", day: "2026-03-03")],
        [Line("76376"), Line("76377", claim: "A2", patient: "P2")],
      ]),
    Case(
      lines: [Line("D0330"), Line("70355", claim: "A2")], finds: ["same-image-twice"],
      near: [[Line("D0330"), Line("70350")]]),
    Case(
      lines: [Line("D0396")], finds: ["print-without-scan"],
      near: [[Line("D0396"), Line("D0801")], [Line("D0396", claim: "A2"), Line("D0802")]]),
    Case(lines: [Line("D0393")], finds: ["simulation-without-data"], near: [[Line("D0393"), Line("D0367")]]),
    Case(
      lines: [Line("D0801"), Line("D0801")], finds: ["scan-units"],
      near: [[Line("D0801"), Line("D0801", day: "2026-03-03")]]),
    Case(lines: [Line("D0801", units: 2)], finds: ["scan-units"], near: [[Line("D0801")]]),
    Case(lines: [Line("D0470", units: 2)], finds: ["cast-repeated"], near: [[Line("D0470")]]),
    Case(
      lines: [Line("D0330"), Line("D0330")], finds: ["image-repeated"],
      near: [[Line("D0330"), Line("D0330", claim: "A2", patient: "P2")]]),
    Case(lines: [Line("21085", units: 3)], finds: ["splint-units"], near: [[Line("21085", units: 2)]]),
    Case(
      lines: [Line("D2740", tooth: "3"), Line("D0801")], finds: ["device-and-study-model"],
      near: [
        [Line("D2740", tooth: "3"), Line("D0801", day: "2026-02-02")],
        [Line("D2391", tooth: "3"), Line("D0801")],
      ]),
    Case(lines: [Line("D9944"), Line("D0470")], finds: ["device-and-study-model"], near: [[Line("D9944")]]),
    Case(lines: [Line("D8080"), Line("D0470")], finds: ["ortho-start-and-records"], near: [[Line("D8080")]]),
    Case(
      lines: [Line("D8670"), Line("D0801")], finds: ["visit-and-progress-scan"],
      near: [[Line("D8670"), Line("D0330")], [Line("D8670"), Line("D0801", day: "2026-03-03")]]),
    Case(
      lines: [Line("D0364")], finds: ["no-area"],
      near: [[Line("D0364", area: "10")], [Line("D0364", tooth: "3")], [Line("D0367")], [Line("D0801")]]),
    Case(
      lines: [Line("D0801", tooth: "3")], finds: ["needless-tooth"],
      near: [[Line("D0801")], [Line("D2391", tooth: "3")]]),
    Case(
      lines: [Line("D6190", area: "10")], finds: ["no-report"],
      near: [
        [Line("D6190", area: "10", narrative: "printed guide")],
        [Line("D6190", area: "10", attachment: "OZ")],
      ]),
    Case(lines: [Line("D0999")], finds: ["no-report"], near: [[Line("D0999", narrative: "what was done")]]),
    Case(
      lines: [Line("D8999")], finds: ["unspecified-without-narrative"],
      near: [[Line("D8999", narrative: "what was done")]]),
    Case(
      lines: [Line("D0391")], finds: ["reading-without-report"], near: [[Line("D0391", attachment: "RR")]]),
    Case(
      lines: [Line("D7880")], finds: ["joint-splint-without-report"],
      near: [[Line("D7880", narrative: "why")]]),
    Case(
      lines: [Line("D9950")], finds: ["analysis-without-report"],
      near: [[Line("D9950", narrative: "findings")]]),
    Case(
      lines: [Line("D0330"), Line("D0701")], finds: ["whole-and-part"],
      near: [[Line("D0330"), Line("D0702")]]),
    Case(
      lines: [Line("D0367", attachment: "RR"), Line("D0391", attachment: "RR")], finds: ["whole-and-reading"],
      near: [[Line("D0367"), Line("D0391", day: "2026-03-09", claim: "A2", attachment: "RR")]]),
    Case(
      lines: [Line("D0366", area: "02")], finds: ["upper-code-lower-area"],
      near: [[Line("D0366", area: "01")], [Line("D0366", area: "00")], [Line("D0366")]]),
    Case(
      lines: [Line("D8703", area: "LL")], finds: ["upper-code-lower-area"],
      near: [[Line("D8704", area: "LL")]]),
    Case(
      lines: [Line("D0365", area: "20")], finds: ["lower-code-upper-area"],
      near: [[Line("D0365", area: "40")]]),
    Case(
      lines: [Line("D1999", narrative: "scan"), Line("D0801")], finds: ["preventive-code-and-model"],
      near: [[Line("D1999", narrative: "x"), Line("D1110")]]),
    Case(
      lines: [Line("D0600")], finds: ["decay-test-without-evaluation"],
      near: [[Line("D0600"), Line("D0120")]]),
    Case(lines: [Line("D0369")], finds: ["mri-code"], near: [[Line("D0368")]]),
    Case(
      lines: [Line("D3351"), Line("D6057")], finds: ["root-code-and-implant"],
      near: [[Line("D3351"), Line("D3352")]]),
    Case(
      lines: [Line("D7320", area: "10"), Line("D8090")], finds: ["bone-surgery-and-orthodontics"],
      near: [
        [Line("D7320", area: "10"), Line("D8090"), Line("D7140", tooth: "5")], [Line("D7320", area: "10")],
      ]),
    Case(
      lines: [Line("D6010"), Line("D5984")], finds: ["guide-billed-as-prosthesis"], near: [[Line("D5984")]]),
    Case(lines: [Line("D6010"), Line("D5988")], finds: ["guide-billed-as-splint"], near: [[Line("D5988")]]),
    Case(
      lines: [Line("D2971", tooth: "3")], finds: ["crown-under-partial-alone"],
      near: [[Line("D2971", tooth: "3"), Line("D2740", tooth: "3")]]),
    Case(
      lines: [Line("21085"), Line("21196", day: "2026-03-12", claim: "A2")], finds: ["splint-and-surgery"],
      near: [
        [Line("21085"), Line("21196", day: "2026-03-13")], [Line("21085", day: "2026-03-03"), Line("21196")],
        [Line("21085"), Line("21196", day: "2026-03-12", claim: "A2", patient: "P2")],
        [Line("21085"), Line("21086")],
      ]),
    Case(
      lines: [Line("99213"), Line("21085", day: "2026-03-03")], finds: ["visit-before-splint"],
      near: [[Line("99213"), Line("21085", day: "2026-03-04")]]),
    Case(
      lines: [Line("D0470").orthodontic], finds: ["records-on-orthodontic-claim"],
      near: [[Line("D0470")], [Line("D8080").orthodontic]]),
    Case(lines: [Line("D0801", day: "")], finds: ["no-date"], near: [[Line("D0801", day: "").planned]]),
  ]

  @Test(arguments: cases.indices) func findingsAndNearMisses(_ index: Int) {
    let given = Self.cases[index]
    #expect(auditRows(given.lines).map(\.check) == given.finds)
    for near in given.near {
      let found = auditRows(near).map(\.check)
      #expect(given.finds.allSatisfy { !found.contains($0) }, "\(near.map(\.code))")
    }
  }

  @Test(arguments: cases.indices) func tablesAnd837DFilesGiveTheSame(_ index: Int) {
    let given = Self.cases[index]
    for lines in [given.lines] + given.near {
      let x12 = auditX12(lines.x12).map(\.shown)
      #expect(auditRows(lines).map(\.shown) == x12)
      let objects = lines.map { $0.object(ClaimField.allCases) }.joined()
      #expect(auditTable(objects, .jsonl).map(\.shown) == x12)
      let tabbed = lines.table(ClaimField.allCases, delimiter: "\t")
      #expect(auditTable(tabbed, .tsv).map(\.shown) == x12)
      let semicolons = lines.table(ClaimField.allCases, delimiter: ";")
      #expect(auditTable(semicolons, .csv).map(\.shown) == x12)
    }
  }

  @Test func everyCheckIsCovered() {
    let covered = Set(Self.cases.flatMap(\.finds))
    let own = RuleBook.standard.auditRules.checks.map(\.id) + BuiltInCheck.allCases.map(\.rawValue)
    #expect(own.filter { !covered.contains($0) } == [])
  }

  @Test func ordinaryLinesHaveNoFindings() {
    let codes = ["D0120", "D0274", "D1110", "D1206", "D2391", "D2740", "D4341", "D7140", "D0801", "D0330"]
    let lines = codes.enumerated().map { Line($1, day: "2026-01-\(10 + $0)", claim: "C\($0)") }
    #expect(auditRows(lines).isEmpty)
  }

  @Test func absentColumnsAreNotReported() {
    let lines = [Line("D6190"), Line("D0364"), Line("D0391", day: "2026-03-03")]
    #expect(auditRows(lines, columns: [.claim, .date, .code]).isEmpty)
  }

  @Test func linesWithoutAPatientAreComparedWithinTheirClaim() {
    let columns: [ClaimField] = [.claim, .date, .code]
    #expect(auditRows([Line("76376"), Line("76377")], columns: columns).map(\.check) == ["two-renderings"])
    #expect(auditRows([Line("76376"), Line("76377", claim: "A2")], columns: columns).isEmpty)
  }

  /// A note on a claim counts as a report; invalid areas are ignored.
  @Test func notesOfClaims() {
    let lines = [Line("D6190", area: "10")]
    #expect(auditX12(lines.x12).map(\.check) == ["no-report"])
    #expect(
      auditX12(lines.x12.replacing("LX*1~", with: "NTE*ADD*see report~\nLX*1~")).allSatisfy {
        $0.check != "no-report"
      })
    #expect(auditX12([Line("D0364", area: "99")].x12).isEmpty)
  }

  @Test func aSortedFileGivesTheSame() {
    for given in Self.cases {
      #expect(auditRows(given.lines, order: .sorted).map(\.shown) == auditRows(given.lines).map(\.shown))
    }
    let apart = [Line("76376"), Line("D0801", patient: "P2"), Line("76377")]
    #expect(auditRows(apart, order: .sorted).map { "\($0.check) \($0.position.line)" } == ["file-order 4"])
    #expect(auditRows(apart).map(\.check) == ["two-renderings"])
    let groups = ["P1", "P2", "P3"].flatMap { patient in
      ["76376", "76377"].map { Line($0, claim: patient, patient: patient) }
    }
    #expect(auditRows(groups, order: .sorted).map(\.check) == Array(repeating: "two-renderings", count: 3))
  }

  @Test func correctedAndPlannedClaimsAreComparedWithinThemselves() {
    let twice = [Line("D0330"), Line("D0330", claim: "A2")]
    #expect(auditX12(twice.x12).map(\.check) == ["image-repeated"])
    for (old, new) in [
      ("CLM*A2*50***11:B:1", "CLM*A2*50***11:B:7"), ("CLM*A2*50***11:B:1", "CLM*A2*50***11:B:8"),
      ("CLM*A2*50***11:B:1", "CLM*A2*50***11:B:1**************PB"),
    ] {
      #expect(auditX12(twice.x12.replacing(old, with: new)).isEmpty)
    }
    let secondary = twice.x12.replacing(
      "SBR*P~\nNM1*IL*1*SAMPLE*PAT****MI*P1~\nCLM*A2", with: "SBR*S~\nNM1*IL*1*SAMPLE*PAT****MI*P1~\nCLM*A2")
    #expect(auditX12(secondary).isEmpty)
  }

  @Test func onlyAndSkipSelectChecks() {
    let lines = [Line("D0351"), Line("76376"), Line("76377")]
    var selection = AuditSelection()
    selection.only = ["two-renderings"]
    #expect(auditRows(lines, audit: CompiledAudit(.standard, selection)).map(\.check) == ["two-renderings"])
    selection.only = nil
    selection.skip = ["two-renderings"]
    #expect(
      auditRows(lines, audit: CompiledAudit(.standard, selection)).map(\.check) == ["code-not-in-force"])
  }

  static let claims = (1...4).map { Line("D0351", claim: "A\($0)", patient: "P\($0)") }

  /// Files truncated at every byte: the claims before the cut are still audited.
  @Test(arguments: [Auditor.Order.any, .sorted]) func aCutFileKeepsItsFindings(_ order: Auditor.Order) {
    let x12 = Array(Self.claims.x12.utf8)
    let table = Array(Self.claims.table([.claim, .patient, .date, .code], delimiter: ",").utf8)
    for count in 0...x12.count {
      let cut = String(decoding: x12[..<count], as: UTF8.self)
      let whole = max(0, cut.components(separatedBy: "CLM*").count - 2)
      let found = auditX12(cut, order: order).filter { $0.check == "code-not-in-force" }
      #expect(found.count >= whole, "after \(count) bytes")
    }
    for count in 24...table.count {
      let cut = String(decoding: table[..<count], as: UTF8.self)
      let whole = max(0, cut.components(separatedBy: "\n").count - 2)
      let found = auditTable(cut, .csv, order: order).filter { $0.check == "code-not-in-force" }
      #expect(found.count >= whole, "after \(count) bytes")
    }
  }

  @Test func manyLinesOfOneVisitAreFast() {
    let lines = Array(repeating: [Line("D0801"), Line("D0470"), Line("D2740"), Line("21085")], count: 1_000)
      .flatMap(\.self)
    #expect(auditRows(lines).count < 10)
  }
}

extension AuditFinding {
  /// The parts of a finding that must be the same for both file formats.
  var shown: [String] {
    [check, severity.rawValue, claim, "\(day.map(\.description) ?? "")", what, why, action] + codes + sources
  }
}
