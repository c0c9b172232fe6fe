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
    let routes = isReported ? nil : Routes(to: code, in: self, from: advice.steps, on: advice.basis.day)
    return WhyNot(
      code: code, excludedBy: routes?.excludingStep, reasons: exclusions.map(\.reason),
      change: routes?.smallestChange ?? [], isReported: isReported)
  }
}

/// The ways through a topic to a code.
///
/// Found from the last question to the first, since questions lead only to later ones: what is nearest from a question
/// on does not depend on how it was reached.
private struct Routes {
  private let code: String
  private let steps: [Step]
  private let given: Answers
  /// By question: whether some path from it reports the code, whatever the date of service.
  private var isInReach: [Bool]
  /// By question: the nearest path from it that reports the code on the date of service.
  private var reporting: [Route?]

  init(to code: String, in topic: Topic, from steps: [Step], on day: CalendarDay) {
    let questions = topic.questions
    (self.code, self.steps, given) = (code, steps, Answers(steps))
    isInReach = Array(repeating: false, count: questions.count)
    reporting = Array(repeating: nil, count: questions.count)
    var any = reporting
    for (index, question) in questions.enumerated().reversed() {
      for answer in question.answers {
        let step = Step(question: question, answer: answer)
        let reports = answer.reports(code)
        if reports || leadsToCode(answer) { isInReach[index] = true }
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

  /// The first step after which no path reports the code any more.
  var excludingStep: Step? {
    guard isInReach.first == true else { return nil }
    return steps.prefix { !$0.answer.reports(code) }.first { !leadsToCode($0.answer) }
  }

  /// The steps to answer otherwise on the nearest path that reports the code, as far as they matter for it.
  ///
  /// Nearest means the fewest changed answers, then the fewest new ones.
  var smallestChange: [Step] {
    let steps = reporting.first.flatMap { $0?.steps } ?? []
    let change = steps.filter { given[$0.question.field] != $0.answer.id }
    let last = change.lastIndex { $0.answer.reports(code) } ?? change.endIndex
    return change.enumerated().filter { $0 <= last || given[$1.question.field] != nil }.map(\.element)
  }

  private func leadsToCode(_ answer: Answer) -> Bool { answer.next.map { isInReach[$0] } == true }
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
