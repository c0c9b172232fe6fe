/// What another answer to one question would have changed.
public struct Alternative: Sendable {
  /// The question.
  public let question: Question
  /// The other answers that have the same outcome.
  public internal(set) var answers: [Answer]
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
    var alternatives: [Alternative] = []
    var answers = Answers()
    for step in conclusion.steps { answers[step.question.field] = step.answer.id }
    let reported = conclusion.steps.flatMap { $0.answer.reported(on: day) }
    var before: [String] = []
    for step in conclusion.steps {
      let first = alternatives.count
      for other in step.question.answers where other.id != step.answer.id {
        let report = self.reported(from: other, answers, on: day).map { before + $0 }
        if report == reported { continue }
        if let same = alternatives[first...].firstIndex(where: { $0.report == report }) {
          alternatives[same].answers.append(other)
        } else {
          alternatives.append(Alternative(question: step.question, answers: [other], report: report))
        }
      }
      before += step.answer.reported(on: day)
    }
    return alternatives
  }

  /// What an answer and those after it report on a date of service, in short; nil when more would be asked.
  private func reported(from answer: Answer, _ answers: Answers, on day: CalendarDay) -> [String]? {
    var reported = answer.reported(on: day)
    var place = answer.next
    while let current = place {
      let given = answers[questions[current].field]
      guard let answer = questions[current].answers.first(where: { $0.id == given }) else { return nil }
      reported += answer.reported(on: day)
      place = answer.next
    }
    return reported
  }
}
