/// The effect of answering one question differently.
package struct Alternative: Sendable {
  /// The question.
  package let question: Question
  /// The other answers that share this outcome.
  package fileprivate(set) var answers: [Answer]
  /// The resulting report in shorthand; nil if more questions would follow.
  package let report: [String]?
}

extension Topic {
  /// Returns, for each question on the path in order, the other answers that would change the
  /// report, grouped by outcome.
  package func alternatives(to steps: [Step], on day: CalendarDay) -> [Alternative] {
    var alternatives: [Alternative] = []
    let answers = Answers(steps)
    let reported = steps.reported(on: day)
    var before: [String] = []
    for step in steps {
      let first = alternatives.count
      for other in step.question.answers where other.id != step.answer.id {
        let rest = path(answers, from: other.next)
        let report =
          rest.open == nil ? before + other.reported(on: day) + rest.steps.reported(on: day) : nil
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
}

extension [Step] {
  /// Returns what the steps report on a date of service, in shorthand.
  fileprivate func reported(on day: CalendarDay) -> [String] { flatMap { $0.answer.reported(on: day) } }
}
