extension Advice {
  /// The advice as text for people, ending in a line break.
  ///
  /// - Parameter alternatives: What other answers would have changed.
  /// - Parameter command: The words of the command line that repeats it.
  public func text(_ style: TextStyle, alternatives: [Alternative], command: [String]) -> String {
    var writer = AdviceWriter(page: TextPage(style), advice: self)
    writer.writeStamp()
    writer.writeCodes()
    writer.writeNotes()
    writer.writeWalk(alternatives)
    writer.writeCodeCards()
    writer.writeDissent()
    writer.writeEnd(command)
    return writer.page.text
  }
}

private struct AdviceWriter {
  /// The columns from a code to the words beside it.
  static let codeHang = 8

  var page: TextPage
  var citations = Citations()
  let advice: Advice

  init(page: TextPage, advice: Advice) {
    self.page = page
    self.advice = advice
  }

  mutating func writeStamp() {
    let edition = advice.stamp.edition
    page.paragraph(
      "\(advice.title). Date of service \(advice.stamp.day); \(edition.title), rules \(edition.version).")
    if let warning = advice.stamp.warning {
      page.heading("WARNING", .care)
      page.paragraph(warning, indent: 2)
    }
  }

  mutating func writeCodes() {
    section("REPORT", advice.report.map(\.value)) { writer, line in
      writer.item(line.procedure.description, line.procedure.label, .code)
      writer.reason(line.reason)
    }
    section("NOT IN FORCE ON \(advice.stamp.day)", advice.notInForce.map(\.value), .care) { writer, lapse in
      writer.item(lapse.service.description, lapse.service.code.label)
      writer.page.paragraph(writer.advice.explanation(of: lapse), indent: 2 + Self.codeHang)
    }
    section("NOTHING TO REPORT", advice.nothing.map(\.value)) { writer, reason in
      writer.page.paragraph(writer.citations.cited(reason), indent: 2)
    }
    section("INCLUDED IN", advice.includedIn.map(\.value)) { writer, inclusion in
      let ranges = inclusion.device.codes.map(\.description).joined(separator: ", ")
      writer.page.paragraph("\(inclusion.device.label): \(ranges)", indent: 2)
      writer.reason(inclusion.reason)
    }
    section("NOT SEPARATELY", advice.notSeparately.map(\.value)) { writer, exclusion in
      for code in exclusion.codes { writer.item(code.id, code.label) }
      writer.reason(exclusion.reason)
    }
  }

  mutating func writeNotes() {
    for kind in Note.Kind.allCases {
      let notes = advice.notes.map(\.value).filter { $0.kind == kind }
      section(kind.heading, notes.map(\.statement), kind == .caution ? .care : .heading) { writer, note in
        writer.bullet(writer.citations.cited(note))
      }
    }
  }

  mutating func writeDissent() {
    section("SOURCES DISAGREE", advice.dissent.map(\.value)) { writer, dissent in
      writer.bullet(dissent.about)
      writer.page.item("we follow:", writer.citations.cited(dissent.ours), indent: 4, hang: 12)
      writer.page.item("other view:", writer.citations.cited(dissent.other), indent: 4, hang: 12)
    }
  }

  mutating func writeWalk(_ alternatives: [Alternative]) {
    section("WHY", advice.steps) { writer, step in
      writer.bullet("\(step.question.ask) \(step.answer.label)")
    }
    section("WHAT WOULD HAVE CHANGED IT", alternatives) { writer, other in
      let answers = other.answers.map(\.id).joined(separator: ", ")
      let outcome =
        switch other.report {
        case nil: "more would be asked"
        case []: "nothing to report"
        case .some(let report): report.joined(separator: " ")
        }
      writer.bullet("\(other.question.field) \(answers): \(outcome)")
    }
  }

  mutating func writeCodeCards() {
    section("FOR THE CHART", advice.cards.filter { !$0.checklist.isEmpty }) { writer, card in
      for entry in card.checklist { writer.item(card.code.id, "[ ] " + writer.citations.cited(entry)) }
    }
    section("WHAT PLANS TEND TO DO", advice.cards.filter { !$0.coverage.isEmpty }) { writer, card in
      for entry in card.coverage { writer.item(card.code.id, writer.citations.cited(entry)) }
    }
  }

  mutating func writeEnd(_ command: [String]) {
    section("SOURCES", Array(citations.sources.enumerated())) { writer, source in
      writer.page.item("[\(source.offset + 1)]", source.element.citation, hang: 5)
    }
    page.heading("AGAIN")
    page.commandLine(command)
    page.heading(advice.summary, .code)
    page.paragraph(advice.stamp.edition.notice)
  }

  private mutating func section<Item>(
    _ heading: String, _ items: [Item], _ ink: TextPage.Ink = .heading,
    write: (inout AdviceWriter, Item) -> Void
  ) {
    guard !items.isEmpty else { return }
    page.heading(heading, ink)
    for item in items { write(&self, item) }
  }

  private mutating func item(_ lead: String, _ words: String, _ ink: TextPage.Ink? = nil) {
    page.item(lead, words, hang: Self.codeHang, ink)
  }

  private mutating func reason(_ reason: Statement) {
    page.paragraph(citations.cited(reason), indent: 2 + Self.codeHang)
  }

  private mutating func bullet(_ words: String) { page.item("-", words, hang: 2) }
}

extension Note.Kind {
  fileprivate var heading: String {
    switch self {
    case .caution: "TAKE CARE"
    case .task: "TO DO"
    case .payer: "PAYERS"
    case .open: "OPEN QUESTION"
    }
  }
}
