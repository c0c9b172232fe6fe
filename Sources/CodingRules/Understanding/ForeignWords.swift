/// Which words of a sentence are foreign: they could change what others mean.
extension Sentence {
  /// Whether an uncovered word could change what others mean: neither harmless, nor a name or a size.
  func isForeign(_ unit: Int, _ lexicon: Lexicon) -> Bool {
    let word = units[unit].word
    let letters = bytes[units[unit].range]
    if word >= 0, lexicon.isHarmless(word) || lexicon.isFiller(word) { return false }
    if letters.count == 1 || letters.contains(where: \.isDigit) { return false }
    let isFirst = unit == 0 || units[unit - 1].kind == .division(.new)
    return isFirst || letters.first?.isUpperCase != true || letters.dropFirst().contains(where: \.isUpperCase)
  }

  /// The word "of" before a unit; nil when there is another.
  func unit(ofBefore unit: Int, _ lexicon: Lexicon) -> Int? {
    let before = units[..<unit].lastIndex { $0.word < 0 || !lexicon.isFiller($0.word) }
    return before.flatMap { units[$0].word >= 0 && units[$0].word == lexicon.word("of") ? $0 : nil }
  }

  /// The unit that follows "of", which must be the unit at hand; nil when it is another.
  func unit(behindOf unit: Int, _ lexicon: Lexicon) -> Int? {
    guard units.indices.contains(unit), units[unit].word >= 0, units[unit].word == lexicon.word("of") else {
      return nil
    }
    return units[(unit + 1)...].firstIndex { $0.word < 0 || !lexicon.isFiller($0.word) }
  }
}
