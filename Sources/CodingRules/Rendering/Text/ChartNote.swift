extension Advice {
  /// A note to paste into the chart; square brackets hold what only the office knows.
  package func chartNote(_ style: TextStyle) -> String {
    var page = TextPage(TextStyle(width: style.width, isColoured: false))
    page.paragraph("Date: \(basis.day). Patient: [patient]. Reason: [reason].")
    let phrases = steps.compactMap(\.answer.phrase)
    if !phrases.isEmpty { page.paragraph("Done: \(phrases.joined(separator: "; ")).") }
    for line in report.map(\.value) { writeNote(of: line, &page) }
    for inclusion in includedIn.map(\.value) {
      page.paragraph("Part of the \(inclusion.device.label); not billed separately.")
    }
    for notInForce in notInForce.map(\.value) { page.paragraph(explanation(of: notInForce)) }
    for reason in nothing.map(\.value) { page.paragraph("Nothing reported: \(reason.text)") }
    let forbidden = notSeparately.flatMap(\.value.codes).map(\.id)
    if !forbidden.isEmpty { page.paragraph("Not billed separately: \(forbidden.joined(separator: ", ")).") }
    for task in notes.map(\.value) where task.kind == .task {
      page.paragraph("To do: \(task.statement.text)")
    }
    let sources = (report.map(\.value.reason) + includedIn.map(\.value.reason) + nothing.map(\.value))
      .flatMap(\.sources).map(\.id)
    page.paragraph(
      "Coding basis: topic \(topic), \(basis.edition.title), rules \(basis.edition.version); "
        + "sources: \(sources.uniqued(by: \.self).joined(separator: ", ")).")
    for warning in [basis.warning, basis.warning(ofUnreviewed: unreviewed)].compactMap(\.self) {
      page.paragraph("WARNING: \(warning)")
    }
    page.paragraph(basis.edition.notice)
    return page.text
  }

  private func writeNote(of line: Line, _ page: inout TextPage) {
    page.paragraph("\(line.procedure): \(line.procedure.label).")
    let codes = line.procedure.codes.map(\.id)
    for note in cards.filter({ codes.contains($0.code.id) }).compactMap(\.chartNote) {
      page.paragraph(note.text, indent: 2)
    }
  }
}
