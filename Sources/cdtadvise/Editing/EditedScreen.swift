import CodingRules

/// Builds the output that shows a prompt and an edited line, which may wrap over several rows.
struct EditedScreen {
  let prompt: String
  let columns: Int
  /// The row of the cursor, 0 for the first row of the prompt.
  private var row = 0

  init(prompt: String, columns: Int) {
    self.prompt = prompt
    self.columns = columns
    row = displayWidth(prompt) / columns
  }

  /// Appends a typed character; redraws everything after any other key and when a row is full.
  mutating func append(_ key: Key, _ line: EditedLine) -> String {
    let width = width(line.text)
    guard case .character(let character) = key, width % columns != 0, width / columns == row else {
      return redraw(line)
    }
    return String(character)
  }

  /// Redraws the prompt and the line, and replaces the rows below them.
  mutating func redraw(_ line: EditedLine, below rows: [String] = []) -> String {
    let (end, cursor) = (width(line.text), width(line.textBeforeCursor))
    var text = up(row) + "\r\u{1B}[J" + prompt + line.text
    // Terminals wrap a full row only when the next character arrives.
    if end > 0, end % columns == 0 { text += "\n" }
    for row in rows { text += "\r\n" + row.cut(to: columns - 1) }
    row = cursor / columns
    text += up(end / columns + rows.count - row) + "\r"
    return cursor % columns == 0 ? text : text + "\u{1B}[\(cursor % columns)C"
  }

  /// Moves the cursor to the last row of the line.
  mutating func end(_ line: EditedLine) -> String {
    let rows = width(line.text) / columns - row
    return rows > 0 ? "\u{1B}[\(rows)B" : ""
  }

  private func width(_ text: String) -> Int { displayWidth(prompt) + displayWidth(text) }

  private func up(_ rows: Int) -> String { rows > 0 ? "\u{1B}[\(rows)A" : "" }
}
