/// A line being typed, with its cursor.
struct EditedLine {
  private(set) var characters: [Character]
  /// The index of the character after the cursor.
  private(set) var cursor: Int

  /// Creates a line with the cursor at its end.
  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }

  var textBeforeCursor: String { String(characters[..<cursor]) }

  /// Whether the cursor is after the last character.
  var isAtEnd: Bool { cursor == characters.count }

  /// Applies a key; returns whether the line or the cursor changed.
  mutating func apply(_ key: Key) -> Bool {
    let before = (characters.count, cursor)
    switch key {
    case .character(let character):
      guard characters.count < LineEditor.maxLineLength else { return false }
      characters.insert(character, at: cursor)
      cursor += 1
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .start: cursor = 0
    case .end: cursor = characters.count
    case .deleteBack: delete(from: max(0, cursor - 1))
    case .deleteAhead: if !isAtEnd { characters.remove(at: cursor) }
    case .deleteWord: delete(from: startOfWord)
    case .deleteToStart: delete(from: 0)
    case .deleteToEnd: characters.removeSubrange(cursor...)
    case .earlier, .later, .enter, .endOfInput, .other: break
    }
    return before != (characters.count, cursor)
  }

  private mutating func delete(from start: Int) {
    characters.removeSubrange(start..<cursor)
    cursor = start
  }

  /// The start of the word before the cursor; spaces after the word belong to it.
  private var startOfWord: Int {
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    return start
  }
}
