import CodingRules

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

  /// Draws the prompt and the line again, and rows below them in place of those that were there.
  mutating func redraw(_ line: EditedLine, below rows: [String] = []) -> String {
    let (end, cursor) = (width(line.text), width(line.textBeforeCursor))
    var text = up(row) + "\r\u{1B}[J" + prompt + line.text
    // A full row is left only by the next character.
    if end > 0, end % columns == 0 { text += "\n" }
    for row in rows { text += "\r\n" + row.cut(to: columns - 1) }
    row = cursor / columns
    text += up(end / columns + rows.count - row) + "\r"
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
