/// The reason a path does not report a code, and the answers that would.
package struct WhyNot: Sendable {
  /// The code.
  package let code: String
  /// The step that ruled out the code; nil if this path reports it, or no path of the topic does.
  package let excludedBy: Step?
  /// The reasons this path gives against the code.
  package let reasons: [Statement]
  /// The fewest answers to change to report the code on the date; empty if none lead there.
  package let change: [Step]
  /// Whether the path reports the code.
  package let isReported: Bool
}

extension Topic {
  /// Explains why the topic's advice does not report a code and which changed answers would.
  package func whyNot(_ code: String, _ advice: Advice) -> WhyNot {
    let isReported = advice.report.contains { $0.value.procedure.codes.contains { $0.id == code } }
    let exclusions = advice.notSeparately.map(\.value).filter { $0.codes.contains { $0.id == code } }
    let routes = isReported ? nil : Routes(to: code, in: self, from: advice.steps, on: advice.basis.day)
    return WhyNot(
      code: code, excludedBy: routes?.excludingStep, reasons: exclusions.map(\.reason),
      change: routes?.smallestChange ?? [], isReported: isReported)
  }
}

/// The paths of a topic to a code.
///
/// Searched from the last question to the first, since questions only lead forward: the nearest rest of a path does not
/// depend on its beginning.
private struct Routes {
  private let code: String
  private let steps: [Step]
  private let given: Answers
  /// For each question, whether a path from it reports the code on any date of service.
  private var isReachable: [Bool]
  /// For each question, the nearest path from it that reports the code on the date of service.
  private var reporting: [Route?]

  init(to code: String, in topic: Topic, from steps: [Step], on day: CalendarDay) {
    let questions = topic.questions
    (self.code, self.steps, given) = (code, steps, Answers(steps))
    isReachable = Array(repeating: false, count: questions.count)
    reporting = Array(repeating: nil, count: questions.count)
    var any = reporting
    for (index, question) in questions.enumerated().reversed() {
      for answer in question.answers {
        let step = Step(question: question, answer: answer)
        let reports = answer.reports(code)
        if reports || leadsToCode(answer) { isReachable[index] = true }
        let free = Route(step, then: answer.next.flatMap { any[$0] }, given)
        any[index] = nearer(any[index], free)
        if reports, answer.reports(code, on: day) {
          reporting[index] = nearer(reporting[index], free)
        } else if let rest = answer.next.flatMap({ reporting[$0] }) {
          reporting[index] = nearer(reporting[index], Route(step, then: rest, given))
        }
      }
    }
  }

  /// The first step after which no path reports the code.
  var excludingStep: Step? {
    guard isReachable.first == true else { return nil }
    return steps.prefix { !$0.answer.reports(code) }.first { !leadsToCode($0.answer) }
  }

  /// The steps that differ on the nearest path that reports the code, without those that do not matter for it.
  ///
  /// The nearest path changes the fewest answers, then adds the fewest.
  var smallestChange: [Step] {
    let steps = reporting.first.flatMap { $0?.steps } ?? []
    let change = steps.filter { given[$0.question.field] != $0.answer.id }
    let last = change.lastIndex { $0.answer.reports(code) } ?? change.endIndex
    return change.enumerated().filter { $0 <= last || given[$1.question.field] != nil }.map(\.element)
  }

  private func leadsToCode(_ answer: Answer) -> Bool { answer.next.map { isReachable[$0] } == true }
}

/// A linked list of steps, with its distance from the given answers.
private final class Route {
  let step: Step
  let rest: Route?
  /// The number of steps that change a given answer, and of those that differ from what is given.
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

/// Returns the nearer of two routes; the first one if they are equally near.
private func nearer(_ first: Route?, _ second: Route) -> Route {
  guard let first, first.distance <= second.distance else { return second }
  return first
}
