/// What a topic says to the facts known so far: it asks, or it advises.
public enum Evaluation: Sendable {
  /// The first question on the path whose field has no answer, or one that the question does not have.
  case asks(Question)
  /// The path is complete; a date of service turns its conclusion into advice.
  case advises(Conclusion)
}

extension Topic {
  /// Follows the answers from the first question for as long as they lead on. Pure, and linear in the path.
  ///
  /// - Parameter facts: What is known of the whole visit; the topic takes what it asks for.
  public func evaluate(_ answers: Answers, facts: Answers = [:]) -> Evaluation {
    let path = path(answers.completed(by: facts))
    if let question = path.open { return .asks(question) }
    return .advises(Conclusion(topic: self, steps: path.steps, answers: answers))
  }
}

/// The end of a path: what its answers gathered, for any date of service.
public struct Conclusion: Sendable {
  /// The topic's id.
  package let topic: String
  /// What the topic is about.
  package let title: String
  /// The questions answered, in order.
  package let steps: [Step]
  /// Answers that were given but not asked for on this path, by field.
  package let unused: [UnusedAnswer]

  init(topic: Topic, steps: [Step], answers: Answers = [:]) {
    self.topic = topic.id
    title = topic.title
    self.steps = steps
    let unused = answers.fields.filter { field in !steps.contains { $0.question.field == field } }
    self.unused = unused.map { UnusedAnswer(field: $0, answer: answers[$0] ?? "") }
  }
}

/// An answer that the path did not ask for.
package struct UnusedAnswer: Hashable, Sendable {
  /// The field.
  package let field: String
  /// The answer's id.
  package let answer: String
}
