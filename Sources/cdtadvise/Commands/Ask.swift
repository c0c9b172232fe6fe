import CodingRules
import StrictJSON

extension Command {
  static let ask = Command(
    name: "ask", summary: "advise on one service, by prompts or by flags", operands: "[TOPIC]",
    operandKind: .topic,
    examples: [
      ("cdtadvise", "the interview of the main topic"),
      (
        "cdtadvise --purpose diagnostic --capture intraoral-scan --printed office --simulated no",
        "the same by flags; what is missing is asked"
      ),
      ("cdtadvise ask cbct --format json --no-input", "what is missing, as JSON, status 3"),
    ], ownFlags: [.on, .answer, .details, .show, .whyNot, .format, .json, .noInput, .strict], takesAnswers: true
  ) { run throws(Failure) in
    let inquiry = try run.inquiry()
    let answers = try run.answers(in: inquiry.topic)
    if run.arguments.has(.strict), let warning = inquiry.basis.warning { throw .notReviewed(warning) }
    switch inquiry.topic.evaluate(answers) {
    case .advises(let conclusion): return try run.outcome(conclusion, inquiry)
    case .asks where Terminal.isInteractive && !run.arguments.has(.noInput):
      return try InterviewSession(run: run, inquiry: inquiry, given: answers).hold()
    case .asks: return run.pending(answers, inquiry)
    }
  }
}

/// What is advised on, and when it was done.
struct Inquiry {
  let book: RuleBook
  let topic: Topic
  let day: CalendarDay

  var basis: Basis { Basis(day: day, edition: book.edition) }
}

extension Run {
  /// The book, the topic that the operand names, or the main one, and the date of service.
  fileprivate func inquiry() throws(Failure) -> Inquiry {
    let book = try book()
    return Inquiry(book: book, topic: try topic(in: book), day: try day())
  }

  /// The topic that the operand names, or the main one.
  func topic(in book: RuleBook) throws(Failure) -> Topic {
    if arguments.operands.count > 1 { throw .tooManyOperands(arguments.operands[1]) }
    guard let name = arguments.operands.first else { return book.mainTopic }
    guard let topic = book.topic(name) else { throw unknownTopic(name, book.edition.topics) }
    return topic
  }

  private func unknownTopic(_ word: String, _ topics: [String]) -> Failure {
    arguments.isCommandNamed
      ? .unknownTopic(word, suggestion: nearestName(to: word, among: topics))
      : .unknownCommand(word, suggestion: nearestName(to: word, among: Command.all.map(\.name) + topics))
  }

  /// The answers on the command line.
  func answers(in topic: Topic) throws(Failure) -> Answers {
    let words = try arguments.answerWords(fields: topic.fields)
    do throws(UnknownAnswer) {
      return try topic.answers(for: words)
    } catch {
      throw .unknownAnswer(error)
    }
  }

  /// The advice in the wanted format; on standard error what was given in vain.
  func outcome(_ conclusion: Conclusion, _ inquiry: Inquiry) throws(Failure) -> Outcome {
    let advice = conclusion.advice(on: inquiry.day, by: inquiry.book)
    let whyNot = try whyNot(conclusion, inquiry)
    if let warning = inquiry.basis.warning { remark("warning: \(warning)") }
    warn(of: advice.unused)
    if wantsJSON { return Outcome(text: advice.json.adding("whyNot", whyNot?.json).text) }
    let style = style(.output)
    let why = whyNot.map { "\n" + $0.text(style) } ?? ""
    if arguments[.format] == "note" { return Outcome(text: advice.chartNote(style) + why) }
    let view = AdviceView(
      advice, alternatives: inquiry.topic.alternatives(to: conclusion.steps, on: inquiry.day),
      command: commandLine(advice.steps, inquiry))
    return Outcome(text: text(of: view) + why)
  }

  /// The advice as text for people: one screen, one section, or everything.
  func text(of view: AdviceView) -> String {
    let style = style(.output)
    if let section = arguments[.show].flatMap(AdviceView.Section.init) { return view.section(section, style) }
    return arguments.has(.details) ? view.details(style) : view.screen(style, ways: .flags)
  }

  /// Tells what was given in vain.
  func warn(of unused: [UnusedAnswer]) {
    for unused in unused {
      remark(
        "warning: this walk does not ask for '\(unused.field)'; the answer '\(unused.answer)' changes nothing"
      )
    }
  }

  /// Why the code that `--why-not` names is not reported; nil when none is named.
  private func whyNot(_ conclusion: Conclusion, _ inquiry: Inquiry) throws(Failure) -> WhyNot? {
    guard let word = arguments[.whyNot] else { return nil }
    guard inquiry.book.code(word.uppercased()) != nil else {
      let isCode = CodeRange.isCode(word.uppercased())
      throw .unknownCode(
        word, suggestion: isCode ? nil : nearestName(to: word, among: inquiry.book.codes.map(\.id)))
    }
    return inquiry.topic.whyNot(word.uppercased(), conclusion, on: inquiry.day, by: inquiry.book)
  }

  /// The words of the command line that gives these answers.
  func commandLine(_ steps: [Step], _ inquiry: Inquiry) -> [String] {
    let isMain = inquiry.topic.id == inquiry.book.edition.topics.first
    return ["cdtadvise"] + (isMain ? [] : ["ask", inquiry.topic.id])
      + steps.flatMap { ["--\($0.question.field) \($0.answer.id)"] } + ["--on \(inquiry.day)"]
  }

  /// Names the questions that are still open: as JSON in the result, else on standard error.
  fileprivate func pending(_ answers: Answers, _ inquiry: Inquiry) -> Outcome {
    if wantsJSON { return Outcome(text: inquiry.topic.pendingJSON(answers).text, status: .moreAnswers) }
    Terminal.say("cdtadvise: more answers are needed\n" + inquiry.topic.pendingText(answers, style(.error)))
    return Outcome(text: nil, status: .moreAnswers)
  }
}
