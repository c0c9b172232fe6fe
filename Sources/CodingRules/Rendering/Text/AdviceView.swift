/// The advice for one service or for the services of a visit, as text for people shows it.
package struct AdviceView: Sendable {
  /// A part of the advice that can be shown alone.
  package enum Section: String, CaseIterable, Sendable {
    /// What the chart must show.
    case chart
    /// What plans tend to do.
    case payers
    /// The answers and the reasons.
    case why
    /// What the advice rests on.
    case sources
    /// Where sources disagree.
    case disputes
    /// What other answers would change.
    case changes
  }

  /// The advice, service by service.
  let services: [Advice]
  /// What people call each service; the topic's title unless they named it themselves.
  let titles: [String]
  /// What must hold between the codes.
  let remarks: [Remark]
  /// The date of service and the edition.
  let basis: Basis
  /// What other answers would change.
  let alternatives: [Alternative]
  /// The words of the command line that repeats it; empty when there is none.
  let command: [String]

  /// A view of the advice for one service.
  package init(_ advice: Advice, alternatives: [Alternative], command: [String]) {
    self.init(
      services: [advice], titles: [advice.title], remarks: [], basis: advice.basis,
      alternatives: alternatives,
      command: command)
  }

  /// A view of the advice for a visit.
  ///
  /// - Parameter titles: What people called each service; nil for the titles of the topics.
  package init(_ advice: VisitAdvice, by book: RuleBook, titles: [String]? = nil) {
    let alternatives = zip(advice.visit.services, advice.services).flatMap { service, advice in
      service.topic.alternatives(to: advice.steps, on: advice.basis.day)
    }
    self.init(
      services: advice.services, titles: titles ?? advice.services.map(\.title), remarks: advice.remarks,
      basis: Basis(day: advice.visit.day, edition: book.edition), alternatives: alternatives, command: [])
  }

  private init(
    services: [Advice], titles: [String], remarks: [Remark], basis: Basis, alternatives: [Alternative],
    command: [String]
  ) {
    (self.services, self.titles, self.remarks, self.basis) = (services, titles, remarks, basis)
    (self.alternatives, self.command) = (alternatives, command)
  }

  /// The cards of all codes to report, each once.
  var cards: [CodeCard] { services.flatMap(\.cards).uniqued(by: \.code.id) }

  /// The questions on which sources disagree, each once.
  var disputes: [Dissent] { services.flatMap(\.dissent).map(\.value).uniqued(by: \.about) }

  /// What to know or do, of one kind, each once.
  func notes(_ kind: Note.Kind) -> [Statement] {
    services.flatMap(\.notes).map(\.value).filter { $0.kind == kind }.map(\.statement).uniqued(by: \.text)
  }

  /// What plans tend to do: what bears on these answers first, then what is known of the codes.
  var payerHabits: [Statement] { notes(.payer) + cards.flatMap(\.coverage) }
}
