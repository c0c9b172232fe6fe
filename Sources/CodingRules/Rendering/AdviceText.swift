extension Advice {
  /// The advice as text for people, ending in a line break.
  ///
  /// - Parameter alternatives: What other answers would have changed.
  /// - Parameter command: The words of the command line that repeats it.
  package func text(_ style: TextStyle, alternatives: [Alternative], command: [String]) -> String {
    var writer = AdviceWriter(page: TextPage(style), advices: [self], basis: basis)
    writer.writeStamp(title)
    writer.writeCodes()
    writer.writeNotes()
    writer.writeSteps()
    writer.write(alternatives)
    writer.writeCodeCards()
    writer.writeDissent()
    writer.writeSources()
    writer.write(command)
    writer.writeSummary(summary)
    return writer.page.text
  }
}

/// Sets the advice for one service, or for the several services of a visit, section by section.
struct AdviceWriter {
  /// The columns from a code to the words beside it.
  static let codeHang = 8

  var page: TextPage
  var citations = Citations()
  let advices: [Advice]
  let basis: Basis

  init(page: TextPage, advices: [Advice], basis: Basis) {
    self.page = page
    self.advices = advices
    self.basis = basis
  }

  mutating func writeStamp(_ title: String) {
    let edition = basis.edition
    page.paragraph("\(title). Date of service \(basis.day); \(edition.title), rules \(edition.version).")
    let unreviewed = advices.flatMap(\.unreviewed).uniqued(by: \.self)
    let warnings = [basis.warning, basis.warning(ofUnreviewed: unreviewed)].compactMap(\.self)
    if !warnings.isEmpty { page.heading("WARNING", .care) }
    for warning in warnings { page.paragraph(warning, indent: 2) }
    let announced = advices.flatMap(\.announced).uniqued(by: \.text)
    if !announced.isEmpty { page.heading("ANNOUNCED", .care) }
    for statement in announced { bullet(citations.cited(statement)) }
  }

  mutating func writeCodes() {
    section("REPORT", \.report) { writer, earned, _ in
      let line = earned.value
      writer.item(line.procedure.description, line.procedure.label, .code)
      writer.reason(line.reason)
    }
    section("NOT IN FORCE ON \(basis.day)", \.notInForce, .care) { writer, earned, advice in
      let notInForce = earned.value
      writer.item(notInForce.service.description, notInForce.service.code.label)
      writer.page.paragraph(advice.explanation(of: notInForce), indent: 2 + Self.codeHang)
    }
    section("NOTHING TO REPORT", \.nothing) { writer, reason, _ in
      writer.page.paragraph(writer.citations.cited(reason.value), indent: 2)
    }
    section("INCLUDED IN", \.includedIn) { writer, earned, advice in
      let inclusion = earned.value
      let ranges = inclusion.device.codes(on: advice.basis.day).map(\.description).joined(by: ", ")
      writer.page.paragraph("\(inclusion.device.label): \(ranges)", indent: 2)
      writer.reason(inclusion.reason)
    }
    section("NOT SEPARATELY", \.notSeparately) { writer, earned, _ in
      let exclusion = earned.value
      for code in exclusion.codes { writer.item(code.id, code.label) }
      writer.reason(exclusion.reason)
    }
  }

  mutating func write(_ remarks: [Remark]) {
    for severity in VisitCheck.Severity.allCases {
      let told = remarks.filter { $0.check.severity == severity }
      guard !told.isEmpty else { continue }
      page.heading(
        "BETWEEN THE LINES: \(severity.rawValue.uppercased())", severity == .note ? .heading : .care)
      for remark in told {
        bullet("\(remark.lines.joined(separator: ", ")): " + citations.cited(remark.check.statement))
        guard let other = remark.check.other else { continue }
        page.item("other view:", citations.cited(other), indent: 4, hang: 12)
      }
    }
  }

  mutating func writeNotes() {
    for kind in Note.Kind.allCases {
      section(
        kind.heading, { $0.notes.filter { $0.value.kind == kind } },
        kind == .caution ? .care : .heading
      ) { writer, note, _ in
        writer.bullet(writer.citations.cited(note.value.statement, on: writer.basis.day))
      }
    }
  }

  mutating func writeSteps() {
    section("WHY", \.steps) { writer, step, _ in
      writer.bullet("\(step.question.ask) \(step.answer.label)")
    }
  }

  mutating func write(_ alternatives: [Alternative]) {
    guard !alternatives.isEmpty else { return }
    page.heading("WHAT WOULD HAVE CHANGED IT")
    for other in alternatives {
      let answers = other.answers.map(\.id).joined(by: ", ")
      let outcome =
        switch other.report {
        case nil: "more would be asked"
        case []: "nothing to report"
        case .some(let report): report.joined(by: " ")
        }
      bullet("\(other.question.field) \(answers): \(outcome)")
    }
  }

  mutating func writeCodeCards() {
    let cards = advices.flatMap(\.cards).uniqued(by: \.code.id)
    write("FOR THE CHART", cards, \.checklist, mark: "[ ] ")
    write("WHAT PLANS TEND TO DO", cards, \.coverage, mark: "")
  }

  private mutating func write(
    _ heading: String, _ cards: [CodeCard], _ entries: (CodeCard) -> [Statement], mark: String
  ) {
    guard cards.contains(where: { !entries($0).isEmpty }) else { return }
    page.heading(heading)
    for card in cards {
      for entry in entries(card) { item(card.code.id, mark + citations.cited(entry, on: basis.day)) }
    }
  }

  mutating func writeDissent() {
    let questions = advices.flatMap(\.dissent).uniqued(by: \.value.about)
    guard !questions.isEmpty else { return }
    page.heading("SOURCES DISAGREE")
    for dissent in questions.lazy.map(\.value) {
      bullet(dissent.about)
      page.item("we follow:", citations.cited(dissent.ours), indent: 4, hang: 12)
      page.item("other view:", citations.cited(dissent.other), indent: 4, hang: 12)
    }
  }

  mutating func writeSources() {
    guard !citations.sources.isEmpty else { return }
    page.heading("SOURCES")
    for (index, source) in citations.sources.enumerated() {
      page.item("[\(index + 1)]", source.citation, hang: 5)
    }
  }

  mutating func write(_ command: [String]) {
    page.heading("AGAIN")
    page.commandLine(command)
  }

  mutating func writeSummary(_ summary: String) {
    page.heading(summary, .code)
    page.paragraph(basis.edition.notice)
  }

  /// A heading, and under it the items of every advice; of several, each under the title of its service.
  private mutating func section<Item>(
    _ heading: String, _ items: (Advice) -> [Item], _ ink: TextPage.Ink = .heading,
    write: (inout AdviceWriter, Item, Advice) -> Void
  ) {
    var isBegun = false
    for (index, advice) in advices.enumerated() {
      let items = items(advice)
      if items.isEmpty { continue }
      if !isBegun { page.heading(heading, ink) }
      isBegun = true
      if advices.count > 1 { page.paragraph("\(index + 1). \(advice.title)") }
      for item in items { write(&self, item, advice) }
    }
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
