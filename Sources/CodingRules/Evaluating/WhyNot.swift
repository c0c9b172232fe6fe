/// Why a walk does not report a code, and what would.
public struct WhyNot: Sendable {
  /// The code.
  public let code: String
  /// The answer after which the code was out of reach; nil when nothing on the topic reports it, or the walk does.
  public let excludedBy: Step?
  /// What the rules say against the code on this walk.
  public let reasons: [Statement]
  /// The answers to change, the fewest that lead to the code on the date; empty when none do.
  public let change: [Step]
  /// Whether the walk reports the code.
  public let isReported: Bool
}

extension Topic {
  /// Says why a walk does not report a code on a date, and the smallest change of answers that would.
  public func whyNot(_ code: String, _ conclusion: Conclusion, on day: CalendarDay, by book: RuleBook)
    -> WhyNot
  {
    let advice = conclusion.advice(on: day, by: book)
    let isReported = advice.report.contains { $0.value.procedure.codes.contains { $0.id == code } }
    let reasons = advice.notSeparately.map(\.value).filter { $0.codes.contains { $0.id == code } }.map(
      \.reason)
    return WhyNot(
      code: code, excludedBy: isReported ? nil : excludingStep(code, conclusion.steps), reasons: reasons,
      change: isReported ? [] : smallestChange(to: code, from: conclusion.steps, on: day),
      isReported: isReported)
  }

  /// The first step after which no walk reports the code any more.
  private func excludingStep(_ code: String, _ steps: [Step]) -> Step? {
    var answers = Answers()
    guard codesInReach(answers).contains(code) else { return nil }
    for step in steps {
      answers[step.question.field] = step.answer.id
      if !codesInReach(answers).contains(code) { return step }
    }
    return nil
  }

  /// The steps to answer otherwise on the nearest walk that reports the code; fewer changes first, then fewer questions.
  private func smallestChange(to code: String, from given: [Step], on day: CalendarDay) -> [Step] {
    let answers = Answers(Dictionary(given.map { ($0.question.field, $0.answer.id) }) { $1 })
    var best: (changed: [Step], cost: (Int, Int))?
    forEachWalk { steps in
      let isReported = steps.contains { step in
        step.answer.effects.contains { timed in
          guard timed.period.contains(day), case .report(let line) = timed.effect else { return false }
          return line.procedure.codes.contains { $0.id == code && $0.life.period.contains(day) }
        }
      }
      guard isReported else { return }
      let differing = steps.filter { answers[$0.question.field] != $0.answer.id }
      let changed = differing.filter { answers[$0.question.field] != nil }.count
      if best.map({ (changed, differing.count) < $0.cost }) ?? true {
        best = (differing, (changed, differing.count))
      }
    }
    guard let changed = best?.changed else { return [] }
    let last = changed.lastIndex { $0.answer.reports(code) } ?? changed.indices.last ?? 0
    return changed.enumerated().filter { $0 <= last || answers[$1.question.field] != nil }.map(\.element)
  }
}
