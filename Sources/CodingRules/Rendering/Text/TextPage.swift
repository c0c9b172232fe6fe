/// The width and coloring of text.
package struct TextStyle: Sendable {
  /// The maximum number of columns in a line, at least 20.
  package let width: Int
  /// Whether headings and codes are colored.
  package let isColored: Bool

  package init(width: Int, isColored: Bool) {
    self.width = max(20, width)
    self.isColored = isColored
  }

  /// Plain text without wrapped lines.
  static let unwrapped = TextStyle(width: 1 << 20, isColored: false)
}

/// A page of text, written from top to bottom and wrapped at words.
package struct TextPage: Sendable {
  /// The few colors, out of the sixteen that every terminal has.
  package enum Ink: String, Sendable {
    /// The heading of a section.
    case heading = "1"
    /// A code to report.
    case code = "1;32"
    /// A caution.
    case care = "1;33"
    /// Text off a highlighted path.
    case dimmed = "2"
  }

  package let style: TextStyle
  private var bytes: [UInt8] = []
  /// The number of columns used in the current line.
  private var used = 0

  package init(_ style: TextStyle) {
    self.style = style
    bytes.reserveCapacity(1 << 9)
  }

  /// The text written so far, each line ending in a line break.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether nothing has been written.
  var isEmpty: Bool { bytes.isEmpty }

  package private(set) var lineCount = 0

  /// Writes an empty line, then a heading.
  package mutating func heading(_ words: String, _ ink: Ink = .heading) {
    if !bytes.isEmpty { breakLine() }
    for line in wrapped(words, to: style.width, measure: displayWidth) {
      write(line, ink)
      breakLine()
    }
  }

  /// Writes a paragraph with an indent in columns.
  package mutating func paragraph(_ words: String, indent: Int = 0) {
    item("", words, indent: indent, hang: 0)
  }

  /// Writes a lead and words with a hanging indent.
  ///
  /// - Parameter hang: The number of columns from the start of the lead to the words; a longer lead
  ///   moves the words to the next line. If more than half of the line, 4 is used instead.
  package mutating func item(_ lead: String, _ words: String, indent: Int = 2, hang: Int, _ ink: Ink? = nil) {
    let margin = indent + (2 * hang > style.width ? 4 : hang)
    if !lead.isEmpty {
      fill(to: indent)
      write(lead, ink)
      if used >= margin, !words.isEmpty { breakLine() }
    }
    var words = words
    words.withUTF8 { unsafe writeWords($0, from: margin) }
    breakLine()
  }

  /// Writes an item of a list.
  package mutating func bullet(_ words: String, indent: Int = 2) { item("-", words, indent: indent, hang: 2) }

  /// Writes the words, wrapping lines to the margin.
  private mutating func writeWords(_ text: UnsafeBufferPointer<UInt8>, from margin: Int) {
    var line = 0..<0
    var lineWidth = 0
    var start = 0
    while start < text.count {
      var end = start
      var seen: UInt8 = 0
      while end < text.count, unsafe text[end] != UInt8(ascii: " ") {
        unsafe seen |= text[end]
        end += 1
      }
      let word = start..<end
      start = end + 1
      if word.isEmpty { continue }
      let width = unsafe seen < 0x80 ? word.count : displayWidth(String(decoding: text[word], as: UTF8.self))
      if line.isEmpty {
        (line, lineWidth) = (word, width)
      } else if max(used, margin) + lineWidth + 1 + width > style.width {
        unsafe write(text[line], lineWidth, from: margin)
        breakLine()
        (line, lineWidth) = (word, width)
      } else if word.lowerBound == line.upperBound + 1 {
        line = line.lowerBound..<word.upperBound
        lineWidth += 1 + width
      } else {
        // A run of spaces becomes one space.
        unsafe write(text[line], lineWidth, from: margin)
        (line, lineWidth) = (word.lowerBound - 1..<word.upperBound, 1 + width)
      }
    }
    if !line.isEmpty { unsafe write(text[line], lineWidth, from: margin) }
  }

  private mutating func write(_ words: Slice<UnsafeBufferPointer<UInt8>>, _ width: Int, from margin: Int) {
    fill(to: margin)
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: words))
    used += width
  }

  /// Writes a lead, indented, and words that fit the line, preserving their spaces.
  mutating func spaced(_ lead: String, _ words: String, hang: Int) {
    fill(to: 2)
    write(lead, .code)
    fill(to: 2 + hang)
    write(words)
    breakLine()
  }

  /// Writes an empty line, then lines with their breaks preserved.
  package mutating func verbatim(_ lines: String) {
    if !bytes.isEmpty { breakLine() }
    bytes += lines.utf8
    lineCount += lines.utf8.filter { $0 == 0x0A }.count
    if !lines.hasSuffix("\n") { breakLine() }
  }

  /// Writes a command line for pasting, with a backslash at each wrapped line.
  package mutating func commandLine(_ words: [String]) {
    fill(to: 1)
    for (index, word) in words.enumerated() {
      let room = index == words.count - 1 ? 0 : 2
      if index > 0, used + 1 + displayWidth(word) + room > style.width {
        write(" \\")
        breakLine()
        fill(to: 3)
      }
      write(" ")
      write(word)
    }
    breakLine()
  }

  private mutating func fill(to column: Int) {
    while used < column {
      bytes.append(UInt8(ascii: " "))
      used += 1
    }
  }

  private mutating func breakLine() {
    bytes.append(0x0A)
    used = 0
    lineCount += 1
  }

  private mutating func write(_ words: String, _ ink: Ink? = nil) {
    let ink = style.isColored ? ink : nil
    if let ink { bytes += "\u{1B}[\(ink.rawValue)m".utf8 }
    bytes += words.utf8
    if ink != nil { bytes += "\u{1B}[0m".utf8 }
    used += displayWidth(words)
  }
}
