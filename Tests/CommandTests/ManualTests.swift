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
    let page = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).1")
    try CommandRun.run(["man"]).output.write(to: page, atomically: true, encoding: .utf8)
    let groff = Process()
    let errors = Pipe()
    groff.executableURL = URL(fileURLWithPath: "/usr/bin/groff")
    groff.arguments = ["-man", "-ww", "-z", page.path]
    groff.standardError = errors
    try groff.run()
    groff.waitUntilExit()
    #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
    #expect(groff.terminationStatus == 0)
  }

  /// Words as split by bash, and the completions of the last one.
  @Test(arguments: [
    ("draw p", "panoramic"), ("batch model c", ""), ("--answer purpose = d", "device diagnostic"),
    ("--answer pur", "purpose="), ("--capture = st", "stone-cast"), ("--capture =", "face-scan"),
    ("-o f", ""), ("ask --purpose d", "device diagnostic"),
  ])
  func bashCompletes(_ words: String, _ found: String) throws {
    let script = CommandRun.run(["completions", "bash"]).output
    let line = """
      COMP_WORDS=(cdtadvise \(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _cdtadvise 2>/dev/null; echo "${COMPREPLY[@]}"
      """
    let folder = CommandProcess.executable.deletingLastPathComponent().path
    let result = try CommandProcess.run(
      ["-c", script + line], of: "/bin/bash",
      environment: [
        "PATH": "\(folder):/usr/bin:/bin",
        "CDTADVISE_RULES": TestFiles.package.appendingPathComponent(TestFiles.testBook).path,
      ])
    #expect(result.output.hasPrefix(found) && (found.isEmpty == (result.output == "\n")))
  }

  /// For files alone, nothing is offered, so that bash completes file names itself; along with other
  /// words, files are listed.
  @Test func bashCompletesFilesAndTopics() throws {
    let folder = try TestFiles.newFolder()
    try Data().write(to: folder.appendingPathComponent("models.csv"))
    let script = CommandRun.run(["completions", "bash"]).output
    let line = """
      COMP_WORDS=(cdtadvise batch m); COMP_CWORD=2
      _cdtadvise 2>/dev/null; echo "${COMPREPLY[@]}"
      """
    let path = CommandProcess.executable.deletingLastPathComponent().path
    let result = try CommandProcess.run(
      ["-c", script + line], of: "/bin/bash", environment: ["PATH": "\(path):/usr/bin:/bin"], in: folder)
    #expect(result.output == "model models.csv\n")
  }
}
