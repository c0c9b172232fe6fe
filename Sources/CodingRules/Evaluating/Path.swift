/// How far answers lead through a topic.
package struct Path: Sendable {
  /// The questions answered so far, in order.
  package let steps: [Step]
  /// The question that is open; nil when the path is complete.
  package let open: Question?
}

/// A question and the answer that was given.
public struct Step: Hashable, Sendable {
  /// The question.
  public let question: Question
  /// The answer.
  public let answer: Answer
}

extension Topic {
  /// Follows the questions for as long as each gets an answer: the one loop over questions.
  ///
  /// Linear in the length of the path.
  ///
  /// - Parameter start: The index of the question to begin with; nil gives an empty, complete path.
  /// - Parameter choose: The answer to a question; nil leaves it open and ends the path.
  package func path<Failure: Error>(
    from start: Int? = 0, choosing choose: (Question) throws(Failure) -> Answer?
  ) throws(Failure) -> Path {
    var steps: [Step] = []
    var next = own.isEmpty ? nil : start
    while let index = next {
      let question = question(at: index)
      guard let answer = try choose(question) else { return Path(steps: steps, open: question) }
      steps.append(Step(question: question, answer: answer))
      next = answer.next
    }
    return Path(steps: steps, open: nil)
  }

  /// Follows the answers for as long as they lead on.
  package func path(_ answers: Answers, from start: Int? = 0) -> Path {
    path(from: start) { question in answers[question.field].flatMap(question.answer(id:)) }
  }
}

extension Topic {
  /// The first question that asks for a field and has an answer of an id, with that answer; nil when there is none.
  package func step(_ field: String, _ answer: String) -> Step? {
    questions.lazy.filter { $0.field == field }.compactMap { question in
      question.answer(id: answer).map { Step(question: question, answer: $0) }
    }.first
  }
}

extension Question {
  /// The answer with an id; nil when the question has none.
  package func answer(id: String) -> Answer? { answers.first { $0.id == id } }
}

extension Answers {
  /// Creates the answers that steps gave.
  package init(_ steps: some Sequence<Step>) {
    self.init()
    for step in steps { self[step.question.field] = step.answer.id }
  }
}
