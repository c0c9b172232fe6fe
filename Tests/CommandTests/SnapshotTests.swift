import Foundation
import TestSupport
import Testing

@testable import cdtadvise

/// Whole runs of the command, a file for each command: command lines, and what each must leave.
/// All but those of `standard-rules.txt` use the small test book.
struct SnapshotTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")

  static var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
      .filter { $0.hasSuffix(".txt") }.sorted()
  }

  @Test(arguments: names) func runsAsRecorded(_ name: String) throws {
    let snapshot = Snapshot(Self.folder.appendingPathComponent(name))
    let commands = try snapshot.recorded.split(separator: "\n").filter { $0.hasPrefix("$ cdtadvise") }
    #expect(!commands.isEmpty)
    let rules = name == "standard-rules.txt" ? "" : TestFiles.testBook
    let now = commands.map { Self.transcript(String($0), rules: rules) }.joined(separator: "\n")
    let difference = try snapshot.difference(from: now)
    #expect(difference.isEmpty, "\(name):\n\(difference)")
  }

  @Test func everyCommandIsRecorded() {
    #expect(Set(Self.names).isSuperset(of: Command.all.map { "\($0.name).txt" }))
  }

  /// What a line leaves: `$ cdtadvise WORDS`, after it `<<< TEXT` for standard input.
  static func transcript(_ line: String, rules: String = "") -> String {
    let parts = line.dropFirst("$ cdtadvise".count).components(separatedBy: " <<< ")
    let input = parts.count > 1 ? parts[1] + "\n" : ""
    let result = CommandRun.run(
      words(parts[0]), input: Data(input.utf8), environment: ["CDTADVISE_RULES": rules])
    let errors = result.errors.isEmpty ? "" : "--- stderr\n\(result.errors)"
    return "\(line)\n\(result.output)\(errors)[\(result.status)]\n"
  }

  /// The words of a line as a shell takes them, single quotes understood.
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
