import Foundation
import TestSupport
import Testing

@testable import cdtadvise

/// A quiz taken by a learner, and a lesson played by a class.
struct TeachingAtTerminalTests {
  static let quiz = ["quiz", "model", "--seed", "7", "--count", "2"]

  static func run(_ lines: String, _ flags: [String] = []) -> CommandResult {
    CommandRun.run(
      quiz + flags, input: Data(lines.utf8), environment: ["CDTADVISE_RULES": TestFiles.testBook],
      isTerminal: true)
  }

  @Test(arguments: [
    ("nothing\n803 396 d393\n", "2 of 2 right (100 percent)\n", 0),
    ("?\n\nno code\n803\nq\n", "1 of 2 right (50 percent)\n", 1),
    ("none\n803\n803 396 393\n", "1 of 2 right (50 percent)\n", 1),
    ("none\n", "1 of 1 right (100 percent)\n", 1), ("q\n", "0 of 0 right (0 percent)\n", 1),
  ])
  func theScoreCountsFirstTries(_ lines: String, _ score: String, _ status: Int32) {
    let result = Self.run(lines, ["--pass", "80"])
    #expect(result.output == score)
    #expect(result.status == status)
  }

  @Test func controlCharactersAreSpaces() {
    let result = Self.run("none\n803\t396\0d393\n")
    #expect(result.output == "2 of 2 right (100 percent)\n")
    #expect(!result.errors.contains("\0"))
  }

  @Test func partlyRightSaysWhatIsMissing() {
    let result = Self.run("none\n803 470\nq\n")
    #expect(result.errors.contains("Partly right. Report: D0803 D0396 D0393."))
    #expect(result.errors.contains("You missed D0396, D0393."))
    #expect(result.errors.contains("Not D0470: It is ruled out at “How was it captured?”"))
    #expect(result.errors.contains("Again: question 2"))
  }

  @Test func aLetterIsAnAnswer() {
    let result = Self.run("a\nq\n", ["--choices"])
    #expect(result.output.contains("of 1 right"))
  }

  @Test func theRecordKeepsEveryAnswer() throws {
    let file = try TestFiles.newFolder().appendingPathComponent("record")
    for lines in ["none\n803\n803 396 393\n", "q\n", "470\nq\n"] {
      _ = Self.run(lines, ["--record", file.path])
    }
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t").prefix(4).joined(separator: "|")
    }
    #expect(
      rows == [
        "date|result|answer|codes", "2026-03-02|right|none|none",
        "2026-03-02|partly right|D0803|D0803 D0396 D0393",
        "2026-03-02|right|D0803 D0396 D0393|D0803 D0396 D0393", "2026-03-02|wrong|D0470|none",
      ])
  }

  @Test func otherFilesAreNotRecords() throws {
    let file = try TestFiles.newFolder().appendingPathComponent("record")
    try "mine".write(to: file, atomically: true, encoding: .utf8)
    let result = Self.run("none\n", ["--record", file.path])
    #expect(result.status == ExitStatus.badData.rawValue)
    #expect(result.errors.contains("not a record of 'quiz'"))
    #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
  }

  @Test func aClassPlaysALesson() {
    let result = CommandRun.run(
      ["teach", "ortho-records-digital"], input: Data("study\n1\nback\nitero\nq\n".utf8), isTerminal: true)
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("Right: To study the case or plan treatment."))
    #expect(result.errors.contains("Here the paths diverge"))
    #expect(result.errors.contains("Right: Scanner in the mouth."))
  }
}
