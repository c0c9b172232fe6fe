/// What the words of a rule book mean, made ready for reading.
struct Lexicon: Sendable {
  /// What a phrase can mean.
  enum Meaning: Sendable {
    case signal(Int)
    case saying(Int)
    case cue(Int)
    case division(Link)
  }

  /// What parts a phrase has in a sentence.
  struct Kinds: OptionSet {
    let rawValue: UInt8
    static let actor = Kinds(rawValue: 1)
    static let doer = Kinds(rawValue: 2)
    static let act = Kinds(rawValue: 4)
    static let thing = Kinds(rawValue: 8)
    static let cue = Kinds(rawValue: 16)
    static let now = Kinds(rawValue: 32)
    static let pronoun = Kinds(rawValue: 64)
  }

  let topics: [Topic]
  let signals: [Signal]
  let sayings: [Saying]
  let cues: [Cue]
  let rules: [CompiledRule]
  let asks: [CompiledAsk]
  /// The topic of each signal as its index; nil when it has none.
  let topicOfSignal: [Int?]
  /// For each signal what must be somewhere in the sentence, and what may not be in the same part.
  let company: [(with: SignalSet, without: SignalSet)]
  /// For each signal the topics that have no service of their own beside it.
  let absorbed: [(signal: Int, topics: [Int])]
  /// The acts that use their things, and those that, when denied, leave nothing of them.
  let using: SignalSet
  let creating: SignalSet
  /// The signals that only rules state.
  let derived: [Int]
  /// The topic and the signal of each saying, as indices.
  let placeOfSaying: [(topic: Int, signal: Int?)]
  /// What each phrase means.
  let meanings: [[Meaning]]
  /// What parts each phrase has.
  let kinds: [Kinds]
  let trie: PhraseTrie

  private let words: [String: Int32]
  private let texts: [String]
  private let fillers: Set<Int32>
  private let joined: [String: (Int32, Int32)]
  private let misspelled: [String: Int32]
  private let spelling: Spelling

  init(_ phrases: Phrases, topics: [Topic]) {
    var source = PhraseSource(phrases, topics: topics)
    let sequences = source.sequences()
    self.topics = topics
    signals = source.signals
    sayings = source.sayings
    cues = phrases.cues
    meanings = sequences.map(\.meanings)
    kinds = sequences.map { source.kinds(of: $0.meanings) }
    trie = PhraseTrie(sequences.map(\.words))
    let names = Names(signals.map(\.name))
    rules = phrases.rules.map { CompiledRule($0, names) }
    asks = phrases.asks.map { CompiledAsk($0, names, topics) }
    topicOfSignal = signals.map { signal in topics.firstIndex { $0.id == signal.topic } }
    absorbed = signals.indices.filter { !source.signals[$0].absorbs.isEmpty }.map { signal in
      (signal, source.signals[signal].absorbs.compactMap { id in topics.firstIndex { $0.id == id } })
    }
    using = SignalSet(signals.indices.filter { source.signals[$0].isUsing })
    creating = SignalSet(signals.indices.filter { source.signals[$0].isCreating })
    let stated = Set(rules.flatMap(\.signals))
    derived = signals.indices.filter { stated.contains($0) && source.signals[$0].topic != nil }
    company = signals.map { (names.set($0.with), names.set($0.without)) }
    placeOfSaying = sayings.map { saying in
      (topics.firstIndex { $0.id == saying.topic } ?? 0, saying.signal.flatMap { names[$0] })
    }
    fillers = source.fillers
    for word in phrases.plain { _ = source.ids(word) }
    words = source.vocabulary
    texts = source.texts
    joined = source.joined
    misspelled = Dictionary(
      phrases.misspelled.compactMap { wrong, right in source.vocabulary[right].map { (wrong, $0) } },
      uniquingKeysWith: { first, _ in first })
    spelling = Spelling(texts, among: source.domainWords)
  }

  /// The number of a known word.
  func word(_ key: String) -> Int32? { words[key] }

  /// The two words that are known when a word is divided, as in `nightguard`.
  func parts(of key: String) -> (Int32, Int32)? { joined[key] }

  /// The known word that a misspelled one was meant to be, and its text.
  func correction(of key: String) -> (word: Int32, text: String)? {
    (misspelled[key] ?? spelling.correction(of: key)).map { ($0, texts[Int($0)]) }
  }

  /// Whether something that leaves nothing when it is denied is among meanings.
  func isCreating(_ meanings: [Meaning]) -> Bool { signals(of: meanings).contains(where: creating.contains) }

  /// The signals among meanings, those of sayings included.
  func signals(of meanings: [Meaning]) -> [Int] {
    meanings.compactMap { meaning in
      switch meaning {
      case .signal(let signal): signal
      case .saying(let saying): placeOfSaying[saying].signal
      case .cue, .division: nil
      }
    }
  }

  /// How a phrase divides a sentence; nil when it does not.
  func division(_ phrase: Int) -> Link? {
    if case .division(let link)? = meanings[phrase].first { link } else { nil }
  }

  /// Whether a word may come between those of a phrase.
  func isFiller(_ word: Int32) -> Bool { fillers.contains(word) }
}

/// The numbers of signals by name.
struct Names {
  private let numbers: [String: Int]

  init(_ names: [String]) {
    numbers = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(name: String) -> Int? { numbers[name] }

  func set(_ names: [String]) -> SignalSet { SignalSet(names.compactMap { numbers[$0] }) }
}

/// A rule with its names as numbers.
struct CompiledRule: Sendable {
  let stated: SignalSet
  let denied: SignalSet
  let unless: SignalSet
  let nowhere: SignalSet
  let somewhere: SignalSet
  let needs: [Int]
  let needsDenied: [Int]
  let signals: [Int]
  let outcome: PhraseRule.Outcome

  init(_ rule: PhraseRule, _ names: Names) {
    stated = names.set(rule.stated)
    denied = names.set(rule.denied)
    unless = names.set(rule.unless)
    nowhere = names.set(rule.nowhere)
    somewhere = names.set(rule.somewhere)
    needs = rule.stated.compactMap { names[$0] }
    needsDenied = rule.denied.compactMap { names[$0] }
    outcome = rule.outcome
    if case .signals(let derived) = rule.outcome {
      signals = derived.compactMap { names[$0] }
    } else {
      signals = []
    }
  }
}

/// A question that words raise, with its names as numbers.
struct CompiledAsk: Sendable {
  let signal: Int
  let nowhere: SignalSet
  let could: [String]
  let topics: [Int]

  init(_ rule: AskRule, _ names: Names, _ topics: [Topic]) {
    signal = names[rule.signal] ?? 0
    nowhere = names.set(rule.nowhere)
    could = rule.could
    self.topics = rule.topics.compactMap { id in topics.firstIndex { $0.id == id } }
  }
}
