import CodingRules
import StrictJSON

extension Command {
  static let ask = Command(
    name: "ask", group: .advice, summary: "advise on one service, by prompts or by flags",
    operands: "[TOPIC|WHAT WAS DONE]",
    operandKinds: [.topic, .text],
    examples: """
      cdtadvise  # describe the visit in your own words, then answer what is left
      cdtadvise "alginates poured up for ortho records"  # the same without the first prompt
      cdtadvise --purpose diagnostic --capture intraoral-scan --printed office --simulated no  # everything by flags; what is missing is asked
      cdtadvise ask cbct --format json --no-input  # what is missing, as JSON, status 3
      """,
    ownFlags: [.on, .say, .answer, .details, .show, .whyNot, .plan, .format, .json, .noInput, .strict],
    takesAnswers: true
  ) { run throws(Failure) in
    let book = try run.book()
    if let sentence = try run.sentence(for: book) { return try run.advise(on: sentence, by: book) }
    let topic = try run.topic(in: book)
    let day = try run.day()
    let service = Service(topic: topic, answers: try run.answers(in: topic))
    try run.checkReview(of: day, by: book)
    guard run.canAsk, case .asks = topic.evaluate(service.answers) else {
      return try run.outcome(of: service, on: day, by: book)
    }
    let isNamed = !run.arguments.operands.isEmpty || !service.answers.fields.isEmpty
    let visit = Visit(day: day, services: isNamed ? [service] : [])
    return try run.converse(Conversation(book, visit: visit))
  }
}

extension Run {
  /// The answers on the command line.
  func answers(in topic: Topic) throws(Failure) -> Answers {
    let words = try arguments.answerWords(where: topic.asks(for:), fields: topic.fields)
    return try rethrow(topic.answers(for: words), as: Failure.unknownAnswer)
  }

  /// The advice in the format of `--format`, or the open questions; ignored answers are reported on standard error.
  func outcome(of service: Service, on day: CalendarDay, by book: RuleBook) throws(Failure) -> Outcome {
    let (topic, answers) = (service.topic, service.answers)
    guard case .advises(let conclusion) = topic.evaluate(answers) else {
      return pending(
        json: topic.pendingJSON(answers), text: topic.pendingText(answers, errorStyle))
    }
    let advice = conclusion.advice(on: day, by: book)
    let whyNot = try whyNot(advice, topic, book)
    if let warning = advice.basis.warning { remark("warning: \(warning)") }
    warn(of: advice.unused)
    let command = detail == .everything ? commandLine(advice.steps, topic, on: day, by: book) : []
    return Outcome(text: text(of: AdviceView(advice, topic: topic, command: command), whyNot: whyNot))
  }

  /// Warns of answers to questions that were not asked.
  ///
  /// - Parameter service: The 1-based number of the service in its visit.
  func warn(of unused: [UnusedAnswer], service: Int? = nil) {
    let start = service.map { "service \($0): " } ?? ""
    for unused in unused {
      remark("warning: \(start)ignored --\(unused.field) \(unused.answer): not asked in this case")
    }
  }

  /// The explanation for the code that `--why-not` names; nil without the flag.
  private func whyNot(_ advice: Advice, _ topic: Topic, _ book: RuleBook) throws(Failure) -> WhyNot? {
    guard let word = arguments[.whyNot] else { return nil }
    guard book.code(word.uppercased()) != nil else {
      throw .unknown(.code, word, suggestion: nearestName(to: word, among: book.codes.map(\.id)))
    }
    return topic.whyNot(word.uppercased(), advice)
  }

  /// The command line that gives these answers with the same rules and plan.
  func commandLine(
    _ steps: [Step], _ topic: Topic, on day: CalendarDay, by book: RuleBook
  ) -> [String] {
    let isMain = topic.id == book.edition.topics.first
    return ["cdtadvise"] + (isMain ? [] : ["ask", topic.id])
      + steps.map { "--\($0.question.field) \($0.answer.id)" } + ["--on \(day)"]
      + (arguments[.plan].map { ["--plan \(shellWord($0))"] } ?? [])
      + (rulesFolder.map { ["--rules \(shellWord($0))"] } ?? [])
  }

  /// A word quoted for a shell, if it needs quotes.
  private func shellWord(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "/._-".unicodeScalars.contains($0)
    }
    if isPlain { return word }
    let parts = printable(word).split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: #"'\''"#) + "'"
  }

  /// Lists the open questions: as JSON in the result, else on standard error.
  func pending(json: @autoclosure () -> JSON, text: @autoclosure () -> String) -> Outcome {
    if format == .json { return Outcome(text: json().text, status: .moreAnswers) }
    terminal.say("cdtadvise: more answers are needed\n" + text())
    return Outcome(text: nil, status: .moreAnswers)
  }
}
