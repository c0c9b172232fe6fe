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
    stated = names.set(rule.stated)
    denied = names.set(rule.denied)
    unless = names.set(rule.unless)
    nowhere = names.set(rule.nowhere)
    somewhere = names.set(rule.somewhere)
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
    nowhere = names.set(rule.nowhere)
    could = rule.could
  }
}

extension Lexicon {
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
      case .cue(let cue): formUnion(phrases.cues[cue].effect == .now ? [.cue, .now] : .cue)
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
