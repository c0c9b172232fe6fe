extension AdviceView {
  /// Everything there is to say, section by section.
  package func details(_ style: TextStyle) -> String {
    var writer = DetailsWriter(self, style)
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

  /// One section alone, or a sentence that there is nothing in it.
  package func section(_ section: AdviceSection, _ style: TextStyle) -> String {
    var writer = DetailsWriter(self, style)
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
    if writer.page.isEmpty { writer.page.paragraph(section.emptySentence) }
    writer.writeSources()
    return writer.page.text
  }
}

extension AdviceSection {
  fileprivate var emptySentence: String {
    switch self {
    case .chart: "No code is reported, so there is nothing special to write in the chart."
    case .payers: "Nothing is known about how plans handle this."
    case .why: "No question was asked."
    case .sources: "Nothing was cited."
    case .disputes: "The sources do not disagree here."
    case .changes: "No other answer to these questions changes what is reported."
    }
  }
}

/// Writes the sections of an advice, and numbers the sources as they are cited.
private struct DetailsWriter {
  /// The columns from a code to the words next to it.
  private static let codeHang = 8

  var page: TextPage
  private var citations = Citations()
  private let view: AdviceView

  init(_ view: AdviceView, _ style: TextStyle) {
    page = TextPage(style)
    self.view = view
  }

  mutating func writeBasis() {
    let edition = view.basis.edition
    let title = view.services.count == 1 ? view.titles[0] : "One visit, \(view.services.count) services"
    page.paragraph("\(title). Date of service \(view.basis.day); \(edition.title), rules \(edition.version).")
    if !view.warnings.isEmpty { page.heading("WARNING", .care) }
    for warning in view.warnings { page.paragraph(warning, indent: 2) }
    write("ANNOUNCED", view.announced, .care)
  }

  mutating func writeCodes() {
    section("REPORT", \.report) { writer, line, _ in
      writer.item(line.value.procedure.description, line.value.procedure.label, .code)
      writer.reason(line.value.reason)
    }
    section("NOT IN FORCE ON \(view.basis.day)", \.notInForce, .care) { writer, code, advice in
      writer.item(code.value.service.description, code.value.service.code.label)
      writer.page.paragraph(advice.explanation(of: code.value), indent: 2 + Self.codeHang)
    }
    section("NOTHING TO REPORT", \.nothing) { writer, reason, _ in
      writer.page.paragraph(writer.citations.cited(reason.value), indent: 2)
    }
    section("INCLUDED IN", \.includedIn) { writer, inclusion, advice in
      let device = inclusion.value.device
      writer.page.paragraph("\(device.label): \(device.codesText(on: advice.basis.day))", indent: 2)
      writer.reason(inclusion.value.reason)
    }
    section("DON'T BILL SEPARATELY", \.notSeparately) { writer, exclusion, _ in
      for code in exclusion.value.codes { writer.item(code.id, code.label) }
      writer.reason(exclusion.value.reason)
    }
  }

  mutating func writeRemarks() {
    for severity in VisitCheck.Severity.allCases {
      let remarks = view.remarks.filter { $0.check.severity == severity }
      guard !remarks.isEmpty else { continue }
      page.heading(
        "CODES TOGETHER: \(severity.rawValue.uppercased())", severity == .note ? .heading : .care)
      for remark in remarks {
        bullet("\(remark.lines.joined(separator: ", ")): " + citations.cited(remark.check.statement))
        guard let other = remark.check.other else { continue }
        page.item("other view:", citations.cited(other), indent: 4, hang: 12)
      }
    }
  }

  mutating func writeNotes() {
    for kind in Note.Kind.allCases where kind != .payer {
      write(kind.heading, view.notes(kind), kind == .caution ? .care : .heading)
    }
  }

  mutating func writeSteps() {
    section("WHY", \.steps) { writer, step, _ in
      writer.bullet("\(step.question.ask) \(step.answer.label)")
    }
  }

  mutating func writeChanges() {
    let known = view.alternatives.filter { $0.report != nil }
    guard !known.isEmpty else { return }
    page.heading("IF AN ANSWER CHANGES")
    for other in known {
      let answers = other.answers.map(\.label).joined(by: "; ")
      let report = other.report ?? []
      bullet("\(answers): \(report.isEmpty ? "nothing to report" : report.joined(by: " "))")
    }
  }

  mutating func writeChart() {
    write("FOR THE CHART", \.checklist, mark: "[ ] ")
  }

  mutating func writePayers() {
    let notes = view.notes(.payer)
    if !notes.isEmpty { write("PAYERS", notes) }
    write("WHAT PLANS TEND TO DO", \.coverage, mark: "")
  }

  private mutating func write(_ heading: String, _ entries: (CodeCard) -> [Statement], mark: String) {
    guard view.cards.contains(where: { !entries($0).isEmpty }) else { return }
    page.heading(heading)
    for card in view.cards {
      for entry in entries(card) { item(card.code.id, mark + citations.cited(entry, on: view.basis.day)) }
    }
  }

  mutating func writeDisputes() {
    guard !view.disputes.isEmpty else { return }
    page.heading("SOURCES DISAGREE")
    for dissent in view.disputes {
      bullet(dissent.about)
      page.item("we follow:", citations.cited(dissent.ours), indent: 4, hang: 12)
      page.item("other view:", citations.cited(dissent.other), indent: 4, hang: 12)
    }
  }

  /// Cites every source of the advice without a word about what it carries.
  mutating func citeEverything() {
    var silent = DetailsWriter(view, page.style)
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
    for (index, source) in citations.sources.enumerated() {
      page.item("[\(index + 1)]", source.citation, hang: 5)
    }
  }

  mutating func writeCommand() {
    guard !view.command.isEmpty else { return }
    page.heading("RUN AGAIN")
    page.commandLine(view.command)
  }

  /// A heading, and under it the items of every service; of several, each under its title.
  private mutating func section<Item>(
    _ heading: String, _ items: (Advice) -> [Item], _ ink: TextPage.Ink = .heading,
    write: (inout DetailsWriter, Item, Advice) -> Void
  ) {
    var isBegun = false
    for (index, advice) in view.services.enumerated() {
      let items = items(advice)
      if items.isEmpty { continue }
      if !isBegun { page.heading(heading, ink) }
      isBegun = true
      if view.services.count > 1 { page.paragraph("\(index + 1). \(view.titles[index])") }
      for item in items { write(&self, item, advice) }
    }
  }

  private mutating func write(_ heading: String, _ statements: [Statement], _ ink: TextPage.Ink = .heading) {
    guard !statements.isEmpty else { return }
    page.heading(heading, ink)
    for statement in statements { bullet(citations.cited(statement, on: view.basis.day)) }
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
    case .open: "NOT SETTLED"
    }
  }
}
