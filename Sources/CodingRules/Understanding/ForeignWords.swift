/// Which words of a sentence are foreign: they could change what others mean.
extension Sentence {
  /// Whether an uncovered word could change what others mean: neither harmless, nor a name or a size.
  func isForeign(_ unit: Int, _ lexicon: Lexicon) -> Bool {
    let word = units[unit].word
    let letters = Array(bytes[units[unit].range])
    if word >= 0, lexicon.words.harmless.contains(word) || lexicon.words.fillers.contains(word) {
      return false
    }
    guard letters.count > 1, !letters.contains(where: \.isDigit), !letters.ends(with: "ly") else {
      return false
    }
    let isFirst = unit == 0 || units[unit - 1].kind == .division(.new)
    return isFirst || letters.first?.isUpperCase != true || letters.dropFirst().contains(where: \.isUpperCase)
  }

  /// The unit before or after others, fillers and "of" passed over.
  func neighbor(of others: Range<Int>, by step: Int, _ lexicon: Lexicon) -> Int {
    let of = lexicon.words.number("of")
    var unit = step < 0 ? others.lowerBound - 1 : others.upperBound
    while units.indices.contains(unit), units[unit].word >= 0,
      lexicon.words.fillers.contains(units[unit].word) || units[unit].word == of
    {
      unit += step
    }
    return unit
  }

  /// Whether an unknown word looks like the form of a verb.
  func isVerblike(_ unit: Int) -> Bool {
    let letters = bytes[units[unit].range].map(\.inLowerCase)
    return letters.count > 4 && (letters.ends(with: "ed") || letters.ends(with: "ing"))
  }
}

extension [UInt8] {
  fileprivate func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
