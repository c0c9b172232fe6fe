/// Gathers every phrase of a rule book with what it means, and the words that phrases are made of.
struct PhraseSource {
  /// The words of a phrase by number, and what they mean.
  struct Sequence {
    let words: [Int32]
    var meanings: [Lexicon.Meaning]

    var saysSomething: Bool { meanings.contains { if case .saying = $0 { true } else { false } } }
  }

  private(set) var signals: [Signal]
  private(set) var sayings: [Saying]
  private(set) var vocabulary: [String: Int32] = [:]
  private(set) var texts: [String] = []
  /// Words that are known as two, written as one.
  private(set) var joined: [String: (Int32, Int32)] = [:]
  /// The words that may come between those of a phrase.
  private(set) var fillers: Set<Int32> = []
  private let phrases: Phrases
  private let topics: [Topic]
  private var found: [Sequence] = []
  private var indexOfWords: [[Int32]: Int] = [:]

  init(_ phrases: Phrases, topics: [Topic]) {
    self.phrases = phrases
    self.topics = topics
    signals = phrases.signals
    sayings = phrases.sayings
  }

  /// All phrases; those of the file first, then the names of topics and answers that the file does not speak of.
  mutating func sequences() -> [Sequence] {
    fillers = Set(phrases.fillers.flatMap { ids($0) })
    var expansion = PhraseExpansion(phrases)
    for (link, words) in phrases.breaks { add(words, .division(link), &expansion) }
    for (index, cue) in phrases.cues.enumerated() { add(cue.words, .cue(index), &expansion) }
    for (index, signal) in signals.enumerated() { add(signal.words, .signal(index), &expansion) }
    for (index, saying) in sayings.enumerated() { add(saying.words, .saying(index), &expansion) }
    addNames()
    divideJoinedWords()
    return found
  }

  /// The words that name things and acts; an unknown word is taken for one of these or for none.
  var domainWords: Set<Int32> {
    Set(
      found.filter { !kinds(of: $0.meanings).isDisjoint(with: [.act, .thing]) || $0.saysSomething }.flatMap(
        \.words)
    )
    .subtracting(fillers)
  }

  /// What parts a phrase with these meanings has.
  func kinds(of meanings: [Lexicon.Meaning]) -> Lexicon.Kinds {
    meanings.reduce(into: []) { kinds, meaning in
      switch meaning {
      case .signal(let signal): kinds.formUnion(Lexicon.Kinds(signals[signal].kind))
      case .saying(let saying):
        if let name = sayings[saying].signal, let signal = signals.first(where: { $0.name == name }) {
          kinds.formUnion(Lexicon.Kinds(signal.kind))
        }
      case .cue(let cue): kinds.formUnion(phrases.cues[cue].effect == .now ? [.cue, .now] : .cue)
      case .division: break
      }
    }
  }

  /// The numbers of a text's words.
  mutating func ids(_ text: String) -> [Int32] {
    Tokenizer(Array(text.utf8)).tokens.filter { $0.kind == .word || $0.kind == .number }.map { id($0.key) }
  }

  /// The numbers of a text's words but the fillers; all where it has no others.
  private mutating func wordsWithoutFillers(_ text: String) -> [Int32] {
    let words = ids(text)
    let others = words.filter { !fillers.contains($0) }
    return others.isEmpty ? words : others
  }

  private mutating func id(_ key: String) -> Int32 {
    if let id = vocabulary[key] { return id }
    let id = Int32(texts.count)
    vocabulary[key] = id
    texts.append(key)
    return id
  }

  private mutating func add(
    _ written: [String], _ meaning: Lexicon.Meaning, _ expansion: inout PhraseExpansion
  ) {
    for text in written {
      for phrase in expansion.phrases(text) { add(phrase, meaning) }
    }
  }

  private mutating func add(_ phrase: String, _ meaning: Lexicon.Meaning) {
    let words = wordsWithoutFillers(phrase)
    guard !words.isEmpty else { return }
    if let index = indexOfWords[words] {
      found[index].meanings.append(meaning)
    } else {
      indexOfWords[words] = found.count
      found.append(Sequence(words: words, meanings: [meaning]))
    }
  }

