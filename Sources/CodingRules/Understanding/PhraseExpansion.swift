/// The words used in phrases, numbered.
struct Vocabulary: Sendable {
  /// The normalized words, by id.
  private(set) var texts: [String] = []
  private var numbers: [String: Int32] = [:]

  /// The id of a known word.
  subscript(key: String) -> Int32? { numbers[key] }

  /// Returns the id of a word, adding it if new.
  mutating func number(_ key: String) -> Int32 {
    if let number = numbers[key] { return number }
    let number = Int32(texts.count)
    numbers[key] = number
    texts.append(key)
    return number
  }

  /// Returns the ids of the words and slashes in a text, adding new ones.
  mutating func numbers(_ text: String) -> [Int32] {
    Tokenizer(Array(text.utf8)).tokens.map(\.key).filter { !$0.isEmpty }.map { number($0) }
  }
}

/// Expands the shorthand in phrases: verb forms, alternatives, and the words of signals.
struct PhraseExpansion {
  var vocabulary = Vocabulary()
  /// The words that may come between the words of a phrase.
  let fillers: Set<Int32>
  private let forms: [String: [String]]
  private let signals: [String: [String]]
  private var ofSignals: [String: [[Int32]]] = [:]

  init(_ phrases: Phrases) {
    forms = Dictionary(phrases.forms.map { ($0.verb, $0.others) }, uniquingKeysWith: { first, _ in first })
    signals = Dictionary(
      phrases.signals.map { ($0.name, $0.words) }, uniquingKeysWith: { first, _ in first })
    var vocabulary = Vocabulary()
    fillers = Set(phrases.fillers.flatMap { vocabulary.numbers($0) })
    self.vocabulary = vocabulary
  }

  /// Returns the parts of a phrase, each with its alternatives as words, without fillers.
  mutating func parts(_ text: String) -> [[[Int32]]] {
    let pieces = text.parts(separatedBy: "{")
    var parts = [inflected(pieces[0])]
    for piece in pieces.dropFirst() {
      let ends = piece.parts(separatedBy: "}")
      parts.append(choices(ends[0]))
      parts.append(inflected(ends.dropFirst().joined(separator: " ")))
    }
    return parts
  }

  /// Expands the text between braces: alternatives, or the name of a signal.
  private mutating func choices(_ text: String) -> [[Int32]] {
    let alternatives = text.parts(separatedBy: "|")
    if alternatives.count > 1 {
      var seen: Set<[Int32]> = []
      return alternatives.flatMap { inflected($0) }.filter { seen.insert($0).inserted }
    }
    if let known = ofSignals[text] { return known }
    ofSignals[text] = []  // so that signals that name each other end
    let words = (signals[text] ?? []).flatMap { Self.sequences(parts($0)) }
    ofSignals[text] = words
    return words
  }

  /// Expands each verb, marked by `~`, to all of its forms.
  private mutating func inflected(_ text: String) -> [[Int32]] {
    guard text.utf8.contains(UInt8(ascii: "~")) else { return [words(text)] }
    let parts = text.parts(separatedBy: " ").map { word in
      guard word.hasSuffix("~") else { return [words(word)] }
      let verb = String(word.dropLast())
      return verbForms(verb, others: forms[verb]).map { words($0) }
    }
    return Self.sequences(parts)
  }

  private mutating func words(_ text: String) -> [Int32] {
    vocabulary.numbers(text).filter { !fillers.contains($0) }
  }

  /// All ways to take one alternative of each part.
  private static func sequences(_ parts: [[[Int32]]]) -> [[Int32]] {
    parts.reduce([[]]) { starts, choices in starts.flatMap { start in choices.map { start + $0 } } }
  }
}
