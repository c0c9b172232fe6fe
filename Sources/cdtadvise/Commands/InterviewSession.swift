import CodingRules

/// An interview at the terminal: prompts on standard error, one line read at a time.
struct InterviewSession {
  private let run: Run
  private let start: Inquiry
  private var interview: Interview
  private var lines: LineReader

  init(run: Run, inquiry: Inquiry, given: Answers) {
    self.run = run
    start = inquiry
    lines = LineReader(run.terminal.input)
    interview = Interview(inquiry.topic, given: given, others: inquiry.book.topics)
  }

  /// Asks until the topic advises, or the person leaves.
  consuming func conduct() throws(Failure) -> Outcome {
    if let warning = start.basis.warning { run.remark("warning: \(warning)") }
    run.remark("\(start.topic.title), date of service \(start.day)")
    let style = run.style(run.terminal.errors)
    let others = start.book.topics.filter { $0.id != start.topic.id }
    if !others.isEmpty, interview.steps.isEmpty, !run.arguments.has(.quiet) {
      run.terminal.say(others.invitation(style))
    }
    var isFirst = true
    var asked: Question?
    while let question = interview.open {
      if question != asked { run.terminal.say("\n" + question.text(style)) }
      asked = question
      run.terminal.say(question.prompt(isFirst: isFirst))
      isFirst = false
      guard let line = lines.next() else { return leave("\n") }
      let reply = interview.take(line)
      if case .quit = reply { return leave("") }
      if reply.asksAgain { asked = nil }
      run.terminal.say(reply.text(style))
    }
    return try advise()
  }

  /// What was asked about in the end.
  private var inquiry: Inquiry { Inquiry(book: start.book, topic: interview.topic, day: start.day) }

  private func advise() throws(Failure) -> Outcome {
    guard case .advises(let conclusion) = interview.topic.evaluate(interview.answers) else {
      return leave("")
    }
    run.terminal.say("\n")
    return try run.outcome(conclusion, inquiry)
  }

  /// Ends without advice; says how to go on from here.
  private func leave(_ lineBreak: String) -> Outcome {
    let line = run.commandLine(interview.steps, inquiry).joined(separator: " ")
    run.terminal.say("\(lineBreak)cdtadvise: stopped before an answer; resume with: \(line)\n")
    return Outcome(text: nil, status: .moreAnswers)
  }
}

extension Reply {
  /// Whether the open question is to be shown again although it may be the same.
  var asksAgain: Bool {
    switch self {
    case .wentBack, .restarted, .review, .switched, .chose: true
    default: false
    }
  }
}
