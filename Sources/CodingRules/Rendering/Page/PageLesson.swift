/// A worked case for a class, with the questions and the answer on the screens of the interview.
///
/// Its link has the case and the page of the lesson: `case=aaoms-implant,7`.
struct PageLesson {
  private let worked: WorkedCase
  private var round: LessonRound

  /// Parses the link of a lesson; nil for any other link.
  init?(_ link: String, _ book: RuleBook) {
    guard link.hasPrefix("case=") else { return nil }
    let parts = link.dropFirst(5).split { $0 == "," || $0 == "/" }
    guard let worked = parts.first.flatMap({ book.workedCase(String($0)) }) else { return nil }
    self.worked = worked
    round = LessonRound(Lesson(worked, by: book), at: parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    showComparisonWithResult()
  }

  var link: String { "case=\(worked.id),\(round.index)" }

  var asks: Bool { if case .step? = round.page { true } else { false } }

  /// Handles typed words; empty ones show the answer, or the next way of billing.
  ///
  /// - Returns: The notices to show.
  mutating func take(_ words: String) -> [String] {
    let reply = round.take(words)
    showComparisonWithResult()
    return round.notices(after: reply)
  }

  /// The comparison is below the last result rather than on a page of its own.
  private mutating func showComparisonWithResult() {
    if round.isLast { _ = round.take("back") }
  }

  /// Returns the conversation with the answers so far.
  func conversation(_ book: RuleBook, _ reader: SentenceReader) -> Conversation {
    let visit: Visit? =
      switch round.page {
      case .step(let step)?: step.visit
      case .result(let advice)?: advice.visit
      default: nil
      }
    let none = Visit(day: book.edition.reviewed, services: [])
    var conversation = Conversation(book, visit: visit ?? none, reader: reader)
    if case .surgery = conversation.stage { _ = conversation.take("") }
    return conversation
  }

  // MARK: The screen

  /// The story, what is known of the visit, and a button to the next page.
  var story: PageElement {
    let turn = asks ? "Show the answer" : isEnding ? nil : "Go on"
    return PageElement(
      "section.story",
      PageElement("p", PageElement("strong", worked.title)),
      PageElement("p", worked.story),
      round.facts.isEmpty ? nil : PageElement("p", round.facts.visitHeading),
      turn.map { .button(".quiet", .reveal, "", .text($0)) })
  }

  /// Whether the comparison is next.
  private var isEnding: Bool {
    var next = round
    _ = next.take("")
    return next.isLast
  }

  /// At the end, the source's code table and where the rules differ from it; nil if there is neither.
  var comparison: PageElement? {
    guard isEnding, !worked.table.isEmpty || !worked.differences.isEmpty else { return nil }
    return PageElement(
      "section.comparison",
      PageElement("h3", "What the source of this case lists"),
      .list("ul", worked.table.map { .text($0) }),
      worked.differences.isEmpty ? nil : PageElement("h3", "Where we differ, and why"),
      .list("ul", worked.differences.map { .text("\($0.about): \($0.statement.text)") }))
  }

  static func list(_ book: RuleBook) -> PageElement? {
    .list("ul.cases", book.casesByLength.map { .button(".link", .lesson, $0.id, .text($0.title)) })
  }
}
