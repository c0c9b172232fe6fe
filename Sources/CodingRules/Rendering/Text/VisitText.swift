extension VisitAdvice {
  /// A note to paste into the chart for each service.
  package func chartNote(_ style: TextStyle) -> String {
    services.map { $0.chartNote(style) }.joined(separator: "\n")
  }

  /// What the writer of the notes is to know, each once.
  package var noteRemarks: [String] { services.flatMap(\.noteRemarks).uniqued(by: \.self) }
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
