extension QuizRound {
  /// Returns the open question, with its choices if it is multiple choice.
  package func question(_ style: TextStyle) -> String {
    guard let question else { return "" }
    var page = TextPage(style)
    page.heading(heading)
    page.paragraph(question.scenario)
    for (letter, choice) in zip(Self.letters, choices) {
      page.item(letter, choice.choice, hang: 3, .code)
    }
    return page.text
  }

  package var prompt: String {
    offersChoices ? "[a letter, ? for help, q to stop] " : "[codes or none, ? for help, q to stop] "
  }

  /// Returns the response to a typed line.
  package func text(of reply: Reply, _ style: TextStyle, by book: RuleBook) -> String {
    var page = TextPage(style)
    switch reply {
    case .quit: break
    case .help: question?.writeHelp(on: &page, offersChoices: offersChoices, by: book)
    case .unclear(let words):
      let start = words.isEmpty ? "" : "No code: \(words.map { excerpt($0) }.joined(by: ", ")). "
      page.paragraph(
        start
          + (offersChoices
            ? "Type the letter of an answer."
            : "Type codes such as 470 or D0470, or none when nothing is reported."))
    case .graded(let question, let grade): question.write(grade, on: &page, by: book)
    }
    return page.text
  }

  package var score: String {
    let percent = asked == 0 ? 0 : right * 100 / asked
    return "\(right) of \(asked) right (\(percent) percent)\n"
  }
}

extension QuizQuestion {
  /// The answer as a choice: the codes with their labels.
  var choice: String {
    report.isEmpty ? "nothing to report" : report.map { "\($0) \($0.label)" }.joined(separator: "; ")
  }

  /// Writes what to look at and how to answer, without giving the codes of this question away.
  fileprivate func writeHelp(on page: inout TextPage, offersChoices: Bool, by book: RuleBook) {
    let topics = services.map(\.topic).uniqued(by: \.id)
    if let topic = topics.first, topics.count == 1 {
      page.paragraph("The codes depend on these questions:")
      for step in services[0].conclusion.steps { page.bullet(step.question.ask) }
      if !offersChoices { topic.writeCodes(on: &page, by: book) }
    } else {
      page.paragraph("Think of all that was done: \(topics.map(\.title.lowercasedFirst).joined(by: "; ")).")
    }
    if !offersChoices {
      page.paragraph("Name every code to report, such as “470 396”, or none. One code of a range is enough.")
    }
  }

  /// Writes the grade, the missing and extra codes, and the reasons.
  fileprivate func write(_ grade: QuizGrade, on page: inout TextPage, by book: RuleBook) {
    page.paragraph(verdict(grade))
    for remark in remarks(grade, by: book) { page.bullet(remark) }
    for (about, reason) in reasons { page.bullet("\(about): \(reason.withPublishers)") }
  }

  /// Returns the grade and the correct answer.
  func verdict(_ grade: QuizGrade) -> String {
    let answer = report.isEmpty ? "Nothing to report" : "Report: \(key)"
    return switch grade.mark {
    case .right: "Right. \(answer)."
    case .partlyRight: "Partly right. \(answer)."
    case .wrong: "Not quite. \(answer)."
    }
  }

  /// Returns the missing codes, and the reason against each extra code.
  func remarks(_ grade: QuizGrade, by book: RuleBook) -> [String] {
    let missed = grade.missed.map(\.description)
    let isPartly = grade.mark == .partlyRight && !missed.isEmpty
    return (isPartly ? ["You missed \(missed.joined(by: ", "))."] : [])
      + grade.extra.map { "Not \($0): \(whyNot($0, by: book)?.sentence ?? Self.unrelated($0, book))" }
  }

  private static func unrelated(_ code: String, _ book: RuleBook) -> String {
    book.card(code).map { "it is for something else (\($0.code.label))." } ?? "these rules do not know it."
  }
}

extension Topic {
  /// Writes the codes the topic can lead to, with labels if there are only a few.
  fileprivate func writeCodes(on page: inout TextPage, by book: RuleBook) {
    let codes = reachableCodes([:])
    if codes.count > 8 { return page.paragraph("Codes of the topic: \(codes.joined(by: ", "))") }
    if !codes.isEmpty { page.paragraph("Codes of the topic:") }
    for code in codes.compactMap(book.code) { page.item(code.id, code.label, hang: 13, .code) }
  }
}

extension WhyNot {
  /// The reasons against the code, the step that ruled it out, and the answers that would lead to it.
  fileprivate var sentence: String {
    var sentences = reasons.prefix(1).map(\.text)
    if let step = excludedBy {
      sentences.append("It is ruled out at “\(step.question.ask)”, since here it is “\(step.answer.label)”.")
    }
    if !change.isEmpty {
      sentences.append("It would be right with: \(change.map(\.answer.label).joined(separator: "; ")).")
    }
    return sentences.joined(separator: " ")
  }
}
