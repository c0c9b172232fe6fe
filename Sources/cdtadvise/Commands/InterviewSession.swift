import CodingRules

/// An interview at the terminal: prompts on standard error, one line read at a time.
struct InterviewSession {
  private let run: Run
  private let service: Service
  private var interview: Interview
  private var lines = LineReader()

  init(run: Run, service: Service, given: Answers) {
    self.run = run
    self.service = service
    interview = Interview(service.topic, given: given)
  }

  /// Asks until the topic advises, or the person leaves.
  consuming func hold() -> Outcome {
    Terminal.endCleanlyOnInterrupt()
    if let warning = service.stamp.warning { run.remark("warning: \(warning)") }
    run.remark("\(service.topic.title), date of service \(service.day)")
    let style = run.style(.error)
    var isFirst = true
    var asked: Question?
    while let question = interview.open {
      if question != asked { Terminal.say("\n" + question.text(style)) }
      asked = question
      Terminal.say(question.prompt(isFirst: isFirst))
      isFirst = false
      guard let line = lines.next() else { return leave("\n") }
      let reply = interview.take(line)
      if case .quit = reply { return leave("") }
      if reply.asksAgain { asked = nil }
      Terminal.say(reply.text(style))
    }
    return advise()
  }

  private func advise() -> Outcome {
    guard case .advises(let conclusion) = service.topic.evaluate(interview.answers) else {
      return leave("")
    }
    Terminal.say("\n")
    return run.outcome(conclusion, service)
  }

  /// Ends without advice; says how to go on from here.
  private func leave(_ lineBreak: String) -> Outcome {
    let line = run.commandLine(interview.steps, service).joined(separator: " ")
    Terminal.say("\(lineBreak)cdtadvise: ended without advice; to go on from here: \(line)\n")
    return Outcome(text: nil, status: .moreAnswers)
  }
}

extension Reply {
  /// Whether the open question is to be shown again although it may be the same.
  fileprivate var asksAgain: Bool {
    switch self {
    case .wentBack, .restarted, .review: true
    default: false
    }
  }
}
