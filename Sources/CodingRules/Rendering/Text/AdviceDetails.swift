extension AdviceView {
  /// Returns as much of the advice as wanted.
  package func text(_ detail: AdviceDetail, _ style: TextStyle, hint: MoreHint) -> String {
    switch detail {
    case .screen: screen(style, hint: hint)
    case .section(let section): self.section(section, style)
    case .everything: details(style)
    }
  }

  /// Returns the full advice, section by section.
  func details(_ style: TextStyle) -> String {
    var writer = AdviceWriter(self, style)
    writer.writeBasis()
    writer.writeCodes()
    writer.writeRemarks()
    writer.writeNotes()
    writer.writeSteps()
    writer.writeChanges()
    writer.writeChart()
    writer.writePayers()
    writer.writeDisputes()
    writer.writeSources()
    writer.writeCommand()
    writer.page.heading(basis.edition.notice)
    return writer.page.text
  }

  /// Returns a single section, or a sentence saying that it is empty.
  func section(_ section: AdviceSection, _ style: TextStyle) -> String {
    var writer = AdviceWriter(self, style)
    switch section {
    case .chart: writer.writeChart()
    case .payers: writer.writePayers()
    case .why:
      writer.writeSteps()
      writer.writeCodes()
    case .sources: writer.citeEverything()
    case .disputes: writer.writeDisputes()
    case .changes: writer.writeChanges()
    }
    writer.writeSources()
    if writer.page.isEmpty { writer.page.paragraph(section.emptySentence) }
    return writer.page.text
  }
}

extension AdviceSection {
  fileprivate var emptySentence: String {
    switch self {
    case .chart: "These rules ask for nothing in the chart beyond the usual record."
    case .payers: "Nothing is known that holds for all plans."
    case .why: "No question was asked."
    case .sources: "Nothing was cited."
    case .disputes: "The sources do not disagree here."
    case .changes: "No other answer to these questions changes what is reported."
    }
  }
}

/// The sections about the codes themselves, independent of the answers.
extension AdviceWriter {
  mutating func writeChart() {
    guard view.cards.contains(where: { !$0.checklist.isEmpty }) else { return }
    page.heading("FOR THE CHART")
    for card in view.cards {
      for entry in card.checklist {
        item(card.code.id, "[ ] " + citations.cited(entry, on: view.basis.day))
      }
    }
  }

  mutating func writePayers() {
    write(Note.Kind.payer.heading, view.notes(.payer))
  }

  mutating func writeDisputes() {
    guard !view.disputes.isEmpty else { return }
    page.heading("SOURCES DISAGREE")
    for dissent in view.disputes { citations.write(dissent, on: &page) }
  }

  /// Cites all sources of the advice without writing its sections.
  mutating func citeEverything() {
    var silent = AdviceWriter(view, page.style)
    silent.writeCodes()
    silent.writeRemarks()
    silent.writeNotes()
    silent.writeChart()
    silent.writePayers()
    silent.writeDisputes()
    citations = silent.citations
  }

  mutating func writeSources() {
    guard !citations.sources.isEmpty else { return }
    page.heading("SOURCES")
    citations.write(on: &page)
  }

  mutating func writeCommand() {
    guard !view.command.isEmpty else { return }
    page.heading("RUN AGAIN")
    page.commandLine(view.command)
  }
}
