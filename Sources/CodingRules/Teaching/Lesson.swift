/// A worked case as a lesson: its story, then page by page a question and its answer, at the end the result.
public struct Lesson: Sendable {
  /// A page of the lesson.
  public enum Page: Sendable {
    /// The title and the story.
    case story(WorkedCase)
    /// A way of billing the story begins.
    case variant(Answers)
    /// A service begins, by its place from 1.
    case service(Int, Topic)
    /// A question is put to the class.
    case question(Question)
    /// The answer, what it adds, and the answers so far.
    case answer(Step, [Statement], topic: Topic, answers: Answers)
    /// What is reported, and what holds between the lines.
    case result(VisitAdvice)
    /// What the source lists, and where the advice differs.
    case comparison(WorkedCase)
  }

  /// The pages, in order.
  public let pages: [Page]

  /// Makes the lesson of a case.
  public init(_ worked: WorkedCase, by book: RuleBook) {
    var pages: [Page] = [.story(worked)]
    for variant in worked.variants {
      guard case .advises(let advice) = book.evaluate(variant.visit) else { continue }
      pages.append(.variant(variant.visit.facts))
      for (place, service) in advice.services.enumerated() {
        let topic = variant.visit.services[place].topic
        pages += [.service(place + 1, topic)] + Self.pages(service, topic, facts: variant.visit.facts)
      }
      pages.append(.result(advice))
    }
    self.pages = pages + [.comparison(worked)]
  }

  /// The questions of a service and their answers; what the story already told is not asked.
  private static func pages(_ advice: Advice, _ topic: Topic, facts: Answers) -> [Page] {
    var answers = Answers()
    return advice.steps.enumerated().flatMap { index, step -> [Page] in
      answers[step.question.field] = step.answer.id
      let answer = Page.answer(step, advice.statements(ofStep: index), topic: topic, answers: answers)
      return facts[step.question.field] == nil ? [.question(step.question), answer] : [answer]
    }
  }
}

extension Advice {
  /// What the answer at a step says, in the order of the advice.
  fileprivate func statements(ofStep index: Int) -> [Statement] {
    var statements = report.filter { $0.step == index }.map(\.value.reason)
    statements += nothing.filter { $0.step == index }.map(\.value)
    statements += includedIn.filter { $0.step == index }.map(\.value.reason)
    statements += notSeparately.filter { $0.step == index }.map(\.value.reason)
    return statements
  }
}
