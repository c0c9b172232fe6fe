import CodingRules

extension Command {
  static let ask = Command(
    .ask, .advice, summary: "advise on one service, by prompts or by flags", operands: "[TOPIC]",
    operandKinds: [.topic],
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
    case .asks where run.canAsk:
      return try InterviewSession(run: run, inquiry: inquiry, given: answers).conduct()
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

  /// The answers on the command line.
  func answers(in topic: Topic) throws(Failure) -> Answers {
    let words = try arguments.answerWords(fields: topic.fields)
    do throws(UnknownAnswer) {
      return try topic.answers(for: words)
    } catch {
      throw .unknownAnswer(error)
    }
  }

  /// The advice in the wanted format; on standard error which answers were ignored.
  func outcome(_ conclusion: Conclusion, _ inquiry: Inquiry) throws(Failure) -> Outcome {
    let advice = conclusion.advice(on: inquiry.day, by: inquiry.book)
    let whyNot = try whyNot(conclusion, inquiry)
    if let warning = inquiry.basis.warning { remark("warning: \(warning)") }
    warn(of: advice.unused)
    return Outcome(text: text(of: advice, conclusion, inquiry, whyNot))
  }

  /// Reports answers that were given but not asked for.
  ///
  /// - Parameter service: The number of the service in its visit, counted from 1.
  func warn(of unused: [UnusedAnswer], service: Int? = nil) {
    let start = service.map { "service \($0): " } ?? ""
    for unused in unused {
      remark("warning: \(start)ignored --\(unused.field) \(unused.answer): not asked in this case")
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

  /// The words of the command line that gives these answers by the same rules.
  func commandLine(_ steps: [Step], _ inquiry: Inquiry) -> [String] {
    let isMain = inquiry.topic.id == inquiry.book.edition.topics.first
    return ["cdtadvise"] + (isMain ? [] : ["ask", inquiry.topic.id])
      + steps.map { "--\($0.question.field) \($0.answer.id)" } + ["--on \(inquiry.day)"]
      + (rulesFolder.map { ["--rules \(shellWord($0))"] } ?? [])
  }

  /// A word as a shell takes it, in quotes where it needs them.
  private func shellWord(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "/._-".unicodeScalars.contains($0)
    }
    if isPlain { return word }
    let parts = printable(word).split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: #"'\''"#) + "'"
  }

  /// Lists the questions that are still open: as JSON in the result, else on standard error.
  fileprivate func pending(_ answers: Answers, _ inquiry: Inquiry) -> Outcome {
    if format == .json { return Outcome(text: inquiry.topic.pendingJSON(answers).text, status: .moreAnswers) }
    terminal.say(
      "cdtadvise: more answers are needed\n"
        + inquiry.topic.pendingText(answers, style(terminal.errors)))
    return Outcome(text: nil, status: .moreAnswers)
  }
}
