/// A builder of the phrases of a rule book and their meanings.
struct PhraseSource {
  private(set) var trie = PhraseTrie()
  /// The meanings of the phrase that ends at each trie node.
  private(set) var meanings: [[Lexicon.Meaning]] = [[]]
  private(set) var expansion: PhraseExpansion
  /// The words that say nothing about the services around them.
  private(set) var harmless: Set<Int32> = []
  private let phrases: Phrases
  private let topics: [Topic]
  /// The words of phrases that name services.
  private var namingWords: Set<Int32> = []

  /// Adds the phrases of the file, then the names of topics and answers that are not among them.
  init(_ phrases: Phrases, topics: [Topic]) {
    self.phrases = phrases
    self.topics = topics
    expansion = PhraseExpansion(phrases)
    for (link, words) in phrases.breaks { add(words, .division(link)) }
    for (index, cue) in phrases.cues.enumerated() { add(cue.words, .cue(index)) }
    for (index, signal) in phrases.signals.enumerated() { add(signal.words, .signal(index)) }
    for (index, saying) in phrases.sayings.enumerated() { add(saying.words, .saying(index)) }
    let isWritten = meanings.map { !$0.isEmpty }
    addTopicNames(unless: isWritten)
    addAnswerNames(unless: isWritten)
    for word in phrases.plain { _ = expansion.vocabulary.numbers(word) }
    for word in phrases.harmless { harmless.formUnion(expansion.parts(word).joined().joined()) }
    harmless.formUnion(namingWords)
  }

  /// Returns the candidates for spelling correction: the listed words, and long words of service
  /// names.
  mutating func likelyWords() -> Set<Int32> {
    let given = phrases.likely.flatMap { expansion.vocabulary.numbers($0) }
    let texts = expansion.vocabulary.texts
    return Set(given).union(namingWords.filter { texts[Int($0)].utf8.count >= 6 })
  }

  private mutating func add(_ written: [String], _ meaning: Lexicon.Meaning, unless isWritten: [Bool] = []) {
    let isNaming = namesService(meaning)
    for text in written {
      let parts = expansion.parts(text)
      let nodes = trie.insert(parts)
      while meanings.count < trie.count { meanings.append([]) }
      for node in nodes where node >= isWritten.count || !isWritten[node] {
        if !meanings[node].contains(meaning) { meanings[node].append(meaning) }
      }
      if isNaming { namingWords.formUnion(parts.joined().joined()) }
    }
  }

  private func namesService(_ meaning: Lexicon.Meaning) -> Bool {
    switch meaning {
    case .signal(let signal): phrases.signals[signal].kind == .thing && phrases.signals[signal].topic != nil
    case .saying(let saying): phrases.sayings[saying].takesNames
    case .cue, .division: false
    }
  }

  private mutating func addTopicNames(unless isWritten: [Bool]) {
    for topic in topics {
      let own = phrases.signals.indices.filter { phrases.signals[$0].topic == topic.id }
      let thing = own.first { phrases.signals[$0].kind == .thing && phrases.signals[$0].takesNames }
      let code = own.first { phrases.signals[$0].kind == .code }
      for name in topic.also + [topic.title] {
        if let signal = CodeRange.isCode(name) ? code : thing {
          add([name], .signal(signal), unless: isWritten)
        }
      }
    }
  }

  private mutating func addAnswerNames(unless isWritten: [Bool]) {
    for (index, saying) in phrases.sayings.enumerated() where saying.takesNames {
      let questions = topics.first { $0.id == saying.topic }?.questions.filter { $0.field == saying.field }
      for answer in (questions ?? []).flatMap(\.answers) where answer.id == saying.answer {
        add(answer.also + [answer.label], .saying(index), unless: isWritten)
      }
    }
  }
}
