import CodingRules
import Foundation
import StrictJSON

@testable import cdtadvise

/// A parser of untrusted bytes.
struct Reader: Sendable {
  /// Reads bytes; traps if the result violates an invariant.
  let read: @Sendable ([UInt8]) -> Void

  /// The reader named by the environment.
  static let chosen = ProcessInfo.processInfo.environment["READER"].flatMap { all[$0] }

  /// All readers by name.
  static var all: [String: Reader] {
    [
      "jsonl": Reader(rows: [
        "batch - --from jsonl", "batch - --from jsonl --to csv --full", "batch - --from jsonl --text note -q",
        "batch - --from jsonl --columns status,problem --show-values", "map - --from jsonl",
        "audit - --from jsonl",
      ]),
      "csv": Reader(rows: [
        "batch - --from csv", "batch - --from csv --to jsonl --full",
        "batch - --from tsv --to csv --visit-by id",
        "batch - --from csv --text note --billed billed", "map - --from csv",
        "audit - --from csv --format csv",
        "batch - --from csv --encoding windows-1252",
      ]),
      "claims": Reader(rows: [
        "audit - --from 837", "audit - --from 837 --sorted --format json", "audit - --format sarif",
      ]),
      "sentences": Reader(rows: ["read - --json", "read -", "visit -"]),
      "visits": Reader(rows: ["visit -", "visit - --json", "visit - --format note"]),
      "profiles": Reader(rows: ["batch rows.csv --profile -", "batch rows.jsonl --profile - --to csv"]),
      "plans": Reader(rows: ["audit rows.csv --plan -", "explain D0470 --plan -"]),
      "lines": Reader { readTyped($0, keys: false) },
      "keys": Reader { readTyped($0, keys: true) },
      "arguments": Reader { readArguments($0) },
      "rules": Reader { RuleFolderFuzz.shared.read($0) },
    ]
  }
}

extension Reader {
  /// Creates a reader of standard input; the first byte selects the command line for the rest.
  fileprivate init(rows lines: [String]) {
    let runs = lines.map { FuzzRun($0) }
    read = { bytes in
      guard let first = bytes.first else { return }
      var run = runs[Int(first) % runs.count]
      run.input = Array(bytes.dropFirst())
      let result = run.run()
      if Int(first) / runs.count % 2 == 0 {
        // The result is the same for every read size.
        run.readSize = 1 + Int(first) % 7
        precondition(run.run() == result)
      } else {
        run.isTerminal = true
        run.run()
      }
    }
  }
}

/// Reads typed input at one of the prompts.
private func readTyped(_ bytes: [UInt8], keys: Bool) {
  guard let first = bytes.first else { return }
  let lines = [
    "", "visit", "quiz splint --seed 7", "quiz splint --seed 7 --choices", "teach aaoms-implant",
    "ask splint",
  ]
  var run = FuzzRun(lines[Int(first) % lines.count])
  (run.input, run.isTerminal, run.readsKeys) = (Array(bytes.dropFirst()), true, keys)
  run.run()
}

/// Reads zero-terminated command-line arguments; no path leads out of the folder.
private func readArguments(_ bytes: [UInt8]) {
  let words = bytes.filter { $0 != UInt8(ascii: "/") }.split(separator: 0, omittingEmptySubsequences: false)
  var run = FuzzRun("")
  run.words = words.map(Array.init)
  let result = run.run()
  precondition(run.run().status == result.status)
}
