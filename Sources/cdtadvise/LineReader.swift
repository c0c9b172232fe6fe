import CodingRules

/// Reads the lines that a person types.
struct LineReader {
  /// The bytes that are kept of a line; the rest is dropped.
  static let maxLineLength = 4096

  private let terminal: Terminal
  private var editor: LineEditor?
  private var bytes: ByteReader

  init(_ terminal: Terminal) {
    self.terminal = terminal
    bytes = ByteReader(terminal.input)
    editor = terminal.editsLines ? LineEditor(terminal) : nil
  }

  /// Prompts for a line and returns it without its line break; nil at the end of input.
  ///
  /// Malformed UTF-8 is repaired; control characters, such as a pasted tab, become spaces.
  ///
  /// - Parameter matches: The possible meanings of an unfinished line, to choose from in the editor.
  mutating func next(_ prompt: String, matches: (String) -> [String] = { _ in [] }) -> String? {
    if editor != nil, terminal.readKeys(true) {
      defer { _ = terminal.readKeys(false) }
      return editor?.line(after: prompt, matches: matches)
    }
    terminal.say(prompt)
    return wholeLine().map {
      String(String.UnicodeScalarView($0.unicodeScalars.map { $0.isControl ? " " : $0 }))
    }
  }

  private mutating func wholeLine() -> String? {
    var line: [UInt8] = []
    while let byte = bytes.next() {
      if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
      if line.count < Self.maxLineLength { line.append(byte) }
    }
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }
}
