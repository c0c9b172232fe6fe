/// A worked case as a lesson: its story, then page by page a question and its answer, at the end the result.
package struct Lesson: Sendable {
  /// A page of the lesson.
  package enum Page: Sendable {
    /// The title and the story.
    case story(WorkedCase)
    /// A way of billing the story begins.
    case variant(Answers)
    /// A service begins, by its place from 1.
    case service(Int, Topic)
    /// A question is put to the class.
    case question(Question)
    /// The answer, what it adds, and the answers so far.
    case answer(Step, [(about: String, Statement)], topic: Topic, answers: Answers)
    /// What is reported, and what holds between the lines.
    case result(VisitAdvice)
    /// What the source lists, and where the advice differs.
    case comparison(WorkedCase)
  }

  /// The pages, in order.
  package let pages: [Page]

  /// Makes the lesson of a case.
  package init(_ worked: WorkedCase, by book: RuleBook) {
    var pages: [Page] = [.story(worked)]
    for variant in worked.variants {
      guard case .advises(let advice) = book.evaluate(variant.visit) else { continue }
      pages.append(.variant(variant.visit.facts))
      var asked: Set<String> = []
      for (place, service) in advice.services.enumerated() {
        let topic = variant.visit.services[place].topic
        pages += [.service(place + 1, topic)] + Self.pages(service, topic, &asked)
      }
      pages.append(.result(advice))
    }
    self.pages = pages + [.comparison(worked)]
  }

  /// The questions of a service and their answers; a fact of the whole visit is asked once.
  private static func pages(_ advice: Advice, _ topic: Topic, _ asked: inout Set<String>) -> [Page] {
    var answers = Answers()
    var pages: [Page] = []
    for (index, step) in advice.steps.enumerated() {
      answers[step.question.field] = step.answer.id
      let isKnown = step.question.scope == .visit && !asked.insert(step.question.field).inserted
      let says = advice.sayings(ofStep: index)
      if !isKnown { pages.append(.question(step.question)) }
      if !isKnown || !says.isEmpty { pages.append(.answer(step, says, topic: topic, answers: answers)) }
    }
    return pages
  }
}

extension Advice {
  /// What the answer at a step says, each with what it speaks of: codes to report first, then what is not separate.
  fileprivate func sayings(ofStep index: Int) -> [(about: String, Statement)] {
    var says: [(about: String, Statement)] = report.filter { $0.step == index }
      .map { ("\($0.value.procedure)", $0.value.reason) }
    says += nothing.filter { $0.step == index }.map { ("nothing to report", $0.value) }
    says += includedIn.filter { $0.step == index }.map {
      ("part of: \($0.value.device.label)", $0.value.reason)
    }
    says += notSeparately.filter { $0.step == index }.map {
      ("not separately \($0.value.codes.map(\.id).joined(separator: ", "))", $0.value.reason)
    }
    return says
  }
}
