/// The advice for one service or for the services of a visit, as text for people shows it.
package struct AdviceView: Sendable {
  /// The advice, service by service.
  let services: [Advice]
  /// What people call each service; the topic's title unless they named it themselves.
  let titles: [String]
  /// What must hold between the codes.
  let remarks: [Remark]
  /// The date of service and the edition.
  let basis: Basis
  private let topics: [Topic]
  /// The words of the command line that repeats it; empty when there is none.
  let command: [String]

  /// A view of the advice for one service.
  package init(_ advice: Advice, topic: Topic, command: [String]) {
    self.init(
      services: [advice], titles: [advice.title], remarks: [], basis: advice.basis, topics: [topic],
      command: command)
  }

  /// A view of the advice for a visit.
  ///
  /// - Parameter titles: What people called each service; nil for the titles of the topics.
  package init(_ advice: VisitAdvice, by book: RuleBook, titles: [String]? = nil) {
    self.init(
      services: advice.services, titles: titles ?? advice.services.map(\.title), remarks: advice.remarks,
      basis: Basis(day: advice.visit.day, edition: book.edition), topics: advice.visit.services.map(\.topic),
      command: [])
  }

  private init(
    services: [Advice], titles: [String], remarks: [Remark], basis: Basis, topics: [Topic], command: [String]
  ) {
    (self.services, self.titles, self.remarks, self.basis) = (services, titles, remarks, basis)
    (self.topics, self.command) = (topics, command)
  }

  /// What other answers would change.
  var alternatives: [Alternative] { services.flatMap(alternatives) }

  /// What other answers would change in the advice for one service, as far as it is known.
  func alternatives(to advice: Advice) -> [Alternative] {
    topics.filter { $0.id == advice.topic }.prefix(1).flatMap { topic in
      topic.alternatives(to: advice.steps, on: basis.day).filter { $0.report != nil }
    }
  }

  /// The cards of all codes to report, each once.
  var cards: [CodeCard] { services.flatMap(\.cards).uniqued(by: \.code.id) }

  /// The questions on which sources disagree, each once.
  var disputes: [Dissent] { services.flatMap(\.dissent).map(\.value).uniqued(by: \.about) }

  /// What to know or do, of one kind, each once.
  func notes(_ kind: Note.Kind) -> [Statement] {
    services.flatMap(\.notes).filter { $0.value.kind == kind }.map(\.value.statement).uniqued(by: \.text)
  }

  /// What to be warned of before anything else: dates and entries that were not reviewed.
  var warnings: [String] {
    let names = services.flatMap(\.unconfirmed).uniqued()
    return [basis.warning, basis.warning(ofUnconfirmed: names)].compactMap(\.self)
  }

  /// What is known about a later edition, each once.
  var announced: [Statement] { services.flatMap(\.announced).uniqued(by: \.text) }
}
