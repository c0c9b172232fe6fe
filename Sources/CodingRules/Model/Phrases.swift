/// What words mean in a sentence, as the rules give it; every name in it is known.
package struct Phrases: Sendable {
  /// The irregular forms of verbs, by the form that phrases use.
  let forms: [(verb: String, others: [String])]
  /// Words that may come between the words of a phrase.
  let fillers: [String]
  /// Words that a misspelling may be corrected to, besides the names of services.
  let likely: [String]
  /// Ordinary words that are no misspelling of others.
  let plain: [String]
  /// Ordinary words that say nothing about the services they are written with.
  let harmless: [String]
  /// Usual misspellings that are too short or too far off to be found by comparing.
  let misspelled: [(wrong: String, right: String)]
  /// Words that divide a sentence.
  let breaks: [(link: Link, words: [String])]
  /// Words that change what others state.
  let cues: [Cue]
  /// What words stand for.
  let signals: [Signal]
  /// Words that state an answer by themselves.
  let sayings: [Saying]
  /// What signals mean together.
  let rules: [PhraseRule]
  /// What could mean several things.
  let asks: [AskRule]

  /// No phrases: of a book without the file.
  static let none = Phrases(
    forms: [], fillers: [], likely: [], plain: [], harmless: [], misspelled: [], breaks: [], cues: [],
    signals: [], sayings: [], rules: [], asks: [])
}

/// How a part of a sentence is joined to the one before.
enum Link: String, CaseIterable, Sendable {
  /// A new statement: a period, or "but".
  case new
  /// What a heading announces: a colon.
  case list
  /// One more of a list, or a further step: a comma, or "and".
  case and
  /// An alternative: "or".
  case or
}

/// Words that state an answer by themselves.
struct Saying: Sendable {
  let topic: String
  let field: String
  let answer: String
  /// What the words stand for, too.
  let signal: String?
  /// Whether different answers make different services.
  let separates: Bool
  /// Whether it holds for all services of a list: "pano and models for records".
  let isShared: Bool
  /// Whether the answer's own names state it, too.
  let takesNames: Bool
  let words: [String]
}

/// What signals mean together.
struct PhraseRule: Sendable {
  /// What follows.
  enum Outcome: Sendable {
    /// Further signals, in the same part of the sentence.
    case signals([String])
    /// Answers of the service.
    case answers([(topic: String, field: String, answer: String)])
    /// Answers for the whole visit.
    case facts([(field: String, answer: String)])
  }

  /// Signals that must be stated.
  let stated: [String]
  /// Signals that must be denied.
  let denied: [String]
  /// Signals of which none may be there, stated.
  let unless: [String]
  /// Signals of which none may be anywhere in the sentence.
  let nowhere: [String]
  /// Signals of which one must be somewhere in the sentence, if any are given.
  let somewhere: [String]
  let outcome: Outcome
}

/// What could mean several things.
struct AskRule: Sendable {
  /// The signal; each use of it that nothing else explains is asked about.
  let signal: String
  /// Signals of which none may be anywhere in the sentence.
  let nowhere: [String]
  /// What it could mean: topics, or answers as `topic.field=answer`.
  let could: [String]
}
