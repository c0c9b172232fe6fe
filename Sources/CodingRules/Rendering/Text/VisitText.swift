extension VisitAdvice {
  /// The advice as text for people, ending in a line break.
  package func text(_ style: TextStyle, by book: RuleBook) -> String {
    var writer = AdviceWriter(
      page: TextPage(style), advices: services, basis: Basis(day: visit.day, edition: book.edition))
    let count = services.count == 1 ? "1 service" : "\(services.count) services"
    writer.writeStamp("One visit, \(count)")
    writer.writeCodes()
    writer.write(remarks)
    writer.writeNotes()
    writer.writeSteps()
    writer.writeCodeCards()
    writer.writeDissent()
    writer.writeSources()
    writer.writeSummary(
      reported.isEmpty
        ? "In short: nothing to report." : "In short: report \(reported.joined(separator: " ")).")
    return writer.page.text
  }

  /// A note to paste into the chart for each service.
  package func chartNote(_ style: TextStyle) -> String {
    services.map { $0.chartNote(style) }.joined(separator: "\n")
  }
}

extension VisitInterview {
  /// The question what was done, with the topics numbered.
  package func servicesText(_ style: TextStyle) -> String {
    var page = TextPage(style)
    page.heading("What was done? Several are fine, with commas between them.")
    for (index, topic) in topics.enumerated() {
      page.item("\(index + 1)", topic.title, hang: topics.count < 10 ? 3 : 4, .code)
    }
    return page.text
  }
}
