/// The characters that a drawing in text is made of.
package struct TextStrokes: Sendable {
  /// Leads to a branch that others follow, and past it.
  let middle: (lead: String, past: String)
  /// Leads to the last branch, and past it.
  let last: (lead: String, past: String)
  /// Replaces the end of a lead when the path takes the branch.
  let lit: Character
  /// Precedes what a branch earns or leads to.
  let arrow: String
  /// Whether every other character must be ASCII too.
  let isASCII: Bool

  /// Box characters, for UTF-8.
  package static let box = TextStrokes(
    middle: ("├── ", "│   "), last: ("└── ", "    "), lit: "●", arrow: "→", isASCII: false)
  /// ASCII alone, for any terminal.
  package static let ascii = TextStrokes(
    middle: ("|-- ", "|   "), last: ("`-- ", "    "), lit: "*", arrow: "->", isASCII: true)

  /// The lead to a branch and what is below it.
  func branch(isLast: Bool, isLit: Bool) -> (lead: String, past: String) {
    let stroke = isLast ? last : middle
    guard isLit else { return stroke }
    return (String(stroke.lead.dropLast(2)) + String(lit) + " ", stroke.past)
  }

  /// The text in characters that the drawing may hold.
  func plain(_ text: String) -> String {
    isASCII ? text.unicodeScalars.map(\.asciiText).joined() : text
  }
}

extension Unicode.Scalar {
  /// The scalar in ASCII: plain forms of typographic signs, letters without their marks, else `?`.
  fileprivate var asciiText: String {
    if isASCII { return String(self) }
    switch value {
    case 0x2018, 0x2019: return "'"
    case 0x201C, 0x201D: return "\""
    case 0x2010...0x2015, 0x2212: return "-"
    case 0x2026: return "..."
    case 0x2192: return "->"
    case 0xA0, 0x2009, 0x202F: return " "
    case 0xD7: return "x"
    default: return letterWithoutMark
    }
  }

  /// The letter A to Z that the scalar's name begins with; nothing for marks, else `?`.
  private var letterWithoutMark: String {
    if properties.generalCategory == .nonspacingMark { return "" }
    let words = properties.name?.split(separator: " ") ?? []
    guard words.count > 3, words[0] == "LATIN", words[2] == "LETTER", words[3].count == 1 else {
      return "?"
    }
    return words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
  }
}
