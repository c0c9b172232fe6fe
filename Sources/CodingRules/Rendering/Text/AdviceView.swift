/// The advice for a service or a visit, prepared for output.
package struct AdviceView: Sendable {
  /// The advice, service by service.
  let services: [Advice]
  /// The titles of the services: the topic's title, or the user's own name.
  let titles: [String]
  /// The remarks on the combination of codes.
  let remarks: [Remark]
  /// The date of service and the edition.
  let basis: Basis
  let topics: [Topic]
  /// The visit; nil for a single service.
  let visit: VisitAdvice?
  /// The command line that reproduces the advice; empty if there is none.
  let command: [String]

  /// Creates a view of the advice for one service.
  package init(_ advice: Advice, topic: Topic, command: [String]) {
    (services, titles, remarks, basis) = ([advice], [advice.title], [], advice.basis)
    (topics, visit, self.command) = ([topic], nil, command)
  }

  /// Creates a view of the advice for a visit.
  ///
  /// - Parameter titles: The titles of the services; nil for those of their topics.
  package init(_ advice: VisitAdvice, by book: RuleBook, titles: [String]? = nil) {
    (services, remarks) = (advice.services, advice.remarks)
    self.titles = titles ?? advice.services.map(\.title)
    basis = Basis(day: advice.visit.day, edition: book.edition)
    topics = advice.visit.services.map(\.topic)
    (visit, command) = (advice, [])
  }

  /// The ids of the codes to report.
  var codes: [String] { services.flatMap(\.report).flatMap(\.value.procedure.codes).map(\.id) }

  /// The effects of other answers.
  var alternatives: [Alternative] { services.flatMap(alternatives) }

  /// Returns the effects of other answers about one service; empty if its topic is unknown.
  func alternatives(to advice: Advice) -> [Alternative] {
    topics.filter { $0.id == advice.topic }.prefix(1).flatMap { topic in
      topic.alternatives(to: advice.steps, on: basis.day).filter { $0.report != nil }
    }
  }

  /// The cards of all codes to report, without duplicates.
  var cards: [CodeCard] { services.flatMap(\.cards).uniqued(by: \.code.id) }

  /// The points on which sources disagree, without duplicates.
  var disputes: [Dissent] { services.flatMap(\.dissent).map(\.value).uniqued(by: \.about) }

  /// Returns the notes of one kind, without duplicates.
  func notes(_ kind: Note.Kind) -> [Statement] {
    services.flatMap(\.notes).filter { $0.value.kind == kind }.map(\.value.statement).uniqued(by: \.text)
  }

  /// Returns the statements of the remarks with a severity.
  func remarks(_ severity: VisitCheck.Severity) -> [String] {
    remarks.filter { $0.check.severity == severity }
      .map { "\($0.lines.joined(by: ", ")): \($0.check.statement.text)" }
  }

  /// Warnings about dates and entries that were not reviewed, to be shown first.
  var warnings: [String] {
    let names = services.flatMap(\.unconfirmed).uniqued()
    return [basis.warning, basis.warning(ofUnconfirmed: names)].compactMap(\.self)
  }

  /// The announced changes of a later edition, without duplicates.
  var announced: [Statement] { services.flatMap(\.announced).uniqued(by: \.text) }
}

extension Conversation {
  /// The advice; nil if a question is open.
  var view: AdviceView? {
    advice.map { AdviceView($0, by: book, titles: visit.services.indices.map(title)) }
  }
}
