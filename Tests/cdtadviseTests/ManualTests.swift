import Foundation
import Testing

@testable import cdtadvise

/// Help, manual page and completions come from the same tables; here it is proved that nothing is left out.
struct ManualTests {
  @Test func everyCommandAndFlagIsInManualHelpAndCompletion() throws {
    let manual = try CommandProcess.run(["man"]).output.replacingOccurrences(of: "\\-", with: "-")
    for command in Command.all {
      let help = try CommandProcess.run(["help", command.name]).output
      let completed = try CommandProcess.run(["complete", "--", command.name, "--"]).output
      #expect(
        manual.contains("\\fB\(command.usage.dropFirst("cdtadvise ".count).replacing("…", with: "..."))\\fR"))
      for flag in command.flags {
        #expect(help.contains(flag.typed) || command.name == "help", "\(command.name) \(flag.typed)")
        #expect(manual.contains(flag.typed), "\(flag.typed)")
        #expect(
          completed.split(separator: "\n").contains { $0 == flag.typed }, "\(command.name) \(flag.typed)")
      }
    }
  }

  @Test func theManualPageIsSoundRoff() throws {
    let page = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).1")
    try CommandProcess.run(["man"]).output.write(to: page, atomically: true, encoding: .utf8)
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

  @Test(arguments: [
    (["ask", "model", "--capture", "st"], ["stone-cast"]), (["te"], ["teach"]), (["--pur"], ["--purpose"]),
    (["cb"], ["cbct"]), (["explain", "D080"], ["D0801", "D0802", "D0803", "D0804"]),
    (["teach", "ceph"], ["ceph-referral"]),
    (["completions", ""], ["bash", "fish", "zsh"]), (["topics", "--format", ""], ["json", "text"]),
    (["ask", "--answer", ""], []), (["check", ""], []), (["splint", "--splint-m"], ["--splint-maker"]),
  ])
  func wordsAreCompleted(_ words: [String], _ found: [String]) throws {
    let result = try CommandProcess.run(["complete", "--"] + words)
    #expect(result.output.split(separator: "\n").map(String.init) == found)
  }

  @Test func bashTakesItsScript() throws {
    let script = try CommandProcess.run(["completions", "bash"]).output
    let bash = Process()
    let output = Pipe()
    bash.executableURL = URL(fileURLWithPath: "/bin/bash")
    bash.arguments = [
      "-c", script + "COMP_WORDS=(cdtadvise draw c); COMP_CWORD=2; _cdtadvise; echo \"${COMPREPLY[@]}\"",
    ]
    let folder = CommandProcess.executable.deletingLastPathComponent().path
    bash.environment = ["PATH": "\(folder):/usr/bin:/bin"]
    bash.standardOutput = output
    try bash.run()
    bash.waitUntilExit()
    let words = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(words == "cbct cephalometric\n")
  }
}
