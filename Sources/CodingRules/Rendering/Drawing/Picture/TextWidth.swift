/// Returns the width of a text in a common sans-serif font, in pixels, rounded up.
///
/// The widths are those of Arial, Helvetica and Liberation Sans, which agree.
func textWidth(_ text: String, size: Int, isBold: Bool = false) -> Int {
  let widths = isBold ? boldWidths : regularWidths
  let sum = text.reduce(0) { sum, character in
    if let code = character.asciiValue, code >= 0x20, code < 0x7F {
      return sum + widths[Int(code) - 0x20]
    }
    return sum + unlistedWidth(of: character)
  }
  return (sum * size + 999) / 1000
}

/// Returns the width for a character outside ASCII: that of a wide letter, or a full em.
private func unlistedWidth(of character: Character) -> Int {
  switch displayWidth(String(character)) {
  case 0: 0
  case 1: "…—→".contains(character) ? 1000 : 722
  default: 1000
  }
}

/// The widths from the space on, in thousandths of the font size.
private let regularWidths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
  556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
  556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]

private let boldWidths = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
  556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
  975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
  333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
  611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
]
