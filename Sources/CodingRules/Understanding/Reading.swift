/// What a sentence says about the topics of a rule book, and what it leaves open.
package struct Reading: Hashable, Sendable {
  /// The date of service; nil if the sentence does not give one.
  package let date: CalendarDay?
  /// The answers that apply to the whole visit, in rule order.
  package let facts: [StatedAnswer]
  /// The services, in the order of first mention.
  package let services: [ReadService]
  /// The ambiguous words, in sentence order.
  package let ambiguities: [Ambiguity]
  /// The corrected words, in sentence order.
  package let corrections: [Correction]
  /// The words without an effect on the reading, as the longest stretches, in sentence order.
  package let unused: [String]

  /// Whether nothing was understood.
  package var isEmpty: Bool { services.isEmpty && facts.isEmpty && ambiguities.isEmpty }

  /// The facts as answers.
  package var factAnswers: Answers { Answers(facts) }
}

/// A service that a sentence is about.
package struct ReadService: Hashable, Sendable {
  /// The topic's id.
  package let topic: String
  /// What the sentence states, in question order and consistent with at least one path.
  package let stated: [StatedAnswer]

  /// What the sentence states, as answers.
  package var answers: Answers { Answers(stated) }
}

/// An answer and the words it came from.
package struct StatedAnswer: Hashable, Sendable {
  /// The field.
  package let field: String
  /// The answer's id.
  package let answer: String
  /// The words in the sentence that state it, verbatim.
  package let words: String
}

/// Ambiguous words.
package struct Ambiguity: Hashable, Sendable {
  /// The words in the sentence, verbatim.
  package let words: String
  /// The possible meanings: topic ids, or answers as `topic.field=answer`.
  package let could: [String]
}

/// A spelling correction.
package struct Correction: Hashable, Sendable {
  /// The word as written.
  package let written: String
  /// The word it was corrected to.
  package let asWord: String
}

extension Answers {
  fileprivate init(_ stated: [StatedAnswer]) {
    self.init()
    for answer in stated { self[answer.field] = answer.answer }
  }
}
