import Foundation
import TestSupport
import Testing

@testable import cdtadvise

/// The interview at a pseudo-terminal.
@Suite(.serialized) struct InterviewAtTerminalTests {
  static let on = ["--on", "2026-03-02"]

  @Test func fourAnswersLeadToTheAdviceOfTheFlags() throws {
    let terminal = try PseudoTerminal(["ask", "model"] + Self.on, pipesOutput: true)
    for line in ["records", "iTero", "2", "no"] {
      #expect(terminal.read(until: "] ").contains("What ") || line != "records")
      try terminal.type(line + "\n")
    }
    let end = terminal.finish()
    let flags = CommandRun.run(
      ["--purpose", "diagnostic", "--capture", "intraoral-scan", "--printed", "lab", "--simulated", "no"]
        + Self.on, environment: ["CDTADVISE_RULES": TestFiles.testBook])
    #expect(end.piped == flags.output)
    #expect(end.status == 0)
  }

  @Test func flagsAnswerBeforehandAndPromptsAskTheRest() throws {
    let terminal = try PseudoTerminal(["--simulated", "no", "--capture", "itero"] + Self.on)
    #expect(terminal.read(until: "] ").contains("What is the model for?"))
    try terminal.type("1\n")
    #expect(terminal.read(until: "] ").contains("Was a model printed from it?"))
    try terminal.type("lab\n")
    #expect(terminal.read(until: "] ").contains("Report D0801"))
    try terminal.type("\n")
    let end = terminal.finish()
    #expect(end.status == 0)
  }

  /// The rules that ship have a question with so many answers that its texts are shortened.
  @Test func aLongListIsShortened() throws {
    let shown = SnapshotTests.transcript("$ cdtadvise ask model --purpose device --on 2026-03-02 <<| ? | why")
    let first = try #require(shown.split(separator: "\n").first { $0.hasPrefix("  1 ") })
    #expect(first.contains(/^  1   .+  \d\d  [A-Z]/) && first.count <= 80)
    #expect(shown.contains("\nOther names work too: ") && shown.contains(" more: no extra code"))
  }

  @Test func endOfInputExplainsHowToContinue() throws {
    let terminal = try PseudoTerminal(Self.on)
    _ = terminal.read(until: "] ")
    try terminal.type("1\n")
    _ = terminal.read(until: "] ")
    try terminal.type("\u{04}")
    let end = terminal.finish()
    #expect(
      end.shown.contains(
        "stopped before an answer; resume with: cdtadvise --on 2026-03-02"))
    #expect(end.status == 3)
  }

  @Test(arguments: ["q", "quit", "exit"]) func quitEndsWithoutAdvice(_ word: String) throws {
    let terminal = try PseudoTerminal(Self.on)
    _ = terminal.read(until: "] ")
    try terminal.type(word + "\n")
    #expect(terminal.finish().status == 3)
  }

  /// At every prompt, with a line break, and so that a shell loop ends as well.
  @Test(arguments: [[], ["visit"], ["teach", "two-ways"], ["quiz"], ["--on", "2026-03-02"]])
  func interruptEndsAtOnce(_ words: [String]) throws {
    let terminal = try PseudoTerminal(words)
    _ = terminal.read(until: "] ")
    terminal.interrupt()
    let end = terminal.finish()
    #expect(end.shown == "\n")
    #expect(end.status == ExitStatus.interrupted.rawValue)
  }

  @Test func pastedControlCharactersAreNotShown() throws {
    let terminal = try PseudoTerminal(Self.on)
    _ = terminal.read(until: "] ")
    try terminal.type("\u{1B}]0;owned\u{07}\u{C2}\u{9B}31m\n")
    let reply = terminal.read(until: "] ").split(separator: "\n").dropFirst().joined()
    #expect(!reply.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
    try terminal.type("q\n")
    #expect(terminal.finish().status == 3)
  }

  @Test func noInputNeverPrompts() throws {
    let terminal = try PseudoTerminal(["--no-input"])
    #expect(terminal.finish().status == 3)
  }

  @Test func machineOutputHasNoColorEvenAtATerminal() throws {
    let answers = ["--purpose", "diagnostic", "--capture", "stone-cast", "--json", "--color", "auto"]
    let terminal = try PseudoTerminal(answers + Self.on)
    #expect(!terminal.finish().shown.contains("\u{1B}"))
  }
}
