/// Why a path does not report a code, and what would.
package struct WhyNot: Sendable {
  /// The code.
  package let code: String
  /// The answer after which the code was out of reach; nil when no path of the topic reports it, or this one does.
  package let excludedBy: Step?
  /// What the rules say against the code on this path.
  package let reasons: [Statement]
  /// The answers to change, the fewest that lead to the code on the date; empty when none do.
  package let change: [Step]
  /// Whether the path reports the code.
  package let isReported: Bool
}

extension Topic {
  /// Says why advice of the topic does not report a code, and the smallest change of answers that would.
  package func whyNot(_ code: String, _ advice: Advice) -> WhyNot {
    let isReported = advice.report.contains { $0.value.procedure.codes.contains { $0.id == code } }
    let exclusions = advice.notSeparately.map(\.value).filter { $0.codes.contains { $0.id == code } }
    return WhyNot(
      code: code, excludedBy: isReported ? nil : excludingStep(code, advice.steps),
      reasons: exclusions.map(\.reason),
      change: isReported
        ? [] : smallestChange(to: code, from: Answers(advice.steps), on: advice.basis.day),
      isReported: isReported)
  }

  /// The first step after which no path reports the code any more.
  private func excludingStep(_ code: String, _ steps: [Step]) -> Step? {
    // By question: whether a path from it on reports the code. Questions lead only to later ones.
    var reports = Array(repeating: false, count: questions.count)
    func canReport(from answer: Answer) -> Bool {
      answer.reports(code) || answer.next.map { reports[$0] } == true
    }
    for (index, question) in questions.enumerated().reversed() {
      reports[index] = question.answers.contains(where: canReport)
    }
    guard reports.first == true else { return nil }
    return steps.prefix { !$0.answer.reports(code) }.first { !canReport(from: $0.answer) }
  }

  /// The steps to answer otherwise on the nearest path that reports the code, as far as they matter for it.
  ///
  /// Nearest means the fewest changed answers, then the fewest new ones. Works from the last question to the first,
  /// since what is nearest from a question on does not depend on how it was reached.
  private func smallestChange(to code: String, from given: Answers, on day: CalendarDay) -> [Step] {
    var reporting: [Route?] = Array(repeating: nil, count: questions.count)
    var any = reporting
    for (index, question) in questions.enumerated().reversed() {
      for answer in question.answers {
        let step = Step(question: question, answer: answer)
        let free = Route(step, then: answer.next.flatMap { any[$0] }, given)
        any[index] = nearer(any[index], free)
        let rest = answer.next.flatMap { reporting[$0] }
        if answer.reports(code, on: day) {
          reporting[index] = nearer(reporting[index], free)
        } else if let rest {
          reporting[index] = nearer(reporting[index], Route(step, then: rest, given))
        }
      }
    }
    let steps = reporting.first.flatMap { $0?.steps } ?? []
    let change = steps.filter { given[$0.question.field] != $0.answer.id }
    let last = change.lastIndex { $0.answer.reports(code) } ?? change.endIndex
    return change.enumerated().filter { $0 <= last || given[$1.question.field] != nil }.map(\.element)
  }
}

/// A step, the steps after it, and how far they are from given answers.
private final class Route {
  let step: Step
  let rest: Route?
  /// How many steps change a given answer, and how many differ from what is given.
  let distance: (changed: Int, differing: Int)

  init(_ step: Step, then rest: Route?, _ given: Answers) {
    (self.step, self.rest) = (step, rest)
    let answer = given[step.question.field]
    let differs = answer != step.answer.id
    distance = (
      (rest?.distance.changed ?? 0) + (differs && answer != nil ? 1 : 0),
      (rest?.distance.differing ?? 0) + (differs ? 1 : 0)
    )
  }

  var steps: [Step] { Array(sequence(first: self, next: \.rest)).map(\.step) }
}

/// The nearer of two routes; the first of two that are equally near.
private func nearer(_ first: Route?, _ second: Route) -> Route {
  guard let first, first.distance <= second.distance else { return second }
  return first
}
