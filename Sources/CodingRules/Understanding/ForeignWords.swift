/// Detection of foreign words, which could change the meaning of others.
extension Sentence {
  /// Whether an uncovered word could change the meaning of others: not harmless, a name or a size.
  func isForeign(_ unit: Int, _ lexicon: Lexicon) -> Bool {
    let word = units[unit].word
    let text = bytes[units[unit].range]
    if word >= 0, lexicon.words.harmless.contains(word) || lexicon.words.fillers.contains(word) {
      return false
    }
    guard text.count > 1, !text.contains(where: \.isDigit), !text.suffix(2).elementsEqual("ly".utf8)
    else {
      return false
    }
    let isFirst = unit == 0 || units[unit - 1].kind == .division(.new)
    return isFirst || text.first?.isUpperCase != true || text.dropFirst().contains(where: \.isUpperCase)
  }

  /// Returns the unit before or after others, skipping fillers and "of".
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

  /// Whether a hyphen joins units to an unknown word: "Pan-American".
  func isHyphenated(_ others: Range<Int>) -> Bool {
    let next = others.upperBound
    guard units.indices.contains(next), units[next].kind == .word, !isCovered[next] else { return false }
    let end = units[next].range.lowerBound
    // Two words of one token have the same range.
    return units[next - 1].range.upperBound == end - 1 && bytes[end - 1] == UInt8(ascii: "-")
  }

  /// Whether an unknown word looks like a verb form.
  func isVerblike(_ unit: Int) -> Bool {
    let word = text(unit..<unit + 1).lowercased()
    return word.utf8.count > 4 && (word.hasSuffix("ed") || word.hasSuffix("ing"))
  }
}
