extension WhyNot {
  /// Returns the answer to "why not this code?" as text.
  package func text(_ style: TextStyle) -> String {
    var page = TextPage(style)
    page.heading("WHY NOT \(code)")
    if isReported {
      page.paragraph("\(code) is reported.", indent: 2)
    } else if let excludedBy {
      page.item("-", "Ruled out by: \(excludedBy.question.ask) \(excludedBy.answer.label)", hang: 2)
    } else {
      page.item("-", "No answers in this topic lead to \(code), or not on this date.", hang: 2)
    }
    for reason in reasons {
      page.item("-", reason.withPublishers, hang: 2)
    }
    if !change.isEmpty {
      let answers = change.map { "\($0.question.ask) \($0.answer.label)" }
      page.item("-", "It would be reported with: \(answers.joined(by: "; "))", hang: 2)
    }
    return page.text
  }
}
