extension Quiz {
  /// The quiz for paper: the scenarios, and behind them the key.
  package func paper(_ format: TeachingFormat, _ style: TextStyle, by book: RuleBook) -> String {
    var sheet = Sheet(format, style)
    sheet.title("Which codes?")
    sheet.paragraph(
      "Name the codes to report, or none. For a range or a choice, any one of the codes will do.")
    for (index, question) in questions.enumerated() {
      sheet.heading("Question \(index + 1)")
      sheet.paragraph(question.scenario)
      sheet.blank("Codes:")
    }
    sheet.heading("Key")
    for (index, question) in questions.enumerated() {
      sheet.paragraph("\(index + 1). \(question.key)")
      for reason in question.reasons { sheet.paragraph(reason.withSources) }
    }
    sheet.paragraph(book.edition.notice)
    return sheet.text
  }
}

extension QuizQuestion {
  /// What must be reported, in short.
  package var key: String { report.isEmpty ? "none" : report.map(\.description).joined(separator: " ") }

  /// What to say to an answer: right or wrong, the key, the reasons, and for wrong codes where the paths part.
  package func verdict(on typed: String, _ style: TextStyle, by book: RuleBook) -> String {
    var page = TextPage(style)
    if isAnswered(by: typed) {
      page.paragraph("Right: \(key).")
      return page.text
    }
    page.paragraph("Not quite. Report: \(key).")
    for parting in partings(typed, by: book) {
      guard let step = parting.excludedBy else {
        page.item("-", "\(parting.code): not among the codes of this topic.", hang: 2)
        continue
      }
      page.item(
        "-",
        "\(parting.code) is ruled out at “\(step.question.ask)” because here it is “\(step.answer.label)”.",
        hang: 2)
      if !parting.change.isEmpty {
        let change = parting.change.map(\.answer.label).joined(separator: "; ")
        page.item("", "It would be right with: \(change).", indent: 4, hang: 0)
      }
    }
    for reason in reasons { page.item("-", reason.withSources, hang: 2) }
    return page.text
  }
}
