import Foundation
import TestSupport
import Testing

@testable import cdtadvise

/// Recorded runs of the command, with a file of command lines and transcripts for each command.
/// `standard-*.txt` uses the standard book, `full-*.txt` a book with every key of every file, and
/// all others a small test book.
struct SnapshotTests {
  static let folder = TestFiles.package.appendingPathComponent("Tests/CommandTests/Snapshots")

  static var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
      .filter { $0.hasSuffix(".txt") }.sorted()
  }

  @Test(arguments: names) func runsAsRecorded(_ name: String) throws {
    let snapshot = Snapshot(Self.folder.appendingPathComponent(name))
    let commands = try snapshot.recorded.split(separator: "\n").filter { $0.hasPrefix("$ cdtadvise") }
    #expect(!commands.isEmpty)
    let full = "Tests/CodingRulesTests/BadRules/full"
    let rules = name.hasPrefix("standard-") ? "" : name.hasPrefix("full-") ? full : TestFiles.testBook
    let now = commands.map { Self.transcript(String($0), rules: rules) }.joined(separator: "\n")
    let difference = try snapshot.difference(from: now)
    #expect(difference.isEmpty, "\(name):\n\(difference)")
  }

  @Test func everyCommandIsRecorded() {
    #expect(Set(Self.names).isSuperset(of: Command.all.map { "\($0.name).txt" }))
  }

  /// The transcript of `$ cdtadvise WORDS`, optionally with `<<< TEXT` for standard input or with
  /// `<<| LINE | LINE` for lines typed at a terminal.
  static func transcript(_ line: String, rules: String = "") -> String {
    let typed = line.dropFirst("$ cdtadvise".count).components(separatedBy: " <<| ")
    let parts = typed[0].components(separatedBy: " <<< ")
    let lines = typed.dropFirst() + parts.dropFirst()
    let input = lines.map { $0.replacing(" | ", with: "\n") + "\n" }.joined()
    let result = CommandRun.run(
      words(parts[0]), input: Data(input.utf8), environment: ["CDTADVISE_RULES": rules],
      isTerminal: typed.count > 1)
    let errors = result.errors.isEmpty ? "" : "--- stderr\n\(result.errors)"
    return "\(line)\n\(result.output)\(errors)[\(result.status)]\n"
  }

  /// Splits a line into words like a shell, with single quotes.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    for character in line {
      switch character {
      case "'":
        isQuoted.toggle()
        word = word ?? ""
      case " " where !isQuoted:
        if let word { words.append(word) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
