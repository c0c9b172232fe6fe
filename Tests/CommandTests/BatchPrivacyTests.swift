import Foundation
import Testing

/// Row values stay out of standard error unless it is a terminal or they are requested.
struct BatchPrivacyTests {
  /// Rows with a patient name in the wrong position.
  static let rows = [
    #"{"purpose":"▸"}"#, #"{"topic":"▸"}"#, #"{"date":"▸"}"#, #"{"device":"▸","purpose":"device"}"#,
    #"{"services":[{"topic":"▸"}]}"#, #"{"services":[{"topic":"model","answers":{"▸":"x"}}]}"#,
    #"{"services":[{"topic":"model","answers":{"purpose":"▸"}}]}"#, #"{"services":"▸"}"#,
    #"{"services":[{"topic":"model"}],"facts":{"claim":"▸"}}"#,
    #"{"services":[{"topic":"model"}],"surgery":"▸"}"#,
    #"{"services":[{"topic":"model"}],"claim":"▸"}"#, #"{"a":{"▸":1,"▸":2}}"#, #"{"note":"▸""#, #"["▸"]"#,
    #"{"purpose":{"x":"▸"}}"#,
  ]

  private static func run(_ row: String, _ flags: [String], isTerminal: Bool = false) -> CommandResult {
    CommandRun.run(
      ["batch", "-", "--from", "jsonl", "--columns", "status", "--on", "2026-03-02"] + flags,
      input: Data((row.replacing("▸", with: "Jane Roe") + "\n").utf8), isTerminal: isTerminal)
  }

  @Test(arguments: rows) func valuesAreLeftOut(_ row: String) {
    let result = Self.run(row, [])
    #expect(result.status == 65)
    #expect(result.errors.hasPrefix("standard input:1: "))
    #expect(!result.errors.contains("Jane"), "\(result.errors)")
  }

  @Test func billedCodesAreLeftOut() {
    let rows = Data("notes,proc\n,D0801 JANE ROE\n".utf8)
    let result = CommandRun.run(
      ["batch", "-", "--from", "csv", "--text", "notes", "--billed", "proc", "--on", "2026-03-02"],
      input: rows)
    #expect(result.errors.hasPrefix("standard input:2: codes are billed, but nothing says what was done\n"))
  }

  @Test(arguments: rows.prefix(5)) func valuesAreShownOnRequest(_ row: String) {
    #expect(Self.run(row, ["--show-values"]).errors.contains("Jane Roe"))
    #expect(Self.run(row, [], isTerminal: true).errors.contains("Jane Roe"))
  }
}
