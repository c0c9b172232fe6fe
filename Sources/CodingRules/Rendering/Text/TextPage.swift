/// How text for people is set.
package struct TextStyle: Sendable {
  /// The columns of a line, at least 20.
  package let width: Int
  /// Whether headings and codes are marked with colour.
  package let isColoured: Bool

  /// Creates a style.
  package init(width: Int, isColoured: Bool) {
    self.width = max(20, width)
    self.isColoured = isColoured
  }
}

/// A page of text, written from top to bottom, its lines broken at words.
package struct TextPage: Sendable {
  /// The few colours, of the sixteen that every terminal has.
  package enum Ink: String, Sendable {
    /// The heading of a section.
    case heading = "1"
    /// What goes on a claim.
    case code = "1;32"
    /// What to take care of.
    case care = "1;33"
    /// What a highlighted path leaves aside.
    case dimmed = "2"
  }

  /// How the page is set.
  package let style: TextStyle
  private var bytes: [UInt8] = []
  /// How many columns of the current line are used.
  private var used = 0

  /// Begins an empty page.
  package init(_ style: TextStyle) {
    self.style = style
    bytes.reserveCapacity(1 << 9)
  }

  /// What has been written, each line ending in a line break.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether nothing has been written.
  var isEmpty: Bool { bytes.isEmpty }

  /// How many lines have been written.
  package private(set) var lineCount = 0

  /// An empty line, then a heading.
  package mutating func heading(_ words: String, _ ink: Ink = .heading) {
    if !bytes.isEmpty { breakLine() }
    var line = ""
    for word in words.split(separator: " ").map(String.init) {
      if !line.isEmpty, displayWidth(line) + 1 + displayWidth(word) > style.width {
        write(line, ink)
        breakLine()
        line = ""
      }
      line += line.isEmpty ? word : " " + word
    }
    write(line, ink)
    breakLine()
  }

  /// A paragraph that begins so many columns in.
  package mutating func paragraph(_ words: String, indent: Int = 0) {
    item("", words, indent: indent, hang: 0)
  }

  /// A lead and the words next to it; further lines begin under the words.
  ///
  /// - Parameter hang: The columns from the lead to the words; a longer lead moves the words to the next line. Where that
  ///   would leave the words less than half of the line, they begin four columns in.
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

  /// Writes the words, lines broken before the one that no longer fits and going on at the margin.
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
        // Of several spaces one is kept.
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

  /// A lead, and words that keep their spaces and fit the line.
  package mutating func spaced(_ lead: String, _ words: String, indent: Int = 2, hang: Int) {
    fill(to: indent)
    write(lead, .code)
    fill(to: indent + hang)
    write(words)
    breakLine()
  }

  /// Lines that keep their breaks, after an empty line.
  package mutating func verbatim(_ lines: String) {
    if !bytes.isEmpty { breakLine() }
    bytes += lines.utf8
    lineCount += lines.utf8.filter { $0 == 0x0A }.count
    if !lines.hasSuffix("\n") { breakLine() }
  }

  /// A command line to be pasted; where it is broken, a backslash joins the lines.
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
    let ink = style.isColoured ? ink : nil
    if let ink { bytes += "\u{1B}[\(ink.rawValue)m".utf8 }
    bytes += words.utf8
    if ink != nil { bytes += "\u{1B}[0m".utf8 }
    used += displayWidth(words)
  }
}
