import CodingRules

/// A conversation at the terminal, with prompts on standard error.
struct ConversationSession {
  private let run: Run
  private var round: ConversationRound
  private var lines: LineReader

  init(_ run: Run, _ conversation: Conversation) {
    self.run = run
    round = ConversationRound(conversation, run.plans, run.errorStyle)
    lines = LineReader(run.terminal)
  }

  /// Asks and answers until the person is done or leaves.
  ///
  /// - Parameter first: The reply to a sentence on the command line, shown first.
  consuming func conduct(after first: Reply? = nil) throws(Failure) -> Outcome {
    run.remark("date of service \(round.conversation.visit.day)")
    run.warn(of: round.conversation.visit.day, by: round.conversation.book)
    if let first { run.terminal.say(round.text(of: first)) }
    // The result goes to the screen unless the output is a file, a pipe, or for programs.
    let talks = run.terminal.output.isTerminal && run.format == .text
    var isFirst = true
    while talks || !round.conversation.isAnswered {
      run.terminal.say(round.screen())
      let prompt = round.conversation.prompt(isFirst: isFirst, run.errorStyle)
      guard let line = lines.next(prompt, matches: round.conversation.matches) else { return leave("\n") }
      isFirst = false
      switch round.take(line) {
      case .quit: return leave("")
      case .finished: return Outcome(text: nil, status: status)
      case .save(let path): try save(path)
      case let reply: run.terminal.say(round.text(of: reply))
      }
    }
    return try run.outcome(of: round.conversation)
  }

  private func save(_ path: String) throws(Failure) {
    _ = try ResultStream.write(to: FilePath(path), at: run.terminal) { _ in
      Outcome(text: round.saved(as: path))
    }
    run.remark("saved \(printable(path))")
  }

  private var status: ExitStatus {
    round.conversation.advice.map { $0.isWrong ? .findings : .done } ?? .moreAnswers
  }

  /// Ends the session; without advice, with the command line that resumes it.
  private func leave(_ lineBreak: String) -> Outcome {
    let conversation = round.conversation
    if conversation.isAnswered, status != .moreAnswers {
      run.terminal.say(lineBreak)
      return Outcome(text: nil, status: status)
    }
    var resume = ""
    if conversation.visit.services.count == 1 {
      let words = run.commandLine(
        conversation.items.map(\.step), conversation.visit.services[0].topic, on: conversation.visit.day,
        by: conversation.book)
      resume = "; resume with: " + words.joined(separator: " ")
    }
    run.terminal.say("\(lineBreak)cdtadvise: stopped before an answer\(resume)\n")
    return Outcome(text: nil, status: .moreAnswers)
  }
}
