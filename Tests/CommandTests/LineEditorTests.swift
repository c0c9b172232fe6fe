import Foundation
import Testing

@testable import cdtadvise

/// The line editor.
struct LineEditorTests {
  @Test(
    arguments: [
      ("pano\n", "pano"), ("pnao\u{1B}[D\u{1B}[D\u{7F}\u{1B}[Cn\n", "pano"),
      ("ano\u{1B}[Hp\n", "pano"), ("ano\u{01}p\u{05}s\n", "panos"), ("xpano\u{1B}OH\u{1B}[3~\n", "pano"),
      ("ceph pano\u{17}scan\n", "ceph scan"), ("ceph  \u{17}pano\n", "pano"),
      ("pano\u{02}\u{02}\u{0B}\n", "pa"),
      ("pano\u{15}ceph\n", "ceph"), ("pano\u{1B}[D\u{1B}[D\u{15}\n", "no"), ("a\u{1B}[1;5Db\n", "ba"),
      ("\u{1B}[200~pano\u{1B}[F!\r", "pano!"), ("é中👍\u{7F}\n", "é中"), ("pa\u{07}\u{00}no\u{9B}\n", "pano"),
      ("\u{1B}x\n", ""), ("pano\u{04}\n", "pano"), ("\u{08}\u{1B}[D\u{1B}[C\u{06}\u{1B}[3~pano\n", "pano"),
    ])
  func keysEditTheLine(_ keys: String, _ line: String) {
    var editor = LineEditor(Self.terminal(keys).0)
    #expect(editor.line(after: "> ") == line)
  }

  @Test func earlierLinesComeBack() {
    var editor = LineEditor(
      Self.terminal("pano\nceph\n\u{1B}[A\u{1B}[A\u{1B}[B\n\u{10}\u{10}\u{0E}\u{0E}!\n").0)
    let lines = (0..<4).map { _ in editor.line(after: "> ") }
    #expect(lines == ["pano", "ceph", "ceph", "!"])
  }

  /// Typing filters a list in which the arrows select; without a list, they recall earlier lines.
  @Test(arguments: [
    ("pa\n", "pa"), ("pa\u{1B}[B\n", "panoramic"), ("pa\u{1B}[B\u{1B}[B\n", "partial denture"),
    ("pa\u{1B}[B\u{1B}[B\u{1B}[B\n", "partial denture"), ("pa\u{1B}[B\u{1B}[A\n", "pa"),
    ("pa\u{1B}[Bn\n", "pan"), ("pan\u{1B}[B\n", "panoramic"), ("\u{1B}[B\n", ""), ("pax\u{1B}[B\n", "pax"),
  ])
  func arrowsChooseFromWhatFits(_ keys: String, _ line: String) {
    let (terminal, shown) = Self.terminal(keys)
    var editor = LineEditor(terminal)
    let chosen = editor.line(after: "> ") { typed in
      typed.isEmpty ? [] : ["panoramic", "partial denture"].filter { $0.hasPrefix(typed) }
    }
    #expect(chosen == line)
    #expect(shown.text.hasSuffix("\n"))
  }

  @Test func aLongFilteredListIsCutAndScrolls() {
    var list = MatchList((1...9).map { "answer \($0)" })
    #expect(list.rows.count == 7 && list.rows.last == "    … 3 more")
    for _ in 1...8 { list.move(by: 1) }
    #expect(list.chosen == "answer 8" && list.rows.contains("  > answer 8"))
  }

  @Test(arguments: ["", "\u{04}", "pano", "\u{1B}", "\u{1B}[", "\u{C3}"]) func inputEnds(_ keys: String) {
    var editor = LineEditor(Self.terminal(keys).0)
    #expect(editor.line(after: "> ") == nil)
  }

  @Test(arguments: [10, 40, 80]) func typedTextIsShownAndNothingElse(_ columns: Int) {
    let (terminal, shown) = Self.terminal("a long line of words\u{1B}[A\u{1B}]0;x\u{07}\n", columns: columns)
    var editor = LineEditor(terminal)
    _ = editor.line(after: "> ")
    let codes = shown.text.split(separator: "\u{1B}").dropFirst().compactMap(\.first)
    #expect(codes.allSatisfy { $0 == "[" })
    #expect(shown.text.hasSuffix("\n"))
  }

  /// A line wider than the screen wraps, with the cursor in the right position.
  @Test func fullRowsAreFollowedByANewOne() {
    var screen = EditedScreen(prompt: "> ", columns: 5)
    #expect(screen.redraw(EditedLine("abc")) == "\r\u{1B}[J> abc\n\r")
    #expect(screen.redraw(EditedLine("abcd")) == "\u{1B}[1A\r\u{1B}[J> abcd\r\u{1B}[1C")
    #expect(screen.end(EditedLine("abcd")) == "")
    #expect(
      screen.redraw(EditedLine("a"), below: ["bcd"]) == "\u{1B}[1A\r\u{1B}[J> a\r\nbcd\u{1B}[1A\r\u{1B}[3C")
  }

  private static func terminal(_ keys: String, columns: Int = 80) -> (Terminal, Sink) {
    let (typed, shown) = (Source(Data(keys.utf8), piece: 1), Sink())
    let terminal = Terminal(
      input: ByteInput(name: "standard input", isTerminal: true, read: typed.read),
      output: ByteOutput(write: { _ in }),
      errors: ByteOutput(isTerminal: true, width: columns, write: shown.write),
      environment: { _ in nil }, today: { nil }, seconds: { 0 }, removeOnSignal: { _ in })
    return (terminal, shown)
  }
}

/// Line editing at a pseudo-terminal.
@Suite(.serialized) struct EditingAtTerminalTests {
  @Test func arrowsEditAndRecallLines() throws {
    let terminal = try PseudoTerminal(InterviewAtTerminalTests.on)
    _ = terminal.read(until: "quit] ")
    try terminal.type("zz\r")
    #expect(terminal.read(until: "quit] ").contains("“zz”"))
    try terminal.type("\u{1B}[A\u{15}pno\u{1B}[D\u{1B}[Da\r")
    #expect(terminal.read(until: "help] ").contains("Panoramic images"))
    try terminal.type("\u{04}")
    #expect(terminal.finish().status == 3)
  }

  /// On a terminal without cursor movement, lines are read unedited.
  @Test func aDumbTerminalIsSentNoSequences() throws {
    let terminal = try PseudoTerminal(InterviewAtTerminalTests.on, kind: "dumb")
    _ = terminal.read(until: "quit] ")
    try terminal.type("pano\n")
    #expect(!terminal.read(until: "help] ").contains("\u{1B}"))
    try terminal.type("q\n")
    #expect(!terminal.finish().shown.contains("\u{1B}"))
  }
}