  /// Adds the names of topics, and of the answers whose names are asked for, where the file does not have them.
  private mutating func addNames() {
    let known = Set(indexOfWords.keys)
    for topic in topics {
      let thing = signals.firstIndex { $0.kind == .thing && $0.topic == topic.id && $0.takesNames }
      let code = signals.firstIndex { $0.kind == .code && $0.topic == topic.id }
      for name in topic.also + [topic.title] where !known.contains(wordsWithoutFillers(name)) {
        if let signal = CodeRange.isCode(name) ? code : thing { add(name, .signal(signal)) }
      }
    }
    for (index, saying) in sayings.enumerated() where saying.takesNames {
      let questions = topics.first { $0.id == saying.topic }?.questions.filter { $0.field == saying.field }
      for answer in (questions ?? []).flatMap(\.answers) where answer.id == saying.answer {
        for name in answer.also + [answer.label] where !known.contains(wordsWithoutFillers(name)) {
          add(name, .saying(index))
        }
      }
    }
  }

  /// Finds the words that are also written as one: `nightguard` for `night guard`.
  private mutating func divideJoinedWords() {
    for sequence in found {
      for (first, second) in zip(sequence.words, sequence.words.dropFirst()) {
        let text = texts[Int(first)] + texts[Int(second)]
        if text.utf8.count >= 6, vocabulary[text] == nil { joined[text] = (first, second) }
      }
    }
  }
}

extension Lexicon.Kinds {
  fileprivate init(_ kind: Signal.Kind) {
    switch kind {
    case .actor: self = .actor
    case .doer: self = .doer
    case .act: self = .act
    case .thing: self = .thing
    case .pronoun: self = .pronoun
    case .mark, .code: self = []
    }
  }
}

/// Writes out what phrases leave short: verbs in all forms, alternatives, the words of a signal.
struct PhraseExpansion {
  private let forms: [String: [String]]
  private let signals: [String: [String]]
  private var written: [String: [String]] = [:]

  init(_ phrases: Phrases) {
    forms = Dictionary(phrases.forms.map { ($0.verb, $0.others) }, uniquingKeysWith: { first, _ in first })
    signals = Dictionary(
      phrases.signals.map { ($0.name, $0.words) }, uniquingKeysWith: { first, _ in first })
  }

  /// All phrases that a written one stands for.
  mutating func phrases(_ text: String) -> [String] {
    var results = [""]
    var rest = text[...]
    while !rest.isEmpty {
      let choices: [String]
      if rest.first == "{" {
        let end = rest.firstIndex(of: "}") ?? rest.endIndex
        choices = self.choices(String(rest[..<end].dropFirst()))
        rest = rest[end...].dropFirst()
      } else {
        let end = rest.firstIndex(of: "{") ?? rest.endIndex
        choices = inflected(String(rest[..<end]))
        rest = rest[end...]
      }
      results = results.flatMap { start in choices.map { start + $0 } }
    }
    return results
  }

  /// What stands between braces: alternatives, or the name of a signal.
  private mutating func choices(_ text: String) -> [String] {
    if text.contains("|") {
      return text.split(separator: "|", omittingEmptySubsequences: false).flatMap { inflected(String($0)) }
    }
    if let known = written[text] { return known }
    written[text] = []  // so that signals that name each other end
    let words = (signals[text] ?? []).flatMap { phrases($0) }
    written[text] = words
    return words
  }

  /// A text with its verbs, each marked by `~`, in every form.
  private func inflected(_ text: String) -> [String] {
    guard text.contains("~") else { return [text] }
    var results = [""]
    for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      let choices: [String]
      if word.hasSuffix("~") {
        let verb = String(word.dropLast())
        choices = verbForms(verb, others: forms[verb])
      } else {
        choices = [String(word)]
      }
      results = results.flatMap { start in choices.map { index == 0 ? $0 : start + " " + $0 } }
    }
    return results
  }
}
