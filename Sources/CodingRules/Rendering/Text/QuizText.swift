extension QuizRound {
  /// The open question, with the answers to choose from where they are offered.
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

  /// What can be typed.
  package var prompt: String {
    offersChoices ? "[a letter, ? for help, q to stop] " : "[codes or none, ? for help, q to stop] "
  }

  /// What to say to a typed line.
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

  /// How many were right.
  package var score: String {
    let percent = asked == 0 ? 0 : right * 100 / asked
    return "\(right) of \(asked) right (\(percent) percent)\n"
  }
}

extension QuizQuestion {
  /// The answer as one to choose: the codes with what they are called.
  var choice: String {
    report.isEmpty ? "none" : report.map { "\($0) \($0.label)" }.joined(separator: "; ")
  }

  /// What to look at, and how to answer, without the codes of this question alone.
  fileprivate func writeHelp(on page: inout TextPage, offersChoices: Bool, by book: RuleBook) {
    if let path {
      page.paragraph("The codes depend on these questions:")
      for step in path.conclusion.steps { page.item("-", step.question.ask, hang: 2) }
      if !offersChoices { path.topic.writeCodes(on: &page, by: book) }
    }
    if !offersChoices {
      page.paragraph("Name every code to report, such as “470 396”, or none. One code of a range is enough.")
    }
  }

  /// How good the answer is, what is missing or too much, and why.
  fileprivate func write(_ grade: QuizGrade, on page: inout TextPage, by book: RuleBook) {
    switch grade.mark {
    case .right: return page.paragraph("Right: \(key).")
    case .partlyRight: page.paragraph("Partly right. Report: \(key).")
    case .wrong: page.paragraph("Not quite. Report: \(key).")
    }
    if grade.mark == .partlyRight { grade.write(on: &page) }
    for divergence in divergences(grade.extra, by: book) { divergence.write(on: &page) }
    for reason in reasons { page.item("-", reason.withSources, hang: 2) }
  }
}

extension Topic {
  /// The codes that the topic can lead to; with their labels if they are few.
  fileprivate func writeCodes(on page: inout TextPage, by book: RuleBook) {
    let codes = codesInReach([:])
    if codes.count > 8 { return page.paragraph("Codes of the topic: \(codes.joined(by: ", "))") }
    if !codes.isEmpty { page.paragraph("Codes of the topic:") }
    for code in codes { page.item(code, book.card(code)?.code.label ?? "", hang: 13, .code) }
  }
}

extension QuizGrade {
  /// What is missing and what is too much.
  fileprivate func write(on page: inout TextPage) {
    if !missed.isEmpty {
      page.item("-", "You missed \(missed.map(\.description).joined(by: ", ")).", hang: 2)
    }
    if !extra.isEmpty { page.item("-", "Not reported: \(extra.joined(by: ", ")).", hang: 2) }
  }
}

extension WhyNot {
  /// Where the paths diverge, and what would lead to the code.
  fileprivate func write(on page: inout TextPage) {
    guard let step = excludedBy else {
      return page.item("-", "\(code): not among the codes of this topic.", hang: 2)
    }
    page.item(
      "-", "\(code) is ruled out at “\(step.question.ask)” because here it is “\(step.answer.label)”.",
      hang: 2)
    if change.isEmpty { return }
    let other = change.map(\.answer.label).joined(separator: "; ")
    page.item("", "It would be right with: \(other).", indent: 4, hang: 0)
  }
}
