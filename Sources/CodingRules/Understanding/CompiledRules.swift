/// The indices of signals by name.
typealias Names = [String: Int]

extension Names {
  func signalSet(_ names: [String]) -> SignalSet { SignalSet(names.compactMap { self[$0] }) }
}

/// The condition of a rule, with signals as indices.
struct RuleCondition: Sendable {
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
  }

  /// Whether the condition holds for the signals of an event and of the whole sentence.
  func holds(_ stated: SignalSet, _ denied: SignalSet, in sentence: SignalSet) -> Bool {
    self.stated.isSubset(of: stated) && self.denied.isSubset(of: denied) && unless.isDisjoint(with: stated)
      && nowhere.isDisjoint(with: sentence)
      && (somewhere.isEmpty || !somewhere.isDisjoint(with: sentence))
  }
}

/// Rules with the same kind of outcome, in order.
///
/// Conditions have an array of their own, since most rules fail and cost only that check.
struct CompiledRules<Outcome: Sendable>: Sendable {
  private var conditions: [RuleCondition] = []
  private var needs: [(stated: [Int], denied: [Int])] = []
  private(set) var outcomes: [Outcome] = []

  /// - Parameter outcome: Returns the outcome of a rule; nil for a rule of another kind.
  init(_ rules: [PhraseRule], _ names: Names, _ outcome: (PhraseRule.Outcome) -> Outcome?) {
    for rule in rules {
      guard let outcome = outcome(rule.outcome) else { continue }
      conditions.append(RuleCondition(rule, names))
      needs.append((rule.stated.compactMap { names[$0] }, rule.denied.compactMap { names[$0] }))
      outcomes.append(outcome)
    }
  }

  /// Passes each outcome that follows from an event, with its units, to a closure that may add to
  /// the event.
  func apply(
    to event: inout Event, in sentence: SignalSet, _ take: (inout Event, Outcome, [Range<Int>]) -> Void
  ) {
    for index in conditions.indices {
      if conditions[index].holds(event.stated, event.denied, in: sentence) {
        let units = event.units(of: needs[index].stated, denied: needs[index].denied)
        if !units.isEmpty { take(&event, outcomes[index], units) }
      }
    }
  }
}

/// A question about an ambiguous signal, with signals as indices.
struct CompiledAsk: Sendable {
  let signal: Int
  let nowhere: SignalSet
  let could: [String]
}

extension Lexicon {
  /// The roles of a phrase in a sentence.
  struct Kinds: OptionSet {
    let rawValue: UInt16
    static let actor = Kinds(rawValue: 1 << 0)
    static let doer = Kinds(rawValue: 1 << 1)
    static let act = Kinds(rawValue: 1 << 2)
    static let thing = Kinds(rawValue: 1 << 3)
    static let cue = Kinds(rawValue: 1 << 4)
    static let now = Kinds(rawValue: 1 << 5)
    static let pronoun = Kinds(rawValue: 1 << 6)
    static let billing = Kinds(rawValue: 1 << 7)
    static let question = Kinds(rawValue: 1 << 8)
  }
}

extension Lexicon.Kinds {
  /// Creates the roles of a phrase with these meanings.
  init(_ meanings: [Lexicon.Meaning], _ phrases: Phrases, _ names: Names) {
    self = []
    for meaning in meanings {
      switch meaning {
      case .signal(let signal): formUnion(Self(phrases.signals[signal].kind))
      case .saying(let saying):
        if let signal = phrases.sayings[saying].signal.flatMap({ names[$0] }) {
          formUnion(Self(phrases.signals[signal].kind))
        }
      case .cue(let cue):
        formUnion([.now, .recent].contains(phrases.cues[cue].effect) ? [.cue, .now] : [.cue])
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
    case .billing: self = .billing
    case .question: self = .question
    case .code: self = .billing
    case .mark, .more: self = []
    }
  }
}
