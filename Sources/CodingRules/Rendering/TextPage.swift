/// How text for people is set.
public struct TextStyle: Sendable {
  /// The columns of a line, at least 20.
  public let width: Int
  /// Whether headings and codes are marked with colour.
  public let isColoured: Bool

  /// Creates a style.
  public init(width: Int, isColoured: Bool) {
    self.width = max(20, width)
    self.isColoured = isColoured
  }
}

/// A page of text, written from top to bottom, its lines broken at words.
public struct TextPage: Sendable {
  /// The few colours, of the sixteen that every terminal has.
  public enum Ink: String, Sendable {
    /// What stands over a section.
    case heading = "1"
    /// What goes on a claim.
    case code = "1;32"
    /// What to take care of.
    case care = "1;33"
  }

  /// How the page is set.
  public let style: TextStyle
  /// What has been written, each line ending in a line break.
  public private(set) var text = ""

  /// Begins an empty page.
  public init(_ style: TextStyle) {
    self.style = style
  }

  /// An empty line, then a heading.
  public mutating func heading(_ words: String, _ ink: Ink = .heading) {
    if !text.isEmpty { text += "\n" }
    text += inked(words, ink) + "\n"
  }

  /// A paragraph that begins so many columns in.
  public mutating func paragraph(_ words: String, indent: Int = 0) {
    item("", words, indent: indent, hang: 0)
  }

  /// A lead and words beside it; further lines begin under the words.
  ///
  /// - Parameter hang: The columns from the lead to the words; a longer lead moves the words to the next line.
  public mutating func item(_ lead: String, _ words: String, indent: Int = 2, hang: Int, _ ink: Ink? = nil) {
    var line = String(repeating: " ", count: indent)
    var used = indent
    if !lead.isEmpty {
      line += ink.map { inked(lead, $0) } ?? lead
      used += displayWidth(lead)
      if used >= indent + hang, !words.isEmpty {
        text += line + "\n"
        (line, used) = ("", 0)
      }
    }
    let margin = indent + hang
    var isFresh = true
    for word in words.split(separator: " ") {
      let width = displayWidth(word)
      if !isFresh, used + 1 + width > style.width {
        text += line + "\n"
        (line, used, isFresh) = ("", 0, true)
      }
      let gap = isFresh ? max(0, margin - used) : 1
      line += String(repeating: " ", count: gap)
      line += word
      used += gap + width
      isFresh = false
    }
    text += line + "\n"
  }

  /// A command line to be pasted; where it is broken, a backslash joins the lines.
  public mutating func commandLine(_ words: [String]) {
    var line = " "
    for (index, word) in words.enumerated() {
      let room = index == words.count - 1 ? 0 : 2
      if index > 0, line.utf8.count + 1 + word.utf8.count + room > style.width {
        text += line + " \\\n"
        line = "   "
      }
      line += " " + word
    }
    text += line + "\n"
  }

  private func inked(_ words: String, _ ink: Ink) -> String {
    style.isColoured ? "\u{1B}[\(ink.rawValue)m\(words)\u{1B}[0m" : words
  }
}

/// The sources that a page cites, numbered from 1 in the order in which they are first cited.
struct Citations {
  private(set) var sources: [Source] = []

  /// The statement's text with the numbers of its sources behind it.
  public mutating func cited(_ statement: Statement) -> String {
    ([statement.text] + statement.sources.map { "[\(number(of: $0))]" }).joined(separator: " ")
  }

  private mutating func number(of source: Source) -> Int {
    if let index = sources.firstIndex(where: { $0.id == source.id }) { return index + 1 }
    sources.append(source)
    return sources.count
  }
}

extension Source {
  /// The source on one line: publisher, title, date, weight, id.
  var citation: String {
    "\(publisher): \(title)" + (date.map { ", \($0)" } ?? "") + " (weight \(weight.rawValue), \(id))"
  }
}
