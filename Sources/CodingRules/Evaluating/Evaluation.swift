/// What a topic says to the facts known so far: it asks, or it advises.
public enum Evaluation: Sendable {
  /// The first question on the walk whose field has no answer, or one that the question does not have.
  case asks(Question)
  /// The walk is over; a date of service turns its conclusion into advice.
  case advises(Conclusion)
}

extension Topic {
  /// Follows the answers from the first question as far as they lead. Pure, and linear in the walk.
  ///
  /// - Parameter facts: What is known of the whole visit; the topic takes what it asks for.
  public func evaluate(_ answers: Answers, facts: Answers = [:]) -> Evaluation {
    let walk = walk(answers.completed(by: facts))
    return walk.open.map(Evaluation.asks)
      ?? .advises(Conclusion(topic: self, steps: walk.steps, answers: answers))
  }

  /// Follows the answers from the first question as far as they lead.
  public func walk(_ answers: Answers) -> Walk {
    var steps: [Step] = []
    var place: Int? = 0
    while let current = place {
      let question = questions[current]
      guard let given = answers[question.field],
        let answer = question.answers.first(where: { $0.id == given })
      else { return Walk(steps: steps, open: question) }
      steps.append(Step(question: question, answer: answer))
      place = answer.next
    }
    return Walk(steps: steps, open: nil)
  }
}

/// How far the answers lead.
public struct Walk: Sendable {
  /// The questions answered so far, in order.
  public let steps: [Step]
  /// The question that is open; nil when the walk is over.
  public let open: Question?
}

/// A question and the answer that was given.
public struct Step: Hashable, Sendable {
  /// The question.
  public let question: Question
  /// The answer.
  public let answer: Answer
}

/// The end of a walk: what its answers gathered, for any date of service.
public struct Conclusion: Sendable {
  /// The topic's id.
  public let topic: String
  /// What the topic is about.
  public let title: String
  /// The questions answered, in order.
  public let steps: [Step]
  /// Answers that were given but not asked for on this walk, by field.
  public let unused: [UnusedAnswer]

  init(topic: Topic, steps: [Step], answers: Answers) {
    self.topic = topic.id
    title = topic.title
    self.steps = steps
    let unused = answers.fields.filter { field in !steps.contains { $0.question.field == field } }
    self.unused = unused.map { UnusedAnswer(field: $0, answer: answers[$0] ?? "") }
  }
}

/// An answer that the walk did not ask for.
public struct UnusedAnswer: Hashable, Sendable {
  /// The field.
  public let field: String
  /// The answer's id.
  public let answer: String
}
