extension WhyNot {
  /// Returns the answer to "why not this code?" as text.
  package func text(_ style: TextStyle) -> String {
    var page = TextPage(style)
    page.heading("WHY NOT \(code)")
    if isReported {
      page.paragraph("\(code) is reported.", indent: 2)
    } else if let excludedBy {
      page.bullet("Ruled out by: \(excludedBy.sentence)")
    } else {
      page.bullet("No answers in this topic lead to \(code), or not on this date.")
    }
    for reason in reasons {
      page.bullet(reason.withPublishers)
    }
    if !change.isEmpty {
      page.bullet("It would be reported with: \(change.map(\.sentence).joined(by: "; "))")
    }
    return page.text
  }
}
