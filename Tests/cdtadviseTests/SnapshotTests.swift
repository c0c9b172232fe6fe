import Foundation
import Testing

/// Whole runs of the command. A file in `Snapshots` holds the command lines of a subject and what each must leave:
/// both streams and the status. `RECORD_SNAPSHOTS=1 swift test` writes them anew, for a look at the difference.
struct SnapshotTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")

  static var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
      .filter { $0.hasSuffix(".txt") }.sorted()
  }

  @Test func thereAreSnapshots() {
    #expect(!Self.files.isEmpty)
  }

  @Test(arguments: files) func runsAsRecorded(_ name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let commands = recorded.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { $0.hasPrefix("$ cdtadvise") }.map(String.init)
    #expect(!commands.isEmpty)
    let now = try commands.map(Self.transcript).joined(separator: "\n")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try now.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(now == recorded)
    }
  }

  /// Runs a recorded line: `$ cdtadvise WORDS`, before it variables, behind it `<<< TEXT` for standard input.
  static func transcript(_ line: String) throws -> String {
    let parts = line.dropFirst("$ cdtadvise".count).components(separatedBy: " <<< ")
    let input = parts.count > 1 ? parts[1] + "\n" : ""
    let result = try CommandProcess.run(words(parts[0]), input: Data(input.utf8), in: repository)
    return [line + "\n", result.output, section("stderr", result.errors), "[\(result.status)]\n"].joined()
  }

  /// The folder of the package.
  static let repository = folder.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func section(_ name: String, _ text: String) -> String {
    text.isEmpty ? "" : "--- \(name)\n\(text)"
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
