import Foundation
import TestSupport
import Testing

@testable import cdtadvise

/// The README is correct: its transcripts are current, and its commands and flags are complete.
struct ReadmeTests {
  static let readme =
    (try? String(
      contentsOf: TestFiles.package.appendingPathComponent("README.md"), encoding: .utf8)) ?? ""

  /// The README with its console transcripts regenerated.
  private static func current() throws -> String {
    let parts = readme.components(separatedBy: "```console\n")
    let rest = try parts.dropFirst().map { part in
      let pieces = part.components(separatedBy: "```")
      return try ([transcript(pieces[0])] + pieces.dropFirst()).joined(separator: "```")
    }
    return ([parts[0]] + rest).joined(separator: "```console\n")
  }

  @Test func transcriptsAreCurrent() throws {
    #expect(Self.readme.components(separatedBy: "```console\n").count > 2)
    let file = TestFiles.package.appendingPathComponent("README.md")
    let difference = try Snapshot(file).difference(from: Self.current())
    #expect(difference.isEmpty, "\(difference)")
  }

  /// Regenerates a transcript from its command and typed lines.
  private static func transcript(_ recorded: String) throws -> String {
    let lines = recorded.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let command = try #require(lines.first { $0.hasPrefix("$ cdtadvise") })
    let typed = lines.filter { $0.hasPrefix("[1-") }.compactMap { $0.components(separatedBy: "] ").last }
    return typed.isEmpty
      ? String(SnapshotTests.transcript(command).dropLast("[0]\n".count)) : try interview(command, typed)
  }

  /// The terminal output of an interview in which these lines are typed.
  private static func interview(_ command: String, _ typed: [String]) throws -> String {
    let words = command.split(separator: " ").dropFirst(2).map(String.init)
    let terminal = try PseudoTerminal(words, rules: "")
    var shown = command + "\n"
    for line in typed {
      shown += terminal.read(until: "] ")
      try terminal.type(line + "\n")
    }
    return shown + terminal.finish().shown
  }

  @Test func everyCommandIsNamed() {
    for command in Command.all {
      #expect(
        Self.readme.contains("`\(command.name)") || Self.readme.contains("cdtadvise \(command.name)"),
        "\(command.name)")
    }
  }

  @Test func everyCommandIsFoundByName() {
    for command in Command.all { #expect(Command.named(command.name)?.name == command.name) }
  }

  @Test func flagsHaveOneMeaning() {
    for command in Command.all {
      #expect(Set(command.flags.map(\.name)).count == command.flags.count, "\(command.name)")
      let shorts = command.flags.compactMap(\.short)
      #expect(Set(shorts).count == shorts.count, "\(command.name)")
    }
  }
}
