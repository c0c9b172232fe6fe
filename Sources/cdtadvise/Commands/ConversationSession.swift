import CodingRules

/// A conversation at the terminal: prompts on standard error, one line read at a time.
struct ConversationSession {
  private let run: Run
  private let style: TextStyle
  private var conversation: Conversation
  private var lines: LineReader
  /// Whether the person can go on talking after the answer: the screen is where the result goes.
  private let talks: Bool
  /// The plan whose doings are shown after the advice.
  private var plan: Plan?
  /// What was shown last, so that the same is not shown again.
  private var shown = ""

  /// What the command line already did; nil for nothing.
  private let first: Reply?

  /// Begins a session.
  ///
  /// - Parameter after: What a sentence on the command line did, to be shown first.
  init(_ run: Run, _ conversation: Conversation, after first: Reply? = nil) {
    self.first = first
    self.run = run
    self.conversation = conversation
    style = run.style(run.terminal.errors)
    lines = LineReader(run.terminal)
    talks = run.terminal.output.isTerminal && run.format == .text
  }

  /// Asks until the visit is advised on and the person is done, or leaves.
  consuming func conduct() throws(Failure) -> Outcome {
    plan = try run.plan()
    run.remark("date of service \(conversation.visit.day)")
    if let warning = Basis(day: conversation.visit.day, edition: conversation.book.edition).warning {
      run.remark("warning: \(warning)")
    }
    if let first { try answer(first) }
    var isFirst = true
    while true {
      if case .answered = conversation.stage {
        guard talks else { return try run.outcome(of: conversation) }
        try showOnce(conversation.answer(style) + planText(style))
      } else {
        try showOnce(conversation.question(style))
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
  private mutating func showOnce(_ text: String) throws(Failure) {
    if text != shown { run.terminal.say("\n" + text) }
    shown = text
  }

  /// Says what a typed line did.
  private mutating func answer(_ reply: Reply) throws(Failure) {
    switch reply {
    case .details, .show(.payers):
      run.terminal.say("\n" + conversation.talk(reply, style) + planText(style))
    case .show, .whyNot, .note: run.terminal.say("\n" + conversation.talk(reply, style))
    case .save(let path): try save(path)
    default:
      run.terminal.say(conversation.text(of: reply, style))
      if reply.showsScreenAgain(isAnswered: conversation.isAnswered) { shown = "" }
    }
  }

  /// Writes everything about the advice to a file.
  private func save(_ path: String) throws(Failure) {
    let page = TextStyle(width: 80, isColoured: false)
    let text = conversation.talk(.details, page) + planText(page)
    _ = try ResultStream.write(to: FilePath(path), at: run.terminal) { _ in Outcome(text: text) }
    run.remark("saved \(printable(path))")
  }

  /// What the plan does with the codes of the visit; empty without a plan, or an answer.
  private func planText(_ style: TextStyle) -> String {
    guard case .advises(let advice) = conversation.book.evaluate(conversation.visit) else { return "" }
    return run.text(of: plan?.view(of: advice), style)
  }

  private var status: ExitStatus {
    switch conversation.book.evaluate(conversation.visit) {
    case .asks: .moreAnswers
    case .advises(let advice): advice.isWrong ? .findings : .done
    }
  }

  /// Ends; without advice it says how to resume.
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
  /// Whether the open question, or the answer, is to be shown again although it may be the same.
  fileprivate func showsScreenAgain(isAnswered: Bool) -> Bool {
    switch self {
    case .wentBack, .restarted, .added, .understood, .reopened: true
    case .review: !isAnswered
    default: false
    }
  }
}
