/// The result of evaluating a topic: a question to ask, or a conclusion.
public enum Evaluation: Sendable {
  /// The first question on the path whose field has no answer that the question knows.
  case asks(Question)
  /// The conclusion of a complete path, which a date of service turns into advice.
  case advises(Conclusion)
}

extension Topic {
  /// Follows the answers from the first question, in time linear in the path.
  ///
  /// - Parameter facts: The facts of the whole visit; those the topic does not ask for are ignored.
  public func evaluate(_ answers: Answers, facts: Answers = [:]) -> Evaluation {
    let path = path(answers.completed(by: facts))
    if let question = path.open { return .asks(question) }
    return .advises(Conclusion(topic: self, steps: path.steps, answers: answers))
  }
}

/// The end of a complete path, for any date of service.
public struct Conclusion: Sendable {
  /// The topic's id.
  package let topic: String
  /// The topic's title.
  package let title: String
  /// The questions answered, in order.
  package let steps: [Step]
  /// The given answers that this path did not ask for, sorted by field.
  package let unused: [UnusedAnswer]

  init(topic: Topic, steps: [Step], answers: Answers = [:]) {
    self.topic = topic.id
    title = topic.title
    self.steps = steps
    let unused = answers.fields.filter { field in !steps.contains { $0.question.field == field } }
    self.unused = unused.compactMap { field in
      answers[field].map { UnusedAnswer(field: field, answer: $0) }
    }
  }
}

/// An answer that the path did not ask for.
package struct UnusedAnswer: Hashable, Sendable {
  /// The field.
  package let field: String
  /// The answer's id.
  package let answer: String
}
