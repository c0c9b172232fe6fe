import Foundation
import TestSupport
import Testing

@testable import cdtadvise

/// Help, manual page, and completions are generated from the same tables and are complete.
struct ManualTests {
  @Test func everyCommandAndFlagIsInManualHelpAndCompletion() throws {
    let manual = CommandRun.run(["man"]).output.replacingOccurrences(of: "\\-", with: "-")
    for command in Command.all {
      let help = CommandRun.run(["help", command.name]).output
      let completed = CommandRun.run(["complete", "--", command.name, "--"]).output
      #expect(
        manual.contains("\\fB\(command.usage.dropFirst("cdtadvise ".count).replacing("…", with: "..."))\\fR"))
      for flag in command.flags {
        #expect(help.contains(flag.typed), "\(command.name) \(flag.typed)")
        #expect(manual.contains(flag.typed), "\(flag.typed)")
        #expect(
          completed.split(separator: "\n").contains { $0 == flag.typed }, "\(command.name) \(flag.typed)")
      }
    }
  }

  @Test func theManualPageIsValidRoff() throws {
    let page = Data(CommandRun.run(["man"]).output.utf8)
    let result = try CommandProcess.run(
      ["-man", "-ww", "-z"], of: "/usr/bin/groff", input: page, environment: ["PATH": "/usr/bin:/bin"])
    #expect(result == CommandResult(output: "", errors: "", status: 0))
  }

  /// Words as split by bash, and the completions of the last one.
  @Test(arguments: [
    ("draw p", "panoramic"), ("batch model c", ""), ("--answer purpose = d", "device diagnostic"),
    ("--answer pur", "purpose="), ("--capture = st", "stone-cast"), ("--capture =", "face-scan"),
    ("-o f", ""), ("ask --purpose d", "device diagnostic"),
  ])
  func bashCompletes(_ words: String, _ found: String) throws {
    let output = try completions(of: words)
    #expect(output.hasPrefix(found) && (found.isEmpty == (output == "\n")))
  }

  /// Returns what bash offers for the last word.
  private func completions(of words: String, in folder: URL? = nil) throws -> String {
    let script = CommandRun.run(["completions", "bash"]).output
    let line = """
      COMP_WORDS=(cdtadvise \(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _cdtadvise 2>/dev/null; echo "${COMPREPLY[@]}"
      """
    let path = CommandProcess.executable.deletingLastPathComponent().path
    let environment = [
      "PATH": "\(path):/usr/bin:/bin",
      "CDTADVISE_RULES": TestFiles.package.appendingPathComponent(TestFiles.testBook).path,
    ]
    return try CommandProcess.run(
      ["-c", script + line], of: "/bin/bash", environment: environment, in: folder
    ).output
  }

  /// For files alone, nothing is offered, so that bash completes file names itself; along with other
  /// words, files are listed.
  @Test func bashCompletesFilesAndTopics() throws {
    let folder = try TestFiles.newFolder()
    try Data().write(to: folder.appendingPathComponent("models.csv"))
    #expect(try completions(of: "batch m", in: folder) == "model models.csv\n")
  }
}
