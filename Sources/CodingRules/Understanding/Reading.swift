/// What a sentence says about the topics of a rule book, and what it leaves open.
package struct Reading: Hashable, Sendable {
  /// The date of service; nil when the sentence does not give one.
  package let date: CalendarDay?
  /// The answers that hold for the whole visit, in the order of the rules.
  package let facts: [StatedAnswer]
  /// The services, in the order of first mention.
  package let services: [ReadService]
  /// What could mean several things, in the order of the sentence.
  package let ambiguities: [Ambiguity]
  /// The words that were read as another spelling, in the order of the sentence.
  package let corrections: [Correction]
  /// The words that no phrase has, in the order of the sentence.
  package let unused: [String]

  /// Whether nothing was understood.
  package var isEmpty: Bool { services.isEmpty && facts.isEmpty && ambiguities.isEmpty }

  /// The reading with the services of one topic alone; with all where none is given.
  package func limited(to topic: Topic?) -> Reading {
    guard let topic else { return self }
    let own = services.filter { $0.topic == topic.id }
    return Reading(
      date: date, facts: facts, services: own.isEmpty ? [ReadService(topic: topic.id, stated: [])] : own,
      ambiguities: [], corrections: corrections, unused: unused)
  }

  /// The facts as answers.
  package var factAnswers: Answers { Answers(facts) }
}

/// A service that a sentence is about.
package struct ReadService: Hashable, Sendable {
  /// The topic's id.
  package let topic: String
  /// What the sentence states, in the order of the topic's questions; consistent with one path at least.
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
  /// The part of the sentence that states it, exactly as written.
  package let words: String
}

/// Words that could mean several things.
package struct Ambiguity: Hashable, Sendable {
  /// The part of the sentence, exactly as written.
  package let words: String
  /// What they could mean: topic ids, or answers as `topic.field=answer`.
  package let could: [String]
}

/// A word that was read as another spelling.
package struct Correction: Hashable, Sendable {
  /// The word as written.
  package let written: String
  /// The word it was taken for.
  package let asWord: String
}

extension Answers {
  fileprivate init(_ stated: [StatedAnswer]) {
    self.init()
    for answer in stated { self[answer.field] = answer.answer }
  }
}
