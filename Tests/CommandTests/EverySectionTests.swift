import CodingRules
import Foundation
import Testing

/// Every section about the standard rules has content and fits the screen.
struct EverySectionTests {
  static let on = "--on 2026-03-02"

  static let subjects = [
    "explain D0801", "explain D0470 D0801", "explain 21085", "explain D6190", "explain 70355",
    "explain crown",
    "model --purpose device --device crown", "model --purpose diagnostic --capture stone-cast",
    "model --purpose diagnostic --capture impression-only --on 2019-01-01",
    "splint --claim medical --splint-maker lab --splint-payer invoice --splint-count one",
  ]

  @Test(arguments: subjects, AdviceSection.allCases)
  func aSectionFits(_ subject: String, _ section: AdviceSection) {
    let dated = subject.contains("--on") ? subject : "\(subject) \(Self.on)"
    Self.fits("\(dated) --show \(section.rawValue)")
  }

  @Test(arguments: subjects) func allFits(_ subject: String) {
    Self.fits("\(subject) --details")
    Self.fits(subject)
  }

  @Test(arguments: Plan.standard.map(\.id)) func aPlanFits(_ plan: String) {
    Self.fits("plans \(plan)")
    Self.fits("explain D0470 D0330 D0393 --plan \(plan) \(Self.on)")
    Self.fits("model --purpose diagnostic --capture stone-cast --plan \(plan) \(Self.on)")
    let visit = #"""
      {"date": "2026-03-02", "facts": {"claim": "dental"}, "services":
      [{"topic": "panoramic", "answers": {"source": "exposed", "role": "capture-and-read"}},
      {"topic": "model", "answers": {"purpose": "diagnostic", "capture": "stone-cast"}}]}
      """#.replacing("\n", with: "")
    Self.fits("visit - --plan \(plan)", input: visit)
    Self.fits("batch - --from jsonl --plan \(plan) --columns plan,status", input: visit)
  }

  @Test(arguments: [
    ("1,2022-12-31,D0801,1,", "D0801 on 2022-12-31, before its first day"),
    ("1,2025-01-01,D0351,1,", "Report D0801, D0802, D0803, D0804, whichever names what was done."),
    ("1,2031-01-01,D0470,1,", "The rules were reviewed for dates from 2005-01-01 through 2026-12-31."),
    ("1,2026-03-02,21085,1,\n1,2026-03-09,21141,1,", "21085 on 2026-03-02, then 21141 on 2026-03-09"),
    ("1,2026-03-02,21085,2,\n1,2026-03-02,21085,2,", "21085, 4 units"),
  ])
  func anAuditSays(_ lines: String, _ sentence: String) {
    let result = CommandRun.run(
      ["audit", "-", "--from", "csv"], input: Data("claim,date,code,units,area\n\(lines)\n".utf8))
    #expect(result.output.contains(sentence), "\(result.output)")
  }

  private static func fits(_ line: String, input: String = "") {
    let result = CommandRun.run(line.split(separator: " ").map(String.init), input: Data(input.utf8))
    #expect(!result.output.isEmpty, "\(line): \(result.errors)")
    if line.hasPrefix("batch") { return }
    for text in result.output.split(separator: "\n") where !text.contains("https://") {
      #expect(text.unicodeScalars.count <= 80, "\(line): \(text)")
    }
  }
}
