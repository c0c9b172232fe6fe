import ClaimAudit
import CodingRules
import Foundation
import StrictJSON
import Testing

/// Findings as text, CSV, JSON Lines, and SARIF, and their summary.
struct AuditReportTests {
  typealias Line = SyntheticLine

  static let lines = [
    Line("D0351", claim: "C,\"1\"\u{1B}[31m", patient: "SAMPLE-9"), Line("76376", claim: "C2"),
    Line("76377", claim: "C2"),
    Line("D8703", claim: "C2", area: "40"),
  ]

  static func report(_ format: AuditFormat, _ lines: [Line] = lines, file: String = "my claims.csv") -> String
  {
    var report = AuditReport(format, file: file, audit: wholeAudit, version: "1")
    var bytes = report.header
    report.forEachPiece(of: auditRows(lines)) { bytes += $0 }
    return String(decoding: bytes + report.footer, as: UTF8.self)
  }

  @Test func textIsGroupedByClaimAndNamesFileAndLine() {
    #expect(
      Self.report(.text) == """
        Claim C,"1"\\u{1B}[31m
        my claims.csv:2: error: [code-not-in-force] D0351 on 2026-03-02, after its last day
            Why: D0351 (3D photograph) was in force until 2022-12-31.
            Do: Report D0801, D0802, D0803, D0804, whichever names what was done.
            Sources: ihs-rpms, aao-cdt-2023, practice-booster-2023

        Claim C2
        my claims.csv:3: error: [two-renderings] 76376 and 76377, with line 4
            Why: The computer decides between the two. One set of images has one of them.
            Do: Keep the line for the computer that was used.
            Sources: apsmedbill-3d-2013, aaoms-digital-workflow-2026
        my claims.csv:5: error: [upper-code-lower-area] D8703 with area 40
            Why: The code is for the upper jaw, and the line names an area of the lower jaw.
            Others say: D0366 covers a full arch of either jaw, and D8703 is the lower retainer. (practice-alpha-d0364, avora-d8703)
            Do: Correct the area, or report the code for the lower jaw.
            Sources: ihs-rpms, clear-dental-d0367, daydream-d8703

        """)
  }

  @Test func csvHasARowForEachFinding() {
    let rows = Self.report(.csv).split(separator: "\r\n").map(String.init)
    #expect(rows.count == 4)
    #expect(rows[0].hasPrefix("file,line,column,segment,severity,check,claim,service_line,date,codes,what"))
    #expect(
      rows[1].hasPrefix(
        "my claims.csv,2,1,,error,code-not-in-force,\"C,\"\"1\"\"\\u{1B}[31m\",,2026-03-02,D0351,"))
    #expect(rows[2].contains(",76376 76377,76376 and 76377,") && rows[2].hasSuffix(",4"))
  }

  /// The other lines of an 837D file are numbered in their claims, whether it has line breaks or not.
  @Test(arguments: ["~", "~\n"]) func otherLinesAreNumberedInTheirClaims(_ end: String) throws {
    let lines = [Line("D2740"), Line("D0801"), Line("D0470"), Line("D0801", claim: "A2")]
    var number = 0
    let x12 = lines.x12.split(separator: "\n").map { segment in
      if segment.hasPrefix("CLM") { number = 0 }
      if segment.hasPrefix("LX") { number += 1 }
      return segment.hasPrefix("LX") ? "LX*\(number)\(end)" : segment.replacing("~", with: end)
    }.joined()
    let finding = try #require(auditX12(x12).first { $0.check == "device-and-study-model" })
    func report(_ format: AuditFormat) -> String {
      var report = AuditReport(format, file: "a.837", audit: wholeAudit, version: "1")
      var bytes: [UInt8] = []
      report.forEachPiece(of: [finding]) { bytes += $0 }
      return String(decoding: bytes, as: UTF8.self)
    }
    let related = "service line 1, with service lines 2, 3 and service line 1 of claim A2\n"
    #expect(report(.text).contains(related), "\(report(.text))")
    #expect(report(.csv).hasSuffix(",2 3 A2:1\r\n"))
    #expect(report(.jsonl).contains("\"claim\":\"A2\",\"serviceLine\":1}]}"))
    let positions = finding.related.map { "\($0.position.line):\($0.position.column)" }
    #expect(Set(positions).count == 3)
  }

  /// Those of a table are lines of the file, in whatever claims they are.
  @Test func otherLinesOfATable() {
    let lines = [Line("D2740"), Line("D0801"), Line("D0470", claim: "A2")]
    #expect(Self.report(.text, lines).contains("D2740 and D0801 and D0470, with lines 3, 4\n"))
    #expect(Self.report(.csv, lines).contains(",3 4\r\n"))
  }

  /// Findings outside of claims are headed as those of the file.
  @Test func findingsOutsideOfClaims() {
    #expect(
      Self.report(.text, [Line("D0351", claim: "")]).hasPrefix("The whole file\nmy claims.csv:2: error:"))
  }

  /// A finding without a date or action, on a claim id that a spreadsheet would treat as a formula.
  @Test func oddFindings() {
    let finding = AuditFinding(
      check: "c", severity: .note, claim: "=1+1", line: 0, position: ClaimPosition(line: 1, column: 5),
      what: "W",
      why: "Y.", action: "")
    func report(_ format: AuditFormat) -> String {
      var bytes: [UInt8] = []
      var report = AuditReport(format, file: "a\tb~/c", audit: wholeAudit, version: "1")
      report.forEachPiece(of: [finding]) { bytes += $0 }
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(report(.text).contains(":1:5: note: [c] W\n    Why: Y.\n"))
    #expect(report(.csv).contains(",'=1+1,,,,W,"), "\(report(.csv))")
    #expect(report(.sarif).contains("\"W. Y.\"") && report(.sarif).contains("a%09b~/c"))
  }

  @Test func jsonLinesKeepTheirKeysInOrder() throws {
    let lines = Self.report(.jsonl).split(separator: "\n")
    #expect(lines.count == 3)
    for line in lines {
      let object = try JSONDocument(Array(line.utf8)).root
      #expect(
        object.members?.map(\.key) == [
          "file", "line", "column", "segment", "severity", "check", "claim", "serviceLine", "date", "codes",
          "what",
          "why", "do", "sources", "other", "related",
        ])
    }
  }

  @Test func sarifIsADocumentOfItsVersion() throws {
    for lines in [Self.lines, []] {
      let text = Self.report(.sarif, lines)
      let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect(document["version"] as? String == "2.1.0")
      let run = try #require((document["runs"] as? [[String: Any]])?.first)
      let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
      let rules = try #require(driver["rules"] as? [[String: Any]]).compactMap { $0["id"] as? String }
      #expect(Set(rules).count == rules.count)
      let results = try #require(run["results"] as? [[String: Any]])
      #expect(results.count == (lines.isEmpty ? 0 : 3))
      for result in results {
        #expect(rules.contains(try #require(result["ruleId"] as? String)))
        #expect(["error", "warning", "note"].contains(try #require(result["level"] as? String)))
      }
      #expect(text.contains("my%20claims.csv") == !lines.isEmpty)
    }
  }

  @Test(arguments: AuditFormat.allCases) func patientsAreInNoOutput(_ format: AuditFormat) {
    #expect(!Self.report(format).contains("SAMPLE-9"))
    var report = AuditReport(format, file: "a.837", audit: wholeAudit, version: "1")
    var text: [UInt8] = []
    report.forEachPiece(of: auditX12(Self.lines.x12)) { text += $0 }
    #expect(!text.isEmpty)
    for name in ["SAMPLE", "PAT*", "\u{1B}"] {
      #expect(!String(decoding: text, as: UTF8.self).contains(name))
    }
  }

  @Test func theSummaryCountsAndTheThresholdDecides() {
    var summary = AuditSummary()
    for finding in auditRows(Self.lines + [Line("D9950")]) { summary.count(finding) }
    (summary.claims, summary.skippedClaims) = (2, 1)
    #expect(
      summary.text == """
        0 service lines of 2 claims audited: 3 errors, 0 warnings, 1 note
          1 analysis-without-report
          1 code-not-in-force
          1 two-renderings
          1 upper-code-lower-area
        1 claim not audited: not dental

        """)
    var selection = AuditSelection()
    #expect(summary.fails(selection))
    selection.failOn = nil
    #expect(!summary.fails(selection))
    var notes = AuditSummary()
    for finding in auditRows([Line("D9950")]) { notes.count(finding) }
    #expect(!notes.fails(AuditSelection()))
    selection.failOn = .note
    #expect(notes.fails(selection))
  }
}
