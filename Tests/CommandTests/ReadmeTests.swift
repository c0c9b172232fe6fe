import Foundation
import TestSupport
import Testing

@testable import cdtadvise

/// The README is true: its transcripts are what happens, its flags and commands are all there are.
struct ReadmeTests {
  static let readme =
    (try? String(
      contentsOf: TestFiles.package.appendingPathComponent("README.md"), encoding: .utf8)) ?? ""

  /// The blocks marked as console transcripts.
  static var transcripts: [String] {
    readme.components(separatedBy: "```console\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
  }

  @Test func thereAreTranscripts() {
    #expect(Self.transcripts.count >= 2)
  }

  @Test(arguments: transcripts) func transcriptIsWhatHappens(_ recorded: String) throws {
    let lines = recorded.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let command = try #require(lines.first { $0.hasPrefix("$ cdtadvise") })
    let typed = lines.filter { $0.hasPrefix("[1-") }.compactMap { $0.components(separatedBy: "] ").last }
    if typed.isEmpty {
      let result = SnapshotTests.transcript(command)
      #expect(result == recorded.replacingOccurrences(of: "```", with: "") + "[0]\n")
    } else {
      #expect(try Self.interview(command, typed) == recorded)
    }
  }

  /// What a terminal shows of an interview in which these lines are typed.
  private static func interview(_ command: String, _ typed: [String]) throws -> String {
    let words = command.split(separator: " ").dropFirst(2).map(String.init)
    let terminal = try PseudoTerminal(words)
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

  @Test func everyCommandIsCalledByItsName() {
    for command in Command.all { #expect(Command.named(command.name)?.name == command.name) }
  }

  @Test func everyFlagIsNamedInTheHelpOfItsCommand() {
    for command in Command.all {
      let help = CommandRun.run(["help", command.name], environment: ["COLUMNS": "200"]).output
      for flag in command.flags { #expect(help.contains(flag.typed), "\(command.name) \(flag.typed)") }
    }
  }

  @Test func flagsHaveOneMeaning() {
    for command in Command.all {
      #expect(Set(command.flags.map(\.name)).count == command.flags.count, "\(command.name)")
      let shorts = command.flags.compactMap(\.short)
      #expect(Set(shorts).count == shorts.count, "\(command.name)")
    }
  }
}
