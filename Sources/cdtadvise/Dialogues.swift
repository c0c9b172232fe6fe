import CodingRules

/// How a dialogue ended.
enum DialogueEnd {
  /// Nothing is left to ask.
  case complete
  case finished, quit
  /// The input has no more lines.
  case endOfInput
}

extension Run {
  /// Conducts a dialogue with prompts on standard error.
  ///
  /// - Parameter afterLine: Called after each line.
  func conduct<Conducted: Dialogue>(
    _ dialogue: inout Conducted, afterLine: (inout Conducted) throws(Failure) -> Void = { _ in }
  ) throws(Failure) -> DialogueEnd {
    var lines = LineEditor(terminal)
    while true {
      terminal.say(dialogue.screen())
      guard let prompt = dialogue.prompt else { return .complete }
      guard let line = lines.next(prompt, matches: dialogue.matches) else { return .endOfInput }
      switch dialogue.take(line) {
      case .says(let text): terminal.say(text)
      case .saves(let text, let path): save(text, path)
      case .finishes: return .finished
      case .quits: return .quit
      }
      try afterLine(&dialogue)
    }
  }

  /// Writes a file that was asked for in a dialogue, which goes on if that fails.
  private func save(_ text: String, _ path: String) {
    let home = path.hasPrefix("~/") ? terminal.environment("HOME") : nil
    let path = home.map { $0 + path.dropFirst() } ?? path
    do throws(Failure) {
      _ = try ResultStream.write(to: FilePath(path), at: terminal) { _ in Outcome(text: text) }
      remark("saved \(printable(path))")
    } catch {
      terminal.say("cdtadvise: \(error.message)\n")
    }
  }

  /// Converses about a visit until the person is done or leaves.
  ///
  /// - Parameter first: The reply to a sentence on the command line, shown first.
  func converse(_ conversation: Conversation, after first: Reply? = nil) throws(Failure) -> Outcome {
    remark("date of service \(conversation.visit.day)")
    warn(of: conversation.visit.day, by: conversation.book)
    // Advice to a file, a pipe or a program ends the dialogue.
    let talks = terminal.output.isTerminal && format == .text
    var dialogue = ConversationDialogue(conversation, plans, errorStyle, talks: talks)
    if let first { terminal.say(dialogue.text(of: first)) }
    let end = try conduct(&dialogue) { dialogue in
      // A date that --strict refuses is taken back.
      do throws(Failure) {
        try checkReview(of: dialogue.conversation.visit.day, by: conversation.book)
      } catch {
        terminal.say("cdtadvise: \(error.message)\n")
        _ = dialogue.take("back")
      }
    }
    let conversation = dialogue.conversation
    if end == .complete { return try outcome(of: conversation) }
    if end == .endOfInput { terminal.say("\n") }
    if conversation.isAnswered, let advice = conversation.advice {
      return Outcome(text: nil, status: advice.isWrong ? .findings : .done)
    }
    if end != .finished {
      terminal.say("cdtadvise: stopped before an answer\(resumption(of: conversation))\n")
    }
    return Outcome(text: nil, status: .moreAnswers)
  }

  /// The command line that resumes a conversation about a single service, as the end of a sentence.
  private func resumption(of conversation: Conversation) -> String {
    let services = conversation.visit.services
    if services.count != 1 { return "" }
    let words = commandLine(
      conversation.items.map(\.step), services[0].topic, on: conversation.visit.day, by: conversation.book)
    return "; resume with: " + words.joined(separator: " ")
  }
}
