/// A conversation as a dialogue.
package struct ConversationDialogue: Dialogue {
  /// The conversation.
  package private(set) var conversation: Conversation
  private let plans: PlanChoice
  private let style: TextStyle
  /// Whether the dialogue goes on after the answer, which is then shown.
  private let talks: Bool
  private var isFirst = true
  /// The last screen, which is not repeated.
  private var shown = ""

  /// Begins or resumes a conversation.
  package init(_ conversation: Conversation, _ plans: PlanChoice, _ style: TextStyle, talks: Bool) {
    (self.conversation, self.plans, self.style, self.talks) = (conversation, plans, style, talks)
  }

  package var prompt: String? {
    talks || !conversation.isAnswered ? conversation.prompt(isFirst: isFirst, style) : nil
  }

  package mutating func screen() -> String {
    if prompt == nil { return "" }
    let text = conversation.isAnswered ? text(.screen, style) : conversation.question(style)
    defer { shown = text }
    return text == shown ? "" : "\n" + text
  }

  package func matches(_ typed: String) -> [String] { conversation.matches(typed) }

  package mutating func take(_ line: String) -> DialogueReply {
    isFirst = false
    switch conversation.take(line) {
    case .quit: return .quits
    case .finished: return .finishes
    case .save(let path): return .saves(saved(as: path), path: path)
    case let reply: return .says(text(of: reply))
    }
  }

  /// Returns the text of a reply.
  package mutating func text(of reply: Reply) -> String {
    switch reply {
    case .show(let detail): return "\n" + text(detail, style)
    case .whyNot, .note: return "\n" + conversation.text(of: reply, style)
    default:
      if reply.showsScreenAgain(isAnswered: conversation.isAnswered) { shown = "" }
      return conversation.text(of: reply, style)
    }
  }

  /// Returns everything about the advice; for a file named `.json`, the visit as `visit` reads it.
  private func saved(as path: String) -> String {
    if path.lowercased().hasSuffix(".json") { return conversation.visit.document.text }
    return text(.everything, TextStyle(width: 80, isColored: false))
  }

  /// The advice and what the plan does with it, or what depends on open questions.
  private func text(_ detail: AdviceDetail, _ style: TextStyle) -> String {
    guard let advice = conversation.view else { return conversation.openQuestions(style) }
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
