extension Advice {
  /// Returns a note to paste into the chart, without instructions to its writer; square brackets
  /// mark what only the office knows.
  func chartNote(_ style: TextStyle) -> String {
    var page = TextPage(TextStyle(width: style.width, isColored: false))
    page.paragraph("Date: \(basis.day). Patient: [patient]. Reason: [reason].")
    let phrases = steps.compactMap(\.answer.phrase)
    if !phrases.isEmpty { page.paragraph("Done: \(phrases.joined(separator: "; ")).") }
    for line in report.map(\.value) { writeNote(of: line, &page) }
    for inclusion in includedIn.map(\.value) {
      page.paragraph("Part of the \(inclusion.device.label.lowercasedFirst); not billed separately.")
    }
    for code in notInForce.map(\.value) { page.paragraph(note(of: code)) }
    if !nothing.isEmpty { page.paragraph("No code reported for it.") }
    return page.text
  }

  /// Remarks for the writer of the note: tasks, codes not to bill, the edition and the disclaimer.
  fileprivate var noteRemarks: [String] {
    let codes = notSeparately.flatMap(\.value.codes).map(\.id)
    return [basis.warning(ofUnconfirmed: unconfirmed)].compactMap(\.self)
      + notes.map(\.value).filter { $0.kind == .task }.map(\.statement.text)
      + nothing.map { "Nothing to report: \($0.value.text)" }
      + (codes.isEmpty ? [] : ["Don't bill separately: \(codes.joined(by: ", "))."])
      + ["Coding basis: \(basis.edition.line)"]
  }

  private func note(of code: NotInForce) -> String {
    let start = "\(code.service.code.id) was not in force on \(basis.day)"
    if let fallback = code.fallback { return "\(start). [\(fallback.procedure), if reported.]" }
    if code.instead.isEmpty { return "\(start)." }
    return "\(start); in force: \(code.instead.map { "\($0.id) (\($0.label))" }.joined(separator: ", "))."
  }

  private func writeNote(of line: Line, _ page: inout TextPage) {
    switch line.procedure {
    case .code: page.paragraph("\(line.procedure): \(line.procedure.label).")
    case .range(let codes):
      page.paragraph("[One code of \(line.procedure): \(codes.map(\.label).joined(by: ", ")).]")
    case .oneOf(let services):
      let choices = services.map { "\($0) \($0.code.label)" }
      page.paragraph("[As the payer decides: \(choices.joined(separator: ", or ")).]")
    }
    let codes = line.procedure.codes.map(\.id)
    for note in cards.filter({ codes.contains($0.code.id) }).compactMap(\.chartNote) {
      page.paragraph(note.text, indent: 2)
    }
  }
}

extension AdviceView {
  func chartNote(_ style: TextStyle) -> String {
    services.map { $0.chartNote(style) }.joined(by: "\n")
  }

  /// Returns what the writer of the chart note should know but the chart should not contain.
  func notForChart(_ style: TextStyle) -> String {
    var page = TextPage(style)
    page.heading("NOT FOR THE CHART")
    for remark in services.flatMap(\.noteRemarks).uniqued() { page.paragraph(remark, indent: 2) }
    return page.text
  }
}
