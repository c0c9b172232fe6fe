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

/// The nearest paths of a topic to a code.
///
/// The nearest path changes the fewest answers, then adds the fewest. Searched from the last question to the first, since
/// questions only lead forward: the nearest rest of a path does not depend on its beginning.
private struct Routes {
  private let code: String
  private let topic: Topic
  private let steps: [Step]
  private let given: Answers
  private let questions: [Question]
  /// For each question, whether a path from it reports the code on any date of service.
  private var isReachable: [Bool]
  /// For each question, the first turn of the nearest path from it to the end.
  private var nearest: [Turn?]
  /// For each question, the first turn of the nearest path from it that reports the code on the date of service.
  private var reporting: [Turn?]

  /// An answer to a question on the way.
  private struct Turn {
    /// Its index.
    let answer: Int
    /// Whether it reports the code itself, so that the rest of the path need not.
    let reports: Bool
    /// The number of answers from here on that change a given one, and of those that differ from what is given.
    var distance: (changed: Int, differing: Int)

    func followed(by rest: Turn?) -> Turn {
      var turn = self
      turn.distance.changed += rest?.distance.changed ?? 0
      turn.distance.differing += rest?.distance.differing ?? 0
      return turn
    }

    /// Returns the nearer of two turns; the other one if they are equally near.
    func nearer(than other: Turn?) -> Turn {
      if let other, other.distance <= distance { return other }
      return self
    }
  }

  init(to code: String, in topic: Topic, from steps: [Step], on day: CalendarDay) {
    (self.code, self.topic, self.steps, given) = (code, topic, steps, Answers(steps))
    questions = topic.questions
    isReachable = Array(repeating: false, count: questions.count)
    nearest = Array(repeating: nil, count: questions.count)
    reporting = nearest
    for index in questions.indices.reversed() { search(from: index, on: day) }
  }

  private mutating func search(from question: Int, on day: CalendarDay) {
    let known = given[questions[question].field]
    for (index, answer) in questions[question].answers.enumerated() {
      let mayReport = answer.reports(code)
      if mayReport || leadsToCode(answer) { isReachable[question] = true }
      let own = known == answer.id ? (0, 0) : (known == nil ? 0 : 1, 1)
      let reports = mayReport && answer.reports(code, on: day)
      let turn = Turn(answer: index, reports: reports, distance: own)
      let free = turn.followed(by: answer.next.flatMap { nearest[$0] })
      nearest[question] = free.nearer(than: nearest[question])
      if reports {
        reporting[question] = free.nearer(than: reporting[question])
      } else if let rest = answer.next.flatMap({ reporting[$0] }) {
        reporting[question] = turn.followed(by: rest).nearer(than: reporting[question])
      }
    }
  }

  /// The first step after which no path reports the code.
  var excludingStep: Step? {
    guard isReachable.first == true else { return nil }
    return steps.prefix { !$0.answer.reports(code) }.first { !leadsToCode($0.answer) }
  }

  /// The steps that differ on the nearest path that reports the code, without those that do not matter for it.
  var smallestChange: [Step] {
    let change = route.filter { given[$0.question.field] != $0.answer.id }
    let last = change.lastIndex { $0.answer.reports(code) } ?? change.endIndex
    return change.enumerated().filter { $0 <= last || given[$1.question.field] != nil }.map(\.element)
  }

  /// The nearest path that reports the code; empty if there is none.
  private var route: [Step] {
    var turns = reporting
    return topic.path { question, index in
      guard let turn = turns[index] else { return nil }
      if turn.reports { turns = nearest }
      return question.answers[turn.answer]
    }.steps
  }

  private func leadsToCode(_ answer: Answer) -> Bool { answer.next.map { isReachable[$0] } == true }
}
