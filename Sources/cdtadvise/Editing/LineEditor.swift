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
  mutating func line(after prompt: String) -> String? {
    var line = EditedLine()
    var screen = EditedScreen(prompt: prompt, columns: columns)
    // The lines that the arrows go through; the last is the one being typed.
    var (lines, index) = (earlier + [""], earlier.count)
    write(prompt)
    while true {
      guard let key = keys.next(), key != .endOfInput || !line.characters.isEmpty else { return nil }
      switch key {
      case .enter:
        write(screen.end(line) + "\n")
        if !line.text.trimmed.isEmpty, line.text != earlier.last { earlier.append(line.text) }
        return line.text
      case .earlier, .later:
        let next = key == .earlier ? index - 1 : index + 1
        guard lines.indices.contains(next) else { continue }
        lines[index] = line.text
        index = next
        line = EditedLine(lines[index])
        write(screen.redraw(line))
      default:
        let wasAtEnd = line.isAtEnd
        guard line.apply(key) else { continue }
        write(wasAtEnd ? screen.append(key, line) : screen.redraw(line))
      }
    }
  }

  private func write(_ text: String) { try? output.write(text: text) }
}

/// What a terminal must be sent to show a prompt and the line after it, over as many rows as they take.
struct EditedScreen {
  let prompt: String
  let columns: Int
  /// The row of the cursor, counted from that of the prompt.
  private var row = 0

  init(prompt: String, columns: Int) {
    self.prompt = prompt
    self.columns = columns
    row = displayWidth(prompt) / columns
  }

  /// Adds a character at the end; draws anew where the key was another one, or a row is full.
  mutating func append(_ key: Key, _ line: EditedLine) -> String {
    let width = width(line.text)
    guard case .character(let character) = key, width % columns != 0, width / columns == row else {
      return redraw(line)
    }
    return String(character)
  }

  /// Draws the prompt and the line again.
  mutating func redraw(_ line: EditedLine) -> String {
    let (end, cursor) = (width(line.text), width(line.textBeforeCursor))
    var text = up(row) + "\r\u{1B}[J" + prompt + line.text
    // A full row is left only by the next character.
    if end > 0, end % columns == 0 { text += "\n" }
    row = cursor / columns
    text += up(end / columns - row) + "\r"
    return cursor % columns == 0 ? text : text + "\u{1B}[\(cursor % columns)C"
  }

  /// Moves after the line.
  mutating func end(_ line: EditedLine) -> String {
    let rows = width(line.text) / columns - row
    return rows > 0 ? "\u{1B}[\(rows)B" : ""
  }

  private func width(_ text: String) -> Int { displayWidth(prompt) + displayWidth(text) }

  private func up(_ rows: Int) -> String { rows > 0 ? "\u{1B}[\(rows)A" : "" }
}
