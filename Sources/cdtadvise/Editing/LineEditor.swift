import CodingRules

/// Reads lines with editing keys and a history of the session.
struct LineEditor {
  private var keys: KeyReader
  private let output: ByteOutput
  private let columns: Int
  private var earlier: [String] = []

  init(_ terminal: Terminal) {
    keys = KeyReader(terminal.input)
    output = terminal.errors
    columns = max(2, terminal.width(of: terminal.errors))
  }

  /// Prompts for a line; nil at the end of input.
  ///
  /// - Parameter matches: The possible meanings of an unfinished line, listed below it for the arrow keys.
  mutating func line(after prompt: String, matches: (String) -> [String] = { _ in [] }) -> String? {
    var line = EditedLine()
    var screen = EditedScreen(prompt: prompt, columns: columns)
    var list = MatchList()
    // The history that the arrow keys browse; the last line is the one being typed.
    var (lines, index) = (earlier + [""], earlier.count)
    write(prompt)
    while true {
      guard let key = keys.next(), key != .endOfInput || !line.characters.isEmpty else { return nil }
      switch key {
      case .enter:
        line = list.chosen.map(EditedLine.init) ?? line
        write((list.isEmpty ? "" : screen.redraw(line)) + screen.end(line) + "\n")
        if !line.text.trimmed.isEmpty, line.text != earlier.last { earlier.append(line.text) }
        return line.text
      case .earlier where !list.isEmpty, .later where !list.isEmpty:
        list.move(by: key == .earlier ? -1 : 1)
        write(screen.redraw(line, below: list.rows))
      case .earlier, .later:
        let next = key == .earlier ? index - 1 : index + 1
        guard lines.indices.contains(next) else { continue }
        lines[index] = line.text
        index = next
        line = EditedLine(lines[index])
        write(screen.redraw(line))
      default:
        let canAppend = line.isAtEnd && list.isEmpty
        guard line.apply(key) else { continue }
        list = MatchList(matches(line.text))
        write(canAppend && list.isEmpty ? screen.append(key, line) : screen.redraw(line, below: list.rows))
      }
    }
  }

  private func write(_ text: String) { try? output.write(text: text) }
}
