/// A text as known words, and the phrases found in it.
struct Sentence {
  /// A word, a day or a division.
  struct Unit {
    let kind: Token.Kind
    let range: Range<Int>
    /// The number of a known word; -1 for any other.
    let word: Int32
  }

  /// A phrase in the text.
  struct Mention {
    let phrase: Int
    /// The units that it covers.
    let units: Range<Int>
  }

  let bytes: [UInt8]
  private(set) var units: [Unit] = []
  private(set) var mentions: [Mention] = []
  private(set) var corrections: [Correction] = []
  /// For each unit whether a phrase covers it.
  private(set) var isCovered: [Bool] = []

  init(_ text: String, _ lexicon: Lexicon, on reference: CalendarDay?) {
    bytes = Array(text.utf8.prefix(SentenceReader.maxLength))
    let tokens = Tokenizer(bytes).tokens
    units.reserveCapacity(tokens.count + 4)
    var index = 0
    while index < tokens.count { index += readUnit(tokens[index...], lexicon, reference) }
    isCovered = Array(repeating: false, count: units.count)
    findMentions(lexicon)
  }

  /// Whether it has a few words, and all of them are known.
  var isBare: Bool {
    let words = units.indices.filter { units[$0].kind == .word }
    return words.count <= 6 && words.allSatisfy { isCovered[$0] }
  }

  /// Whether it has no more known words than a note; others must not make its words count for more.
  var isShort: Bool { units.count { $0.kind == .word && $0.word >= 0 } <= 10 }

  /// The text of some units, exactly as written.
  func text(_ units: Range<Int>) -> String {
    guard let first = units.first, let last = units.last else { return "" }
    return String(
      decoding: bytes[self.units[first].range.lowerBound..<self.units[last].range.upperBound], as: UTF8.self)
  }

  // MARK: Words

  /// Adds what the tokens begin with, and says how many tokens it took.
  private mutating func readUnit(
    _ tokens: ArraySlice<Token>, _ lexicon: Lexicon, _ reference: CalendarDay?
  ) -> Int {
    guard let token = tokens.first else { return 1 }
    guard token.kind == .word || token.kind == .number else {
      units.append(Unit(kind: token.kind, range: token.range, word: -1))
      return 1
    }
    if let (day, count) = WrittenDate.day(in: tokens, reference) {
      let end = tokens[tokens.startIndex + count - 1].range.upperBound
      units.append(Unit(kind: .day(day), range: token.range.lowerBound..<end, word: -1))
      return count
    }
    if let word = lexicon.word(token.key) {
      units.append(Unit(kind: token.kind, range: token.range, word: word))
      return 1
    }
    return readUnknown(token, next: tokens.dropFirst().first, lexicon)
  }

  /// Adds a word that is not known as it is written, and says how many tokens it took.
  private mutating func readUnknown(_ token: Token, next: Token?, _ lexicon: Lexicon) -> Int {
    if let (first, second) = lexicon.parts(of: token.key) {
      units.append(Unit(kind: token.kind, range: token.range, word: first))
      units.append(Unit(kind: token.kind, range: token.range, word: second))
    } else if let next, next.kind == .word, let word = lexicon.word(token.key + next.key) {
      units.append(Unit(kind: .word, range: token.range.lowerBound..<next.range.upperBound, word: word))
      return 2
    } else if let last = units.last, last.kind == .word, last.range.upperBound + 1 == token.range.lowerBound,
      let word = lexicon.word(key(last) + token.key)
    {
      units[units.count - 1] = Unit(
        kind: .word, range: last.range.lowerBound..<token.range.upperBound, word: word)
    } else if let (word, text) = lexicon.correction(of: token.key) {
      units.append(Unit(kind: token.kind, range: token.range, word: word))
      corrections.append(
        Correction(written: String(decoding: bytes[token.range], as: UTF8.self), asWord: text))
    } else {
      units.append(Unit(kind: token.kind, range: token.range, word: -1))
    }
    return 1
  }

  private func key(_ unit: Unit) -> String { wordKey(bytes[unit.range]) }

  // MARK: Phrases

  /// Finds the longest phrase at each word, from left to right.
  private mutating func findMentions(_ lexicon: Lexicon) {
    var start = 0
    while start < units.count {
      if let mention = longest(from: start, lexicon) {
        mentions.append(mention)
        for unit in mention.units { isCovered[unit] = true }
        start = mention.units.upperBound
      } else {
        if units[start].word >= 0, lexicon.isFiller(units[start].word) { isCovered[start] = true }
        start += 1
      }
    }
  }

  private func longest(from start: Int, _ lexicon: Lexicon) -> Mention? {
    var node = 0
    var found: Mention?
    var index = start
    while index < units.count {
      let word = units[index].word
      if word >= 0, let next = lexicon.trie.next(node, word) {
        node = next
        if !lexicon.meanings[node].isEmpty { found = Mention(phrase: node, units: start..<index + 1) }
      } else if node == 0 || !isPassedOver(units[index], lexicon) {
        break
      }
      index += 1
    }
    return found
  }

  /// Whether something may come between the words of a phrase: a filler, or a tooth ("implant #8 crown").
  private func isPassedOver(_ unit: Unit, _ lexicon: Lexicon) -> Bool {
    unit.word >= 0 ? lexicon.isFiller(unit.word) : unit.kind == .number
  }
}
