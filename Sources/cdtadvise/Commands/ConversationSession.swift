import CodingRules

/// A conversation at the terminal, with prompts on standard error.
struct ConversationSession {
  private let run: Run
  private let style: TextStyle
  private var conversation: Conversation
  private var lines: LineReader
  /// Whether the conversation goes on after the answer: the result goes to the screen, too.
  private let talks: Bool
  /// The last screen, which is not repeated.
  private var shown = ""
  private let first: Reply?

  /// Begins a session.
  ///
  /// - Parameter first: The reply to a sentence on the command line, shown first.
  init(_ run: Run, _ conversation: Conversation, after first: Reply? = nil) {
    self.first = first
    self.run = run
    self.conversation = conversation
    style = run.errorStyle
    lines = LineReader(run.terminal)
    talks = run.terminal.output.isTerminal && run.format == .text
  }

  /// Asks and answers until the person is done or leaves.
  consuming func conduct() throws(Failure) -> Outcome {
    run.remark("date of service \(conversation.visit.day)")
    run.warn(of: conversation.visit.day, by: conversation.book)
    if let first { try answer(first) }
    var isFirst = true
    while true {
      if case .answered = conversation.stage {
        guard talks else { return try run.outcome(of: conversation) }
        showOnce(text(.screen, style))
      } else {
        showOnce(conversation.question(style))
      }
      let prompt = conversation.prompt(isFirst: isFirst, style)
      guard let line = lines.next(prompt, matches: conversation.matches) else { return leave("\n") }
      isFirst = false
      switch conversation.take(line) {
      case .quit: return leave("")
      case .finished: return Outcome(text: nil, status: status)
      case let reply: try answer(reply)
      }
    }
  }

  /// Shows a screen unless it is the one that was shown last.
  private mutating func showOnce(_ text: String) {
    if text != shown { run.terminal.say("\n" + text) }
    shown = text
  }

  /// Shows the reply to a typed line.
  private mutating func answer(_ reply: Reply) throws(Failure) {
    switch reply {
    case .show(let detail): run.terminal.say("\n" + text(detail, style))
    case .whyNot, .note: run.terminal.say("\n" + conversation.talk(reply, style))
    case .save(let path): try save(path)
    default:
      run.terminal.say(conversation.text(of: reply, style))
      if reply.showsScreenAgain(isAnswered: conversation.isAnswered) { shown = "" }
    }
  }

  /// Writes everything about the advice to a file; to one named `.json`, the visit as `visit` reads it.
  private func save(_ path: String) throws(Failure) {
    let text =
      path.lowercased().hasSuffix(".json")
      ? conversation.visit.document.text : text(.everything, TextStyle(width: 80, isColored: false))
    _ = try ResultStream.write(to: FilePath(path), at: run.terminal) { _ in Outcome(text: text) }
    run.remark("saved \(printable(path))")
  }

  /// The advice and what the plan does with it, or what depends on open questions.
  private func text(_ detail: AdviceDetail, _ style: TextStyle) -> String {
    guard let advice = conversation.view else { return conversation.talk(.show(detail), style) }
    return AdviceReport(advice, run.plans).text(detail, style, hint: .words)
  }

  private var status: ExitStatus {
    conversation.advice.map { $0.isWrong ? .findings : .done } ?? .moreAnswers
  }

  /// Ends the session; without advice, with the command line that resumes it.
  private func leave(_ lineBreak: String) -> Outcome {
    if conversation.isAnswered, status != .moreAnswers {
      run.terminal.say(lineBreak)
      return Outcome(text: nil, status: status)
    }
    let visit = conversation.visit
    var resume = ""
    if visit.services.count == 1 {
      let words = run.commandLine(
        conversation.items.map(\.step), visit.services[0].topic, on: visit.day, by: conversation.book)
      resume = "; resume with: " + words.joined(separator: " ")
    }
    run.terminal.say("\(lineBreak)cdtadvise: stopped before an answer\(resume)\n")
    return Outcome(text: nil, status: .moreAnswers)
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
