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
    case .chart: "There is nothing special to write in the chart."
    case .payers: "Nothing is known that holds for all plans."
    case .why: "No question was asked."
    case .sources: "Nothing was cited."
    case .disputes: "The sources do not disagree here."
    case .changes: "No other answer to these questions changes what is reported."
    }
  }
}
