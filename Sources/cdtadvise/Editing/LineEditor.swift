import CodingRules

/// Reads the lines that a person types, with editing keys and a history if the terminal can move its cursor.
struct LineEditor {
  /// The bytes that are kept of a line; the rest is dropped.
  static let maxLineLength = 4096

  private let terminal: Terminal
  private let columns: Int
  private var keys: KeyReader
  private var earlier: [String] = []

  init(_ terminal: Terminal) {
    (self.terminal, keys) = (terminal, KeyReader(terminal.input))
    columns = max(2, terminal.width(of: terminal.errors))
  }

  /// Prompts for a line and returns it without its line break; nil at the end of input.
  ///
  /// - Parameter matches: The possible meanings of an unfinished line, listed below it for the arrow keys.
  mutating func next(_ prompt: String, matches: (String) -> [String] = { _ in [] }) -> String? {
    guard terminal.editsLines, terminal.readKeys(true) else {
      terminal.say(prompt)
      return wholeLine()
    }
    defer { _ = terminal.readKeys(false) }
    return line(after: prompt, matches: matches)
  }

  /// Reads a line that the terminal edits. Malformed UTF-8 is repaired; control characters, such as a pasted tab,
  /// become spaces.
  private mutating func wholeLine() -> String? {
    var (line, isEnded): ([UInt8], Bool) = ([], false)
    while !isEnded, let byte = keys.bytes.next() {
      isEnded = byte == UInt8(ascii: "\n")
      if !isEnded, line.count < Self.maxLineLength { line.append(byte) }
    }
    if line.isEmpty, !isEnded { return nil }
    let text = String(decoding: line, as: UTF8.self)
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isControl ? " " : $0 }))
  }

  /// Edits a line; nil at the end of input.
  mutating func line(after prompt: String, matches: (String) -> [String] = { _ in [] }) -> String? {
    var line = EditedLine()
    var screen = EditedScreen(prompt: prompt, columns: columns)
    var list = MatchList()
    // The history that the arrow keys browse; the last line is the one being typed.
    var (lines, index) = (earlier + [""], earlier.count)
    terminal.say(prompt)
    while true {
      guard let key = keys.next(), key != .endOfInput || !line.characters.isEmpty else { return nil }
      switch key {
      case .enter:
        line = list.chosen.map(EditedLine.init) ?? line
        terminal.say((list.isEmpty ? "" : screen.redraw(line)) + screen.end(line) + "\n")
        if !line.text.trimmed.isEmpty, line.text != earlier.last { earlier.append(line.text) }
        return line.text
      case .earlier where !list.isEmpty, .later where !list.isEmpty:
        list.move(by: key == .earlier ? -1 : 1)
        terminal.say(screen.redraw(line, below: list.rows))
      case .earlier, .later:
        let next = key == .earlier ? index - 1 : index + 1
        guard lines.indices.contains(next) else { continue }
        lines[index] = line.text
        index = next
        line = EditedLine(lines[index])
        terminal.say(screen.redraw(line))
      default:
        let canAppend = line.isAtEnd && list.isEmpty
        guard line.apply(key) else { continue }
        list = MatchList(matches(line.text))
        terminal.say(
          canAppend && list.isEmpty ? screen.append(key, line) : screen.redraw(line, below: list.rows))
      }
    }
  }
}
