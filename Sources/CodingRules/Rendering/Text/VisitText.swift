extension VisitAdvice {
  /// Returns a chart note for each service.
  package func chartNote(_ style: TextStyle) -> String {
    services.map { $0.chartNote(style) }.joined(separator: "\n")
  }

  /// Remarks for the writer of the notes, without duplicates.
  package var noteRemarks: [String] { services.flatMap(\.noteRemarks).uniqued() }
}
