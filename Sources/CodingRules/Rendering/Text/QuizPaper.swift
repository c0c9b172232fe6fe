extension Quiz {
  /// Returns the quiz for paper: the questions, then the answer key on a separate page.
  package func paper(
    _ format: TeachingFormat, _ style: TextStyle, offersChoices: Bool = false, by book: RuleBook
  ) -> String {
    var sheet = Sheet(format, style, Citations())
    sheet.title("Which codes?")
    sheet.paragraph(
      offersChoices
        ? "Circle the letter of the codes to report."
        : "Name the codes to report, or none. For a range or a choice, any one of the codes will do.")
    for (index, question) in questions.enumerated() {
      sheet.heading("Question \(index + 1)")
      sheet.paragraph(question.scenario)
      if offersChoices {
        sheet.list(zip(QuizRound.letters, choices(for: question)).map { "\($0). \($1.choice)" })
      } else {
        sheet.blank("Codes:")
      }
    }
    sheet.pageBreak()
    sheet.heading("Key")
    for (index, question) in questions.enumerated() {
      let letters = offersChoices ? zip(QuizRound.letters, choices(for: question)).map { ($0, $1.key) } : []
      let letter = letters.filter { $0.1 == question.key }.map { "\($0.0): " }.joined()
      sheet.paragraph("\(index + 1). \(letter)\(question.key)")
      sheet.list(question.reasons)
    }
    sheet.sources([])
    sheet.paragraph(book.edition.notice)
    return sheet.text
  }

  /// The quiz as flash cards: a line for each card, with front and back separated by a tab.
  package var cards: String {
    questions.map { question in
      let back = "\(question.key). " + question.reasons.map(\.1.text).joined(separator: " ")
      return printable(question.scenario) + "\t" + printable(back) + "\n"
    }.joined()
  }
}

extension QuizRound.Attempt {
  /// The header line of a learner's record.
  package static var recordHeading: String { "date\tresult\tanswer\tcodes\tquestion\n" }

  /// Returns the answer as a line of a learner's record.
  package func recordLine(on day: CalendarDay) -> String {
    let answer = codes.isEmpty ? "none" : codes.joined(separator: " ")
    return [day.description, mark.rawValue, answer, question.key, question.scenario].map(printable)
      .joined(separator: "\t") + "\n"
  }
}
