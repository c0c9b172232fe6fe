/// A text as known words, with the phrases found in it.
struct Sentence {
  /// A word, a day or a division.
  struct Unit {
    let kind: Token.Kind
    let range: Range<Int>
    /// The id of a known word or of a slash in a phrase; -1 for any other.
    let word: Int32
  }

  /// A phrase in the text.
  struct Mention {
    let phrase: Int
    /// The units it covers.
    let units: Range<Int>
  }

  let bytes: [UInt8]
  /// The text after the maximum length, which is not read.
  let rest: String
  private(set) var units: [Unit] = []
  private(set) var mentions: [Mention] = []
  /// The corrected words and their units.
  private(set) var corrections: [(unit: Int, correction: Correction)] = []
  /// Whether a phrase covers each unit.
  private(set) var isCovered: [Bool] = []

  init(_ text: String, _ lexicon: Lexicon, on reference: CalendarDay?) {
    bytes = Array(text.utf8.prefix(SentenceReader.maxLength))
    rest = String(decoding: text.utf8.dropFirst(SentenceReader.maxLength), as: UTF8.self)
    let tokens = Tokenizer(bytes).tokens
    units.reserveCapacity(tokens.count + 4)
    var index = 0
    while index < tokens.count { index += readUnit(tokens[index...], lexicon, reference) }
    isCovered = Array(repeating: false, count: units.count)
    findMentions(lexicon)
  }

  /// Whether it only names things, in a few known words: all of the sentence ("night guard", "crown,
  /// pano") or, beside remarks, one clause of it ("night guard, pt happy").
  func onlyNames(_ segments: [Segment]) -> Bool {
    guard !segments.contains(where: { $0.hasAct || $0.hasCue }) else { return false }
    let words = units.indices.filter { units[$0].kind == .word }
    let unknown = words.filter { !isCovered[$0] }
    guard words.count - unknown.count <= 6 else { return false }
    let naming = segments.filter(\.hasThing)
    let isClause = naming.count == 1 && naming[0].unknown.isEmpty && !unknown.contains(where: isVerblike)
    return unknown.isEmpty || isClause
  }

  /// Whether it has as few known words as a note; unknown words do not count.
  var isShort: Bool { units.count { $0.kind == .word && $0.word >= 0 } <= 10 }

  /// Returns the verbatim text of a nonempty range of units.
  func text(_ range: Range<Int>) -> String {
    let (first, last) = (units[range.lowerBound].range, units[range.upperBound - 1].range)
    return String(decoding: bytes[first.lowerBound..<last.upperBound], as: UTF8.self)
  }

  // MARK: Words

  /// Adds the units at the start of nonempty tokens and returns the number of tokens consumed.
  private mutating func readUnit(
    _ tokens: ArraySlice<Token>, _ lexicon: Lexicon, _ reference: CalendarDay?
  ) -> Int {
    let token = tokens[tokens.startIndex]
    if isAbbreviationMark(tokens, lexicon) { return 1 }
    if token.isWord, let (day, count) = WrittenDate.day(in: tokens, reference) {
      let end = tokens[tokens.startIndex + count - 1].range.upperBound
      units.append(Unit(kind: .day(day), range: token.range.lowerBound..<end, word: -1))
      return count
    }
    for word in words(of: token, lexicon) {
      units.append(Unit(kind: token.kind, range: token.range, word: word))
    }
    return 1
  }

  /// Returns the ids of the words in a token, split or corrected if necessary; -1 if unknown.
  private mutating func words(of token: Token, _ lexicon: Lexicon) -> [Int32] {
    if isName(token) { return [-1] }
    if let word = lexicon.words.number(token.key) { return [word] }
    guard token.isWord else { return [-1] }
    if let (first, second) = lexicon.words.parts(of: token.key) { return [first, second] }
    guard let (word, text) = lexicon.words.correction(of: token.key) else { return [-1] }
    let written = String(decoding: bytes[token.range], as: UTF8.self)
    let isPlural = written.hasSuffix("s") && !token.key.hasSuffix("s")
    corrections.append((units.count, Correction(written: written, asWord: isPlural ? withS(text) : text)))
    return [word]
  }

  /// Whether tokens start with the period of an abbreviation: "pt. had imp. taken".
  private func isAbbreviationMark(_ tokens: ArraySlice<Token>, _ lexicon: Lexicon) -> Bool {
    guard let mark = tokens.first, bytes[mark.range].elementsEqual(".".utf8), let last = units.last,
      let next = tokens.dropFirst().first, !bytes[next.range.lowerBound].isUpperCase
    else { return false }
    return lexicon.words.abbreviations.contains(wordKey(bytes[last.range]))
  }

  /// Whether a token is a person's name or a state: "Dr. Bridge", "Hartford, CT".
  private func isName(_ token: Token) -> Bool {
    let text = bytes[token.range]
    guard text.first?.isUpperCase == true, let last = units.last else { return false }
    if text.elementsEqual("CT".utf8), last.kind == .division(.and), let city = units.dropLast().last {
      return city.kind == .word && city.word < 0 && bytes[city.range.lowerBound].isUpperCase
    }
    return text.dropFirst().contains(where: \.isLowerCase) && bytes[last.range].elementsEqual("Dr".utf8)
  }

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
        if units[start].word >= 0, lexicon.words.fillers.contains(units[start].word) {
          isCovered[start] = true
        }
        start += 1
      }
    }
  }

  private func longest(from start: Int, _ lexicon: Lexicon) -> Mention? {
    let found = longest(from: start, as: units[start].word, lexicon)
    guard let word = wordSpelled(at: start, lexicon),
      let other = longest(from: start, as: word, lexicon)
    else { return found }
    return other.units.count > found?.units.count ?? 1 ? other : found
  }

  private func longest(from start: Int, as first: Int32, _ lexicon: Lexicon) -> Mention? {
    var node = 0
    var found: Mention?
    var index = start
    while index < units.count {
      let word = index == start ? first : units[index].word
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

  /// Returns the word a digit stands for: "4 records", "2 see if", but not "2 scans".
  private func wordSpelled(at index: Int, _ lexicon: Lexicon) -> Int32? {
    let unit = units[index]
    guard unit.kind == .number, unit.range.count == 1 else { return nil }
    switch bytes[unit.range.lowerBound] {
    case UInt8(ascii: "4"): return lexicon.words.number("for")
    case UInt8(ascii: "2") where !isThing(at: index + 1, lexicon): return lexicon.words.number("to")
    default: return nil
    }
  }

  private func isThing(at index: Int, _ lexicon: Lexicon) -> Bool {
    guard index < units.count, let phrase = longest(from: index, as: units[index].word, lexicon) else {
      return false
    }
    return lexicon.kinds[phrase.phrase].contains(.thing)
  }

  /// Whether a unit may come between words of a phrase: a filler, or a tooth ("implant #8 crown").
  private func isPassedOver(_ unit: Unit, _ lexicon: Lexicon) -> Bool {
    unit.word >= 0 ? lexicon.words.fillers.contains(unit.word) : unit.kind == .number
  }
}
