/// A worked case for a class: the story, and for each question whether the class got it right.
struct PageLesson {
  let worked: WorkedCase
  private let variant: WorkedCase.Variant

  /// Creates the lesson of the case with this id; nil if there is none.
  init?(_ id: some StringProtocol, _ book: RuleBook) {
    guard let worked = book.workedCase(String(id)), let variant = worked.variants.first else { return nil }
    (self.worked, self.variant) = (worked, variant)
  }

  /// The link to the lesson's initial conversation: the services of the case without answers.
  var start: String {
    let visit = variant.visit
    let dates = "on=\(visit.day)" + (visit.surgery.map { ",surgery=\($0)" } ?? "")
    return ([dates] + visit.services.map(\.topic.id)).joined(separator: "/")
  }

  /// Answers the open question as the case does.
  ///
  /// - Returns: The notices to show.
  func reveal(_ conversation: inout Conversation) -> [String] {
    guard let step = expected(conversation) else { return [] }
    _ = conversation.take(step.answer.id)
    return ["The case says: \(step.answer.label)." + Self.reported(step, conversation)]
  }

  /// Records the class's answer if it is that of the case.
  ///
  /// - Returns: The notices to show; nil if it is not an answer to the open question.
  func judge(_ typed: String, _ conversation: inout Conversation) -> [String]? {
    guard case .question(let service, let question) = conversation.stage,
      case .one(let answer) = question.choice(typed), let step = expected(conversation)
    else { return nil }
    if answer.id == step.answer.id {
      _ = conversation.take(answer.id)
      return ["Right: \(answer.label)." + Self.reported(step, conversation)]
    }
    var other = conversation.answers(service)
    other[question.field] = answer.id
    let codes = conversation.visit.services[service].topic.reachableCodes(other)
    let end = codes.isEmpty ? "no code" : codes.joined(by: ", ")
    return ["Not in this case. “\(answer.label)” would lead to \(end). Look at the story again."]
  }

  private static func reported(_ step: Step, _ conversation: Conversation) -> String {
    let codes = step.answer.reported(on: conversation.visit.day)
    return codes.isEmpty ? "" : " That reports \(codes.joined(by: ", "))."
  }

  /// Returns the open question with the case's answer.
  private func expected(_ conversation: Conversation) -> Step? {
    guard case .question(let service, let question) = conversation.stage,
      variant.visit.services.indices.contains(service)
    else { return nil }
    let answers = variant.visit.services[service].answers.completed(by: variant.visit.facts)
    return answers[question.field].flatMap(question.answer(id:)).map { Step(question: question, answer: $0) }
  }

  // MARK: The screen

  /// Returns the story.
  ///
  /// - Parameter isAnswered: Whether there is nothing left to reveal.
  func story(isAnswered: Bool) -> PageElement {
    PageElement(
      "section.story",
      PageElement("p", PageElement("strong", worked.title)),
      PageElement("p", worked.story),
      isAnswered ? nil : .button(".quiet", .reveal, "", .text("Show the answer")))
  }

  /// The source's code table and where the rules differ from it; nil if there is neither.
  var comparison: PageElement? {
    guard !worked.table.isEmpty || !worked.differences.isEmpty else { return nil }
    return PageElement(
      "section.comparison",
      PageElement("h3", "What the source of this case lists"),
      .list("ul", worked.table.map { .text($0) }),
      worked.differences.isEmpty ? nil : PageElement("h3", "Where we differ, and why"),
      .list("ul", worked.differences.map { .text("\($0.about): \($0.statement.text)") }))
  }

  /// Returns the list of cases to choose from.
  static func list(_ book: RuleBook) -> PageElement? {
    .list("ul.cases", book.casesByLength.map { .button(".link", .lesson, $0.id, .text($0.title)) })
  }
}
