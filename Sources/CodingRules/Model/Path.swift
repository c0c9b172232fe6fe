/// The path that answers take through a topic.
package struct Path: Sendable {
  /// The questions answered so far, in order.
  package let steps: [Step]
  /// The open question; nil if the path is complete.
  package let open: Question?
}

/// A question and the answer given.
public struct Step: Hashable, Sendable {
  /// The question.
  public let question: Question
  /// The answer.
  public let answer: Answer
}

extension Topic {
  /// Follows the questions until one has no answer; the only loop over questions.
  ///
  /// Takes time linear in the length of the path.
  ///
  /// - Parameter start: The index of the first question; nil gives an empty, complete path.
  /// - Parameter choose: Returns the answer to a question with an index, or nil to stop there.
  package func path<Failure: Error>(
    from start: Int? = 0, choosing choose: (Question, Int) throws(Failure) -> Answer?
  ) throws(Failure) -> Path {
    var steps: [Step] = []
    var next = own.isEmpty ? nil : start
    while let index = next {
      let question = question(at: index)
      guard let answer = try choose(question, index) else { return Path(steps: steps, open: question) }
      steps.append(Step(question: question, answer: answer))
      next = answer.next
    }
    return Path(steps: steps, open: nil)
  }

  /// Follows the answers until a question has none.
  package func path(_ answers: Answers, from start: Int? = 0) -> Path {
    path(from: start) { question, _ in answers[question.field].flatMap(question.answer(id:)) }
  }
}

extension Topic {
  /// Returns the first question for a field that has an answer with this id, and that answer.
  package func step(_ field: String, _ answer: String) -> Step? {
    questions.lazy.filter { $0.field == field }.compactMap { question in
      question.answer(id: answer).map { Step(question: question, answer: $0) }
    }.first
  }
}

extension Question {
  /// Returns the answer with an id.
  package func answer(id: String) -> Answer? { answers.first { $0.id == id } }
}

extension Answers {
  /// Creates answers from steps.
  package init(_ steps: some Sequence<Step>) {
    self.init()
    for step in steps { self[step.question.field] = step.answer.id }
  }
}
