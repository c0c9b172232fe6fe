/// What another answer to one question would have changed.
public struct Alternative: Sendable {
  /// The question.
  public let question: Question
  /// The other answers that have the same outcome.
  public let answers: [Answer]
  /// What would then be reported, in short; nil when more would be asked.
  public let report: [String]?
}

extension Topic {
  /// For each question on the walk the other answers that would change what is reported, in order.
  ///
  /// Answers with the same outcome are told together.
  public func alternatives(to conclusion: Conclusion, on day: CalendarDay)
    -> [Alternative]
  {
    let reported = conclusion.reported(on: day)
    let answers = Answers(
      Dictionary(conclusion.steps.map { ($0.question.field, $0.answer.id) }) { $1 })
    return conclusion.steps.flatMap { step in
      var outcomes: [(report: [String]?, answers: [Answer])] = []
      for other in step.question.answers where other.id != step.answer.id {
        var changed = answers
        changed[step.question.field] = other.id
        var report: [String]?
        if case .advises(let conclusion) = evaluate(changed) {
          report = conclusion.reported(on: day)
        }
        if report == reported { continue }
        if let index = outcomes.firstIndex(where: { $0.report == report }) {
          outcomes[index].answers.append(other)
        } else {
          outcomes.append((report, [other]))
        }
      }
      return outcomes.map { Alternative(question: step.question, answers: $0.answers, report: $0.report) }
    }
  }
}
