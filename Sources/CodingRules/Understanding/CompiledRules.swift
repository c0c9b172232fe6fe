/// The numbers of signals by name.
struct Names {
  private let numbers: [String: Int]

  init(_ names: [String]) {
    numbers = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(name: String) -> Int? { numbers[name] }

  func signalSet(_ names: [String]) -> SignalSet { SignalSet(names.compactMap { numbers[$0] }) }
}

/// A rule with its names as numbers.
struct CompiledRule: Sendable {
  /// The signals that it needs, stated or denied.
  let needs: [Int]
  /// The signals that follow; none of a rule about answers.
  let signals: [Int]
  let outcome: PhraseRule.Outcome
  private let stated: SignalSet
  private let denied: SignalSet
  private let unless: SignalSet
  private let nowhere: SignalSet
  private let somewhere: SignalSet

  init(_ rule: PhraseRule, _ names: Names) {
    stated = names.signalSet(rule.stated)
    denied = names.signalSet(rule.denied)
    unless = names.signalSet(rule.unless)
    nowhere = names.signalSet(rule.nowhere)
    somewhere = names.signalSet(rule.somewhere)
    needs = (rule.stated + rule.denied).compactMap { names[$0] }
    outcome = rule.outcome
    if case .signals(let derived) = rule.outcome {
      signals = derived.compactMap { names[$0] }
    } else {
      signals = []
    }
  }

  /// Whether what is stated and denied, and what the sentence has elsewhere, is what the rule needs.
  func holds(_ stated: SignalSet, _ denied: SignalSet, in sentence: SignalSet) -> Bool {
    self.stated.isSubset(of: stated) && self.denied.isSubset(of: denied) && unless.isDisjoint(with: stated)
      && nowhere.isDisjoint(with: sentence)
      && (somewhere.isEmpty || !somewhere.isDisjoint(with: sentence))
  }
}

/// A question that words raise, with its names as numbers.
struct CompiledAsk: Sendable {
  let signal: Int
  let nowhere: SignalSet
  let could: [String]

  init(_ rule: AskRule, _ names: Names) {
    signal = names[rule.signal] ?? 0
    nowhere = names.signalSet(rule.nowhere)
    could = rule.could
  }
}

extension Lexicon {
  /// What parts a phrase has in a sentence.
  struct Kinds: ExpressibleByArrayLiteral {
    private var bits: UInt8 = 0
    static let actor = Kinds(bit: 0)
    static let doer = Kinds(bit: 1)
    static let act = Kinds(bit: 2)
    static let thing = Kinds(bit: 3)
    static let cue = Kinds(bit: 4)
    static let now = Kinds(bit: 5)
    static let pronoun = Kinds(bit: 6)

    private init(bit: UInt8) { bits = 1 << bit }

    init(arrayLiteral kinds: Kinds...) {
      for kind in kinds { bits |= kind.bits }
    }

    func contains(_ other: Kinds) -> Bool { other.bits & ~bits == 0 }

    func isDisjoint(with others: Kinds) -> Bool { bits & others.bits == 0 }

    mutating func formUnion(_ others: Kinds) { bits |= others.bits }
  }
}

extension Lexicon.Kinds {
  /// The parts of a phrase with these meanings.
  init(_ meanings: [Lexicon.Meaning], _ phrases: Phrases, _ names: Names) {
    self = []
    for meaning in meanings {
      switch meaning {
      case .signal(let signal): formUnion(Self(phrases.signals[signal].kind))
      case .saying(let saying):
        if let signal = phrases.sayings[saying].signal.flatMap({ names[$0] }) {
          formUnion(Self(phrases.signals[signal].kind))
        }
      case .cue(let cue): formUnion(phrases.cues[cue].effect == .now ? [.cue, .now] : [.cue])
      case .division: break
      }
    }
  }

  private init(_ kind: Signal.Kind) {
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
