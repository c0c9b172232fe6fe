/// The vocabulary of a rule book, compiled for reading sentences.
struct Lexicon: Sendable {
  /// A meaning of a phrase.
  enum Meaning: Hashable, Sendable {
    case signal(Int)
    case saying(Int)
    case cue(Int)
    case division(Link)
  }

  let topics: [Topic]
  let signals: [Signal]
  let sayings: [Saying]
  let cues: [Cue]
  /// The rules that add signals.
  let derivations: CompiledRules<[Int]>
  /// The rules that answer the questions of each topic.
  let answerRules: [CompiledRules<[(field: String, answer: String)]>]
  /// The rules that answer questions about the whole visit.
  let factRules: CompiledRules<[(field: String, answer: String)]>
  let asks: [CompiledAsk]
  /// The index of each signal's topic; nil if it has none.
  let topicOfSignal: [Int?]
  /// The signals that each signal requires in the sentence, and those it excludes in its segment.
  let context: [(with: SignalSet, without: SignalSet)]
  /// The signals that absorb the services of some topics.
  let absorbed: [(signal: Int, topics: [Int])]
  /// The acts that use their things, and those whose denial denies their things.
  let using: SignalSet
  let creating: SignalSet
  /// The things that never share a service with others of their topic.
  let apart: SignalSet
  /// The marks without a rule, and those that state facts about the visit.
  let idle: SignalSet
  let factual: SignalSet
  /// The signals with a topic that rules infer.
  let derived: [Int]
  /// The topic and the signal of each saying, as indices.
  let sayingTargets: [(topic: Int, signal: Int?)]
  /// All phrases.
  let trie: PhraseTrie
  /// The meanings and roles of the phrase that ends at each trie node.
  let meanings: [[Meaning]]
  let kinds: [Kinds]
  let words: KnownWords

  init(_ phrases: Phrases, topics: [Topic]) {
    var source = PhraseSource(phrases, topics: topics)
    self.topics = topics
    signals = phrases.signals
    sayings = phrases.sayings
    cues = phrases.cues
    let names = Names(signals.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    derivations = CompiledRules(phrases.rules, names) { outcome in
      if case .signals(let signals) = outcome { signals.compactMap { names[$0] } } else { nil }
    }
    answerRules = topics.map { topic in
      CompiledRules(phrases.rules, names) { $0.answers(of: topic.id) }
    }
    factRules = CompiledRules(phrases.rules, names) { outcome in
      if case .facts(let facts) = outcome { facts } else { nil }
    }
    asks = phrases.asks.compactMap { ask in
      names[ask.signal].map {
        CompiledAsk(signal: $0, nowhere: names.signalSet(ask.nowhere), could: ask.could)
      }
    }
    func index(_ id: String?) -> Int? { topics.firstIndex { $0.id == id } }
    topicOfSignal = signals.map { index($0.topic) }
    context = signals.map { (names.signalSet($0.with), names.signalSet($0.without)) }
    absorbed = phrases.signals.enumerated().filter { !$1.absorbs.isEmpty }.map {
      ($0, $1.absorbs.compactMap(index))
    }
    using = SignalSet(phrases.signals.indices.filter { phrases.signals[$0].isUsing })
    creating = SignalSet(phrases.signals.indices.filter { phrases.signals[$0].isCreating })
    apart = SignalSet(phrases.signals.indices.filter { phrases.signals[$0].isApart })
    let ruled = names.signalSet(phrases.rules.flatMap { $0.stated + $0.denied + $0.unless + $0.nowhere })
    idle = SignalSet(
      phrases.signals.indices.filter { phrases.signals[$0].kind == .mark && !ruled.contains($0) })
    factual = names.signalSet(phrases.rules.filter(\.outcome.isFacts).flatMap(\.stated))
    derived = Set(derivations.outcomes.joined()).filter { phrases.signals[$0].topic != nil }.sorted()
    sayingTargets = sayings.map { (index($0.topic) ?? 0, $0.signal.flatMap { names[$0] }) }
    trie = source.trie
    words = KnownWords(&source, phrases, pairs: trie.pairs)
    meanings = source.meanings
    kinds = source.meanings.map { $0.isEmpty ? [] : Kinds($0, phrases, names) }
  }

  /// Whether the meanings include an act whose denial denies its things.
  func isCreating(_ meanings: [Meaning]) -> Bool { signals(of: meanings).contains(where: creating.contains) }

  /// Returns the signals among meanings, including those of sayings.
  func signals(of meanings: [Meaning]) -> [Int] {
    meanings.compactMap { meaning in
      switch meaning {
      case .signal(let signal): signal
      case .saying(let saying): sayingTargets[saying].signal
      case .cue, .division: nil
      }
    }
  }
}

extension PhraseRule.Outcome {
  /// Whether it answers questions about the whole visit.
  fileprivate var isFacts: Bool { if case .facts = self { true } else { false } }

  /// Returns the answers to questions of a topic; nil if there are none.
  fileprivate func answers(of topic: String) -> [(field: String, answer: String)]? {
    guard case .answers(let answers) = self else { return nil }
    let own = answers.filter { $0.topic == topic }.map { (field: $0.field, answer: $0.answer) }
    return own.isEmpty ? nil : own
  }
}
