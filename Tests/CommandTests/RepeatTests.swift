import Foundation
import TestSupport
import Testing

/// The command that repeats an advice works for any name of the rule folder.
struct RepeatTests {
  @Test(arguments: ["plain", "with blanks", "it's", "$HOME `x`", "a;b&c|d*"])
  func theLineGivesTheSameAdvice(_ name: String) throws {
    let folder = try TestFiles.newFolder().appendingPathComponent(name)
    let book = TestFiles.package.appendingPathComponent(TestFiles.testBook)
    try FileManager.default.copyItem(at: book, to: folder)
    let words = ["ask", "pano", "--source", "derived", "--on", "2026-03-02", "--details"]
    let advice = CommandRun.run(words + ["--rules", folder.path], environment: ["COLUMNS": "300"])
    let line = try #require(advice.output.split(separator: "\n").first { $0.hasPrefix("  cdtadvise ") })
    let parsed = try CommandProcess.run(["-c", "printf '%s\\n' \(line)"], of: "/bin/sh").output
    let repeated = parsed.split(separator: "\n").dropFirst().map(String.init)
    #expect(CommandRun.run(repeated + ["--details"], environment: ["COLUMNS": "300"]) == advice)
    #expect(advice.status == 0 && repeated.contains(folder.path))
  }
}
