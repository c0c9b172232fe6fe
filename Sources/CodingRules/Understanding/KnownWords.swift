/// The words of a lexicon, and what is done about a word that is not among them.
struct KnownWords: Sendable {
  private let vocabulary: Vocabulary
  /// The words that may come between those of a phrase.
  let fillers: Set<Int32>
  /// The words that say nothing about the services they are written with.
  let harmless: Set<Int32>
  private let misspelled: [String: Int32]
  private let spelling: Spelling
  /// The pairs of words that follow each other in a phrase.
  private let pairs: Set<UInt64>

  init(_ source: inout PhraseSource, _ phrases: Phrases) {
    let likely = source.likelyWords()
    let vocabulary = source.expansion.vocabulary
    self.vocabulary = vocabulary
    fillers = source.expansion.fillers
    harmless = source.harmless
    misspelled = Dictionary(
      phrases.misspelled.compactMap { wrong, right in
        vocabulary[wordKey(right.utf8)].map { (wordKey(wrong.utf8), $0) }
      },
      uniquingKeysWith: { first, _ in first })
    spelling = Spelling(vocabulary.texts, among: likely)
    pairs = source.pairs
  }

  /// The number of a known word.
  func number(_ key: String) -> Int32? { vocabulary[key] }

  /// The two words, following each other in a phrase, that a word divides into; nil when it does not.
  func parts(of key: String) -> (Int32, Int32)? {
    guard (6...24).contains(key.utf8.count) else { return nil }
    for index in key.utf8.indices.dropFirst(2).dropLast() {
      if let first = vocabulary[String(key[..<index])], let second = vocabulary[String(key[index...])],
        pairs.contains(Self.pair(first, second))
      {
        return (first, second)
      }
    }
    return nil
  }

  /// The known word that a misspelled one was meant to be, and its text.
  func correction(of key: String) -> (word: Int32, text: String)? {
    (misspelled[key] ?? spelling.correction(of: key)).map { ($0, vocabulary.texts[Int($0)]) }
  }

  /// Two words as one number.
  static func pair(_ first: Int32, _ second: Int32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }
}
