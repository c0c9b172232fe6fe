extension Reading {
  /// Returns what was understood, as text.
  package func text(_ style: TextStyle, by book: RuleBook) -> String {
    var page = TextPage(style)
    if isEmpty { page.paragraph("No model, scan, print, image or plan was found.") }
    for service in services {
      if let topic = book.topic(service.topic) {
        page.item("-", topic.title, indent: 0, hang: 2, .code)
        for stated in service.stated { write(stated, of: topic, on: &page) }
      }
    }
    for fact in facts {
      page.bullet("\(fact.field) \(fact.answer) (“\(excerpt(fact.words))”)", indent: 0)
    }
    if let date { page.bullet("date of service \(date)", indent: 0) }
    for ambiguity in ambiguities {
      page.item(
        "?", "“\(excerpt(ambiguity.words))” could mean \(ambiguity.could.joined(separator: " or "))",
        indent: 0,
        hang: 2, .care)
    }
    writeCorrections(on: &page)
    if let remark = remark(onUnused: unused) { page.paragraph(remark) }
    return page.text
  }

  /// Writes the corrected words as one sentence, without single letters such as “w” for “with”.
  func writeCorrections(on page: inout TextPage) {
    let words = corrections.filter { $0.written.count > 1 }
      .map { "“\(excerpt($0.written))” as “\($0.asWord)”" }
    if !words.isEmpty { page.paragraph("Read \(words.joined(by: ", ")).") }
  }

  private func write(_ stated: StatedAnswer, of topic: Topic, on page: inout TextPage) {
    if let step = topic.step(stated.field, stated.answer) {
      page.paragraph("\(step.sentence) (“\(excerpt(stated.words))”)", indent: 4)
    }
  }
}
