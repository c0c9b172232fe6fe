/// A conversation as text: what to show before each typed line.
///
/// It does no I/O: show the screen, pass in a typed line, show the text of the reply.
package struct ConversationRound: Sendable {
  /// The conversation.
  package private(set) var conversation: Conversation
  private let plans: PlanChoice
  private let style: TextStyle
  /// The last screen, which is not repeated.
  private var shown = ""

  /// Begins or resumes a conversation.
  package init(_ conversation: Conversation, _ plans: PlanChoice, _ style: TextStyle) {
    (self.conversation, self.plans, self.style) = (conversation, plans, style)
  }

  /// Returns the open question or the answer; empty if it is already on the screen.
  package mutating func screen() -> String {
    let text = conversation.isAnswered ? text(.screen, style) : conversation.question(style)
    defer { shown = text }
    return text == shown ? "" : "\n" + text
  }

  /// Handles a typed line.
  package mutating func take(_ line: String) -> Reply { conversation.take(line) }

  /// Returns the text of a reply; empty for one that asks to save or to end.
  package mutating func text(of reply: Reply) -> String {
    switch reply {
    case .show(let detail): return "\n" + text(detail, style)
    case .whyNot, .note: return "\n" + conversation.talk(reply, style)
    default:
      if reply.showsScreenAgain(isAnswered: conversation.isAnswered) { shown = "" }
      return conversation.text(of: reply, style)
    }
  }

  /// Returns everything about the advice; for a file named `.json`, the visit as `visit` reads it.
  package func saved(as path: String) -> String {
    if path.lowercased().hasSuffix(".json") { return conversation.visit.document.text }
    return text(.everything, TextStyle(width: 80, isColored: false))
  }

  /// The advice and what the plan does with it, or what depends on open questions.
  private func text(_ detail: AdviceDetail, _ style: TextStyle) -> String {
    guard let advice = conversation.view else { return conversation.talk(.show(detail), style) }
    return AdviceReport(advice, plans).text(detail, style, hint: .words)
  }
}

extension Reply {
  /// Whether to show the open question or the answer again, even if it is the same.
  fileprivate func showsScreenAgain(isAnswered: Bool) -> Bool {
    switch self {
    case .wentBack, .restarted, .added, .removed, .understood, .reopened: true
    case .review: !isAnswered
    default: false
    }
  }
}
