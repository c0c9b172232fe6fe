/// The vocabulary for reading sentences, from the rules; every name in it is resolved.
package struct Phrases: Sendable {
  /// The irregular verb forms, by the form that phrases use.
  let forms: [(verb: String, others: [String])]
  /// Words that may come between the words of a phrase.
  let fillers: [String]
  /// Words that a misspelling may be corrected to, besides the names of services.
  let likely: [String]
  /// Ordinary words that are never a misspelling.
  let plain: [String]
  /// Ordinary words that say nothing about the services around them.
  let harmless: [String]
  /// Words that a period may follow within a sentence.
  let abbreviations: [String]
  /// Common misspellings too short or too distant for the spelling correction.
  let misspelled: [(wrong: String, right: String)]
  /// Words that divide a sentence.
  let breaks: [(link: Link, words: [String])]
  /// Words that change the meaning of other words.
  let cues: [Cue]
  /// The concepts that words stand for.
  let signals: [Signal]
  /// Words that state an answer on their own.
  let sayings: [Saying]
  /// The meanings of combined signals.
  let rules: [PhraseRule]
  /// The ambiguous signals.
  let asks: [AskRule]

  /// No phrases, for a book without the file.
  static let none = Phrases(
    forms: [], fillers: [], likely: [], plain: [], harmless: [], abbreviations: [], misspelled: [],
    breaks: [], cues: [], signals: [], sayings: [], rules: [], asks: [])
}

/// The link between a part of a sentence and the previous part.
enum Link: String, CaseIterable, Sendable {
  /// A new statement: a period, or "but".
  case new
  /// The contents of a heading: a colon.
  case list
  /// Another list item or step: a comma, or "and".
  case and
  /// An alternative: "or".
  case or
}

/// Words that state an answer on their own.
struct Saying: Sendable {
  let topic: String
  let field: String
  let answer: String
  /// A signal the words also stand for.
  let signal: String?
  /// Whether different answers mean separate services.
  let separates: Bool
  /// Whether it applies to every service in a list: "pano and models for records".
  let isShared: Bool
  /// Whether the answer's own names also state it.
  let takesNames: Bool
  let words: [String]
}

/// The meanings of combined signals.
struct PhraseRule: Sendable {
  /// The consequence.
  enum Outcome: Sendable {
    /// More signals in the same part of the sentence.
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
  /// Signals that must not be stated.
  let unless: [String]
  /// Signals that must not occur anywhere in the sentence.
  let nowhere: [String]
  /// Signals of which at least one must occur in the sentence, if any are listed.
  let somewhere: [String]
  let outcome: Outcome
}

/// The ambiguous signals.
struct AskRule: Sendable {
  /// The signal; each occurrence that nothing else explains leads to a question.
  let signal: String
  /// Signals that must not occur anywhere in the sentence.
  let nowhere: [String]
  /// The possible meanings: topics, or answers as `topic.field=answer`.
  let could: [String]
}
