/// A writer of the sections of advice that numbers sources as they are cited.
struct AdviceWriter {
  /// The number of columns from a code to its text.
  private static let codeHang = 8

  var page: TextPage
  var citations = Citations()
  let view: AdviceView

  init(_ view: AdviceView, _ style: TextStyle) {
    page = TextPage(style)
    self.view = view
  }

  mutating func writeBasis() {
    let edition = view.basis.edition
    let title = view.services.count == 1 ? view.titles[0] : "One visit, \(view.services.count) services"
    page.paragraph("\(title). Date of service \(view.basis.day); \(edition.rules.lowercasedFirst).")
    if !view.warnings.isEmpty { page.heading("WARNING", .care) }
    for warning in view.warnings { page.paragraph(warning, indent: 2) }
    write("ANNOUNCED", view.announced, .care)
  }

  mutating func writeCodes() {
    section("REPORT", \.report) { writer, line, _ in
      writer.item(line.value.procedure.shortCode, line.value.procedure.label, .code)
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
        page.bullet("\(remark.lines.joined(separator: ", ")): " + citations.cited(remark.check.statement))
        if let other = remark.check.other {
          page.item("other view:", citations.cited(other), indent: 4, hang: 12)
        }
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
      writer.page.bullet(step.sentence)
    }
  }

  mutating func writeChanges() {
    section("IF AN ANSWER CHANGES", view.alternatives(to:)) { writer, other, _ in
      let answers = other.answers.map(\.label).joined(by: "; ")
      if let report = other.report {
        writer.page.bullet("\(answers): \(report.isEmpty ? "nothing to report" : report.joined(by: " "))")
      }
    }
  }

  /// Writes a heading and the items of each service, under the service's title if there are several.
  private mutating func section<Item>(
    _ heading: String, _ items: (Advice) -> [Item], _ ink: TextPage.Ink = .heading,
    write: (inout AdviceWriter, Item, Advice) -> Void
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

  mutating func write(_ heading: String, _ statements: [Statement], _ ink: TextPage.Ink = .heading) {
    guard !statements.isEmpty else { return }
    page.heading(heading, ink)
    for statement in statements { page.bullet(citations.cited(statement, on: view.basis.day)) }
  }

  mutating func item(_ lead: String, _ words: String, _ ink: TextPage.Ink? = nil) {
    page.item(lead, words, hang: Self.codeHang, ink)
  }

  mutating func reason(_ reason: Statement) {
    page.paragraph(citations.cited(reason), indent: 2 + Self.codeHang)
  }
}

extension Note.Kind {
  var heading: String {
    switch self {
    case .caution: "TAKE CARE"
    case .task: "TO DO"
    case .payer: "PAYERS"
    case .open: "NOT SETTLED"
    }
  }
}
