/// The characters used for a drawing in text.
package struct TextStrokes: Sendable {
  /// The strokes to a branch that is not the last, and past it.
  let middle: (lead: String, past: String)
  /// The strokes to the last branch, and past it.
  let last: (lead: String, past: String)
  /// The mark at the end of a lead to a branch on the path.
  let highlight: Character
  /// The arrow before an outcome or the next question.
  let arrow: String
  let isASCII: Bool

  /// Box-drawing characters, for UTF-8.
  package static let box = TextStrokes(
    middle: ("├── ", "│   "), last: ("└── ", "    "), highlight: "●", arrow: "→", isASCII: false)
  /// ASCII only, for any terminal.
  package static let ascii = TextStrokes(
    middle: ("|-- ", "|   "), last: ("`-- ", "    "), highlight: "*", arrow: "->", isASCII: true)

  /// Returns the lead to a branch and the strokes below it.
  func branch(isLast: Bool, isHighlighted: Bool) -> (lead: String, past: String) {
    let stroke = isLast ? last : middle
    guard isHighlighted else { return stroke }
    return (String(stroke.lead.dropLast(2)) + String(highlight) + " ", stroke.past)
  }

  /// Returns the text in characters the drawing may contain.
  func plain(_ text: String) -> String {
    isASCII ? text.unicodeScalars.map(\.asciiText).joined() : text
  }
}

extension Unicode.Scalar {
  /// The scalar in ASCII: plain forms of typographic signs, letters without marks, or else `?`.
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

  /// The base letter of the scalar, from its name; empty for marks, or else `?`.
  private var letterWithoutMark: String {
    if properties.generalCategory == .nonspacingMark { return "" }
    let words = properties.name?.split(separator: " ") ?? []
    guard words.count > 3, words[0] == "LATIN", words[2] == "LETTER", words[3].count == 1 else {
      return "?"
    }
    return words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
  }
}
