/// The words of a lexicon, with the splitting and correction of unknown words.
struct KnownWords: Sendable {
  private let vocabulary: Vocabulary
  /// The words that may come between the words of a phrase.
  let fillers: Set<Int32>
  /// The words that say nothing about the services around them.
  let harmless: Set<Int32>
  /// The words that a period may follow within a sentence.
  let abbreviations: Set<String>
  private let misspelled: [String: Int32]
  private let spelling: Spelling
  /// The pairs of adjacent words in phrases.
  private let pairs: Set<UInt64>

  init(_ source: inout PhraseSource, _ phrases: Phrases, pairs: Set<UInt64>) {
    let likely = source.likelyWords()
    let vocabulary = source.expansion.vocabulary
    self.vocabulary = vocabulary
    fillers = source.expansion.fillers
    harmless = source.harmless
    abbreviations = Set(phrases.abbreviations)
    misspelled = Dictionary(
      phrases.misspelled.compactMap { wrong, right in
        vocabulary[wordKey(right.utf8)].map { (wordKey(wrong.utf8), $0) }
      },
      uniquingKeysWith: { first, _ in first })
    spelling = Spelling(vocabulary.texts, among: likely)
    self.pairs = pairs
  }

  /// Returns the id of a known word.
  func number(_ key: String) -> Int32? { vocabulary[key] }

  /// Splits a word into two that are adjacent in some phrase; nil if there are none.
  func parts(of key: String) -> (Int32, Int32)? {
    guard (6...24).contains(key.utf8.count) else { return nil }
    for index in key.utf8.indices.dropFirst(2).dropLast() {
      if let first = vocabulary[String(key[..<index])], let second = vocabulary[String(key[index...])],
        pairs.contains(PhraseTrie.pair(first, second))
      {
        return (first, second)
      }
    }
    return nil
  }

  /// Returns the known word that a misspelled one probably is, and its text.
  func correction(of key: String) -> (word: Int32, text: String)? {
    (misspelled[key] ?? unslipped(key) ?? spelling.correction(of: key)).map {
      ($0, vocabulary.texts[Int($0)])
    }
  }

  /// Returns the only known word that a slip of the fingers made the typed one: two neighboring letters
  /// swapped, or a letter typed twice. Plurals are tried from five letters on, since "rest" is not "rets".
  private func unslipped(_ key: String) -> Int32? {
    let typed = Array(key.utf8)
    guard (4...24).contains(typed.count), typed.allSatisfy(\.isASCIILetter) else { return nil }
    var found: Set<Int32> = []
    for index in typed.indices.dropLast() {
      var letters = typed
      if typed[index] == typed[index + 1] {
        letters.remove(at: index)
      } else {
        letters.swapAt(index, index + 1)
      }
      guard letters.count >= 4 else { continue }
      let words =
        typed.count < 5
        ? [String(decoding: letters, as: UTF8.self)]
        : [wordKey(letters), wordKey(letters + [UInt8(ascii: "s")])]
      found.formUnion(words.compactMap { vocabulary[$0] })
    }
    return found.count == 1 ? found.first : nil
  }
}
