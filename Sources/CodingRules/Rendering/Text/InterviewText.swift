extension Question {
  /// The question with its answers numbered, as it is put to people.
  package func text(_ style: TextStyle) -> String {
    var page = TextPage(style)
    page.heading(ask)
    let numberHang = answers.count < 10 ? 3 : 4
    for (index, answer) in answers.enumerated() {
      page.item("\(index + 1)", answer.labelAndID, hang: numberHang, .code)
    }
    return page.text
  }

  /// The last line before the cursor: what can be typed.
  ///
  /// - Parameter isFirst: Whether the ways out are named too.
  package func prompt(isFirst: Bool) -> String {
    let commands = isFirst ? ", ? help, why, back, review, restart, quit" : ", ?"
    return "[1-\(answers.count) or a word\(commands)] "
  }
}

extension [Topic] {
  /// How to turn to one of these topics, each by the first word that offices have for it.
  package func invitation(_ style: TextStyle) -> String {
    var page = TextPage(style)
    let words = map { $0.also.first ?? $0.id }.joined(separator: ", ")
    page.item("cdtadvise:", "for something else, say what: \(words)", indent: 0, hang: 11)
    return page.text
  }
}

extension Reply {
  /// What the interview says to a typed line; empty when there is nothing to say.
  package func text(_ style: TextStyle) -> String {
    var page = TextPage(style)
    switch self {
    case .took(let step): page.item("->", step.answer.labelAndID, indent: 0, hang: 3)
    case .ambiguous(let question, let answers):
      let numbered = answers.map { answer in
        "\((question.answers.firstIndex(of: answer) ?? 0) + 1) \(answer.id)"
      }
      page.paragraph(
        "That fits several answers: \(numbered.joined(separator: ", ")). Type the number, or more.")
    case .notUnderstood(let typed, let suggestion):
      page.paragraph("No answer here is called '\(excerpt(typed))'." + hint(suggestion))
    case .ahead(let answer, let step):
      page.paragraph(
        "'\(step.answer.label)' answers a later question, '\(step.question.ask)' Here, answer '\(answer.id)' to get there."
      )
    case .switched(let topic): page.item("->", topic.title, indent: 0, hang: 3)
    case .chose(let topics): for topic in topics { page.item("->", topic.title, indent: 0, hang: 3) }
    case .subjects(let topics):
      for (index, topic) in topics.enumerated() {
        page.item("\(index + 1)", ([topic.title] + topic.also).joined(separator: ", "), indent: 2, hang: 4)
      }
    case .nothingTyped: page.paragraph("Type a number or a word, ? for help, or quit.")
    case .help(let question): question.writeHelp(on: &page)
    case .why(let reasons): reasons.write(on: &page)
    case .wentBack(let step): page.paragraph("Taken back: \(step.question.field) \(step.answer.id).")
    case .atBeginning: page.paragraph("This is the first question; there is nothing to take back.")
    case .review(let steps): steps.writeReview(on: &page)
    case .restarted: page.paragraph("From the beginning.")
    case .quit: break
    }
    return page.text
  }

  private func hint(_ suggestion: String?) -> String {
    suggestion.map { " Did you mean '\($0)'?" } ?? " Type a number, or ? for help."
  }
}

extension Question {
  fileprivate func writeHelp(on page: inout TextPage) {
    page.paragraph(help ?? why ?? ask)
    for answer in answers {
      page.item("-", "\(answer.id): \(answer.help ?? answer.label)", hang: 2)
      if !answer.also.isEmpty { page.paragraph("also: \(answer.also.joined(separator: ", "))", indent: 4) }
    }
  }
}

extension Reasons {
  fileprivate func write(on page: inout TextPage) {
    if let why = question.why { page.paragraph(why) }
    page.paragraph("What can still be reported after each answer:")
    for (answer, codes) in outcomes {
      page.item("-", "\(answer.id): \(codes.isEmpty ? "no code" : codes.joined(separator: " "))", hang: 2)
    }
  }
}

extension Answer {
  /// The label, and the id behind it where that says more.
  fileprivate var labelAndID: String { nameKey(label) == nameKey(id) ? label : "\(label) (\(id))" }
}

extension [Step] {
  fileprivate func writeReview(on page: inout TextPage) {
    if isEmpty { page.paragraph("Nothing is answered yet.") }
    for step in self {
      page.item("-", "\(step.question.ask) \(step.answer.labelAndID)", hang: 2)
    }
  }
}
