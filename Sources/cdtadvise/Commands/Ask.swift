import CodingRules
import StrictJSON

extension Command {
  static let ask = Command(
    name: "ask", summary: "advise on one service, by prompts or by flags", operands: "[TOPIC]",
    examples: [
      ("cdtadvise", "the interview of the main topic"),
      (
        "cdtadvise --purpose diagnostic --capture intraoral-scan --printed office --simulated no",
        "the same by flags; what is missing is asked"
      ),
      ("cdtadvise ask cbct --format json --no-input", "what is missing, as JSON, status 3"),
    ], ownFlags: [.on, .answer, .format, .json, .noInput, .strict], takesAnswers: true
  ) { run throws(Failure) in
    let service = try run.service()
    let answers = try run.answers(in: service.topic)
    if run.arguments.has(.strict), let warning = service.stamp.warning { throw .notReviewed(warning) }
    switch service.topic.evaluate(answers) {
    case .advises(let conclusion): return run.outcome(conclusion, service)
    case .asks where Terminal.isInteractive && !run.arguments.has(.noInput):
      return InterviewSession(run: run, service: service, given: answers).hold()
    case .asks: return run.pending(answers, service)
    }
  }
}

/// What is advised on, and when it was done.
struct Service {
  let book: RuleBook
  let topic: Topic
  let day: CalendarDay

  var stamp: Stamp { Stamp(day: day, edition: book.edition) }
}

extension Run {
  /// The book, as much of it as is needed, with the topic that the operand names, or the main one.
  fileprivate func service() throws(Failure) -> Service {
    let day = try day()
    if rulesFolder == nil, arguments.operands.count < 2, let words = arguments.plainAnswerWords,
      let part = RuleBook.standard(topic: arguments.operands.first, reachedBy: words),
      let topic = part.topics.first
    {
      return Service(book: part, topic: topic, day: day)
    }
    let book = try book()
    return Service(book: book, topic: try topic(in: book), day: day)
  }

  /// The topic that the operand names, or the main one.
  func topic(in book: RuleBook) throws(Failure) -> Topic {
    if arguments.operands.count > 1 { throw .tooManyOperands(arguments.operands[1]) }
    let named = arguments.operands.first
    guard let topic = named.map(book.topic) ?? book.topics.first else {
      throw unknownTopic(named ?? "", book.edition.topics)
    }
    return topic
  }

  private func unknownTopic(_ word: String, _ topics: [String]) -> Failure {
    arguments.isCommandNamed
      ? .unknownTopic(word, suggestion: nearestName(to: word, among: topics))
      : .unknownCommand(word, suggestion: nearestName(to: word, among: Command.all.map(\.name) + topics))
  }

  /// The answers on the command line.
  func answers(in topic: Topic) throws(Failure) -> Answers {
    let words = try arguments.answerWords(for: topic)
    do throws(UnknownAnswer) {
      return try topic.answers(named: words)
    } catch {
      throw .unknownAnswer(error)
    }
  }

  /// The advice in the wanted format; on standard error what was given in vain.
  func outcome(_ conclusion: Conclusion, _ service: Service) -> Outcome {
    let advice = conclusion.advice(on: service.day, by: service.book)
    if let warning = service.stamp.warning { remark("warning: \(warning)") }
    warn(of: advice.unused)
    return Outcome(text: text(of: advice, conclusion, service))
  }

  /// Tells what was given in vain.
  func warn(of unused: [UnusedAnswer]) {
    for unused in unused {
      remark(
        "warning: this walk does not ask for '\(unused.field)'; the answer '\(unused.answer)' changes nothing"
      )
    }
  }

  private func text(of advice: Advice, _ conclusion: Conclusion, _ service: Service) -> String {
    if wantsJSON { return advice.json.text }
    let style = style(.output)
    if arguments[.format] == "note" { return advice.chartNote(style) }
    let alternatives = service.topic.alternatives(to: conclusion, on: service.day)
    return advice.text(style, alternatives: alternatives, command: commandLine(advice.steps, service))
  }

  /// The words of the command line that gives these answers.
  func commandLine(_ steps: [Step], _ service: Service) -> [String] {
    let isMain = service.topic.id == service.book.edition.topics.first
    return ["cdtadvise"] + (isMain ? [] : ["ask", service.topic.id])
      + steps.flatMap { ["--\($0.question.field) \($0.answer.id)"] } + ["--on \(service.day)"]
  }

  /// Names the questions that are still open: as JSON in the result, else on standard error.
  fileprivate func pending(_ answers: Answers, _ service: Service) -> Outcome {
    if wantsJSON { return Outcome(text: service.topic.pendingJSON(answers).text, status: .moreAnswers) }
    Terminal.say("cdtadvise: more answers are needed\n" + service.topic.pendingText(answers, style(.error)))
    return Outcome(text: nil, status: .moreAnswers)
  }
}
