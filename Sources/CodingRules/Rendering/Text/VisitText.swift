extension VisitAdvice {
  /// A note to paste into the chart for each service.
  package func chartNote(_ style: TextStyle) -> String {
    services.map { $0.chartNote(style) }.joined(separator: "\n")
  }

  /// What the writer of the notes is to know, each once.
  package var noteRemarks: [String] { services.flatMap(\.noteRemarks).uniqued() }
}
