/// A worked case as a lesson: the story, the questions with their answers, and the result.
package struct Lesson: Sendable {
  /// A page of the lesson.
  package enum Page: Sendable {
    /// The title and the story.
    case story(WorkedCase)
    /// The start of a way of billing, with the facts of the whole visit.
    case variant([Answer])
    /// The start of a service, with its 1-based number.
    case service(Int, Topic)
    /// A question and its answer.
    case step(LessonStep)
    /// The reported lines and the remarks on them.
    case result(VisitAdvice)
    /// The table of the source, and where the advice differs from it.
    case comparison(WorkedCase)
  }

  package let pages: [Page]

  /// Creates the lesson of a case.
  package init(_ worked: WorkedCase, by book: RuleBook) {
    var pages: [Page] = [.story(worked)]
    for variant in worked.variants {
      guard case .advises(let advice) = book.evaluate(variant.visit) else { continue }
      pages.append(.variant(advice.knownAnswers))
      var known = Set(variant.visit.facts.fields)
      for (index, service) in advice.services.enumerated() {
        pages.append(.service(index + 1, variant.visit.services[index].topic))
        pages += Self.steps(service, index, of: variant.visit, &known).map { .step($0) }
      }
      pages.append(.result(advice))
    }
    self.pages = pages + [.comparison(worked)]
  }

  /// Returns the steps of a service, omitting known facts of the visit that add nothing.
  private static func steps(
    _ advice: Advice, _ service: Int, of visit: Visit, _ known: inout Set<String>
  ) -> [LessonStep] {
    var visit = visit
    for later in visit.services.indices.dropFirst(service) { visit.services[later].answers = [:] }
    var steps: [LessonStep] = []
    for (index, step) in advice.steps.enumerated() {
      let isKnown = step.question.scope == .visit && !known.insert(step.question.field).inserted
      let statements = advice.statements(ofStep: index)
      if !isKnown || !statements.isEmpty {
        steps.append(
          LessonStep(step: step, statements: statements, visit: visit, service: service, isAsked: !isKnown))
      }
      visit.services[service].answers[step.question.field] = step.answer.id
    }
    return steps
  }
}

extension RuleBook {
  /// The worked cases in teaching order: those with the fewest services first.
  package var casesByLength: [WorkedCase] {
    let cases = cases
    let lengths = cases.map { worked in worked.variants.map(\.visit.services.count).reduce(0, max) }
    return cases.indices.sorted { (lengths[$0], $0) < (lengths[$1], $1) }.map { cases[$0] }
  }
}

/// A question of a lesson with the case's answer.
package struct LessonStep: Sendable {
  /// The question and the answer.
  package let step: Step
  /// The statements of the answer, each with its subject.
  package let statements: [(about: String, Statement)]
  /// The visit with the earlier answers.
  let visit: Visit
  /// The index of the service.
  let service: Int
  /// Whether the class is asked; false for a known fact of the visit.
  package let isAsked: Bool

  /// Returns the codes that an answer can lead to.
  package func codes(after answer: Answer) -> [String] {
    var service = visit.services[service]
    service.answers[step.question.field] = answer.id
    return service.topic.reachableCodes(service.answers)
  }
}

extension Advice {
  /// Returns the statements of a step's answer with their subjects: reported codes first, codes that
  /// are not separate last.
  fileprivate func statements(ofStep index: Int) -> [(about: String, Statement)] {
    func own<Value>(_ parts: [Attributed<Value>]) -> [Value] {
      parts.filter { $0.step == index }.map(\.value)
    }
    var statements: [(about: String, Statement)] = own(report).map { ("\($0.procedure)", $0.reason) }
    statements += own(nothing).map { ("nothing to report", $0) }
    statements += own(includedIn).map { ("part of: \($0.device.label)", $0.reason) }
    statements += own(notSeparately).map {
      ("not separately \($0.codes.map(\.id).joined(separator: ", "))", $0.reason)
    }
    return statements
  }
}
