import CodingRules

/// Lines that can be edited while they are typed: arrow keys, Home, End, and the earlier lines of the session.
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

  /// The next line, typed after a prompt; nil at the end of input.
  ///
  /// - Parameter matches: What a line that is being typed can mean; listed below it, for the arrows to choose from.
  mutating func line(after prompt: String, matches: (String) -> [String] = { _ in [] }) -> String? {
    var line = EditedLine()
    var screen = EditedScreen(prompt: prompt, columns: columns)
    var list = MatchList()
    // The lines that the arrows go through; the last is the one being typed.
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
