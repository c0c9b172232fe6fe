/// Wraps words to a width, breaking words that are wider.
func wrapped(_ text: String, to width: Int, measure: (String) -> Int) -> [String] {
  var lines: [String] = []
  for word in text.split(separator: " ") {
    for piece in pieces(of: String(word), in: width, measure: measure) {
      if let line = lines.last, measure("\(line) \(piece)") <= width {
        lines[lines.count - 1] = "\(line) \(piece)"
      } else {
        lines.append(piece)
      }
    }
  }
  return lines
}

/// Breaks a word into pieces that fit, except for single characters that are wider.
func pieces(of word: String, in room: Int, measure: (String) -> Int) -> [String] {
  if measure(word) <= room { return [word] }
  var pieces = [""]
  for character in word {
    let piece = pieces[pieces.count - 1] + String(character)
    if measure(piece) > room, !pieces[pieces.count - 1].isEmpty {
      pieces.append(String(character))
    } else {
      pieces[pieces.count - 1] = piece
    }
  }
  return pieces
}
