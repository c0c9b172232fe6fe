import CodingRules

/// Lines as a person types them.
struct LineReader {
  /// How many bytes of a line are kept; the rest of a longer one is dropped.
  static let maxLineLength = 4096

  private let terminal: Terminal
  private var editor: LineEditor?
  private var buffer: [UInt8] = []
  private var isAtEnd = false

  init(_ terminal: Terminal) {
    self.terminal = terminal
    editor = terminal.editsLines ? LineEditor(terminal) : nil
  }

  /// The next line, typed after a prompt, without its line break; nil at the end of input.
  ///
  /// Malformed UTF-8 is repaired; control characters, a pasted tab among them, become spaces.
  ///
  /// - Parameter matches: What a line can mean, where it can be chosen while it is typed.
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
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = buffer[..<end].prefix(Self.maxLineLength)
        defer { buffer.removeSubrange(...end) }
        return String(decoding: line, as: UTF8.self)
      }
      if isAtEnd {
        defer { buffer = [] }
        return buffer.isEmpty ? nil : String(decoding: buffer, as: UTF8.self)
      }
      fill()
    }
  }

  private mutating func fill() {
    var chunk = [UInt8](repeating: 0, count: 4096)
    var elements = chunk.mutableSpan
    var span = unsafe elements.mutableBytes
    let count = (try? terminal.input.readSome(&span)) ?? 0
    isAtEnd = count == 0
    let room = max(0, Self.maxLineLength - buffer.count)
    let read = chunk[..<count]
    if let lineEnd = read.firstIndex(of: 0x0A) {
      buffer += read[..<lineEnd].prefix(room) + read[lineEnd...]
    } else {
      buffer += read.prefix(room)
    }
  }
}
