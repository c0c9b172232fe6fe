import Foundation
import TestSupport
import Testing

/// Caching does not change results: a file gets the results of its rows one by one.
struct RowsAloneTests {
  static let header =
    "topic,date,purpose,capture,printed,simulated,device,claim,splint-maker,splint-count,Role,role"

  /// Recurring answers: complete paths, extra answers, invalid, blank, long, and repeated ones.
  static let answers = [
    "diagnostic,face-scan,no,no,crown,dental,surgeon,two,,", "diagnostic,face-scan,,no,,,,,,",
    "Diagnostic, Stone Cast ,,,,,,,,", "diagnostic,stone-cast,,,,,,,viewed,viewed",
    "diagnostic,stone-cast,,,,,,,viewed,", "diagnostic,,,,,,,,viewed,viewed",
    "diagnostic,,,,,,,,,viewed",
    "diagnostic,  ,,,,,,,,", "diagnostic,wrong,,,,,,,,", "diagnostic,stone-cast,wrong,,,,,,,",
    "device,,,,crown,,,,,", ",,,,,dental,surgeon,one,,",
    "diagnostic,\(String(repeating: "x", count: 300)),,,,,,,,",
    "diagnostic,intraoral-scan\(String(repeating: " ", count: 300)),office,simulated,,,,,,",
  ]
  static let days = ["2026-03-02", "2010-03-02", "2031-03-02", " 2024-12-31", "", "2026-02-30"]
  static let topics = ["", "model", "splint", "Model ", "none"]

  static let rows: [String] = {
    var random = SeededGenerator(seed: 1_895)
    return (0..<90).compactMap { number in
      guard let day = days.randomElement(using: &random), let topic = topics.randomElement(using: &random)
      else { return nil }
      return "\(number % 3 == 0 ? topic : ""),\(day),\(answers[number % answers.count])"
    }
  }()

  @Test(arguments: [[], ["--strict"], ["--full", "--to", "jsonl"]])
  func filesEqualSingleRows(_ flags: [String]) throws {
    func results(_ rows: [String]) throws -> [Substring] {
      let input = Data(([Self.header] + rows).map { $0 + "\n" }.joined().utf8)
      let words = ["batch", "-", "--from", "csv", "--on", "2026-01-15", "-q"] + flags
      let lines = CommandRun.run(words, input: input).output.split(separator: "\n")
      return flags.contains("jsonl") ? lines : Array(lines.dropFirst())
    }
    let together = try results(Self.rows)
    #expect(together.count == Self.rows.count)
    for (row, result) in zip(Self.rows, together) { #expect(try results([row]) == [result]) }
  }
}
