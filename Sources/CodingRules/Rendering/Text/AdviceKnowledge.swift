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
