/// A writer of the collapsible sections of the answer that numbers sources as they are cited.
struct PageDetails {
  private let view: AdviceView
  private var citations = Citations()

  private init(view: AdviceView) { self.view = view }

  /// Returns all sections, the sources last.
  static func sections(of view: AdviceView) -> [PageElement?] {
    var writer = PageDetails(view: view)
    return [
      writer.chart(), writer.payers(), writer.reasons(), writer.notes(), writer.disputes(), writer.changes,
      writer.sources,
    ]
  }

  private mutating func chart() -> PageElement? {
    var items: [PageElement] = []
    for card in view.cards { items += card.checklist.map { cited(card.code.id, $0) } }
    return section("For the chart", ".chart", items)
  }

  private mutating func payers() -> PageElement? {
    section("What payers do", "", view.notes(.payer).map { cited("", $0) })
  }

  private mutating func reasons() -> PageElement? {
    var items: [PageElement] = []
    for advice in view.services {
      items += advice.report.map { cited($0.value.procedure.shortCode, $0.value.reason) }
      items += advice.includedIn.map { cited($0.value.device.label, $0.value.reason) }
      items += advice.nothing.map { cited("Nothing to report", $0.value) }
      items += advice.notSeparately.map {
        cited("Not " + $0.value.codes.map(\.id).joined(by: ", "), $0.value.reason)
      }
    }
    return section("Reasons in full", "", items)
  }

  private mutating func notes() -> PageElement? {
    let kinds: [Note.Kind] = [.caution, .task, .open]
    let remarks = view.remarks.map { cited($0.lines.joined(by: ", "), $0.check.statement) }
    let others = view.remarks.compactMap(\.check.other).map { cited("Other view", $0) }
    return section(
      "Notes and warnings in full", "", remarks + others + kinds.flatMap(view.notes).map { cited("", $0) })
  }

  private mutating func disputes() -> PageElement? {
    let items = view.disputes.map { dispute in
      PageElement(
        "div",
        PageElement("strong", dispute.about),
        cited("We follow", dispute.ours),
        cited("Other view", dispute.other))
    }
    return section("Where sources disagree", "", items)
  }

  private var changes: PageElement? {
    let known = view.alternatives.compactMap { other in
      other.report.map { report in
        PageElement(
          "div.outcome",
          PageElement("span", other.answers.map(\.label).joined(by: "; ")),
          PageElement("span.code", report.isEmpty ? "nothing to report" : report.joined(by: " ")))
      }
    }
    return section("If an answer changes", ".outcomes", known)
  }

  private var sources: PageElement? {
    let items = citations.sources.map { source in
      PageElement(
        "span", .text(source.citation),
        source.webAddress.map {
          PageElement("a", ["href": $0, "rel": "noreferrer", "target": "_blank"], " Read it")
        })
    }
    guard !items.isEmpty else { return nil }
    return PageElement("details", PageElement("summary", "Sources (\(items.count))"), .list("ol", items))
  }

  // MARK: Parts

  private func section(_ title: String, _ kind: String, _ items: [PageElement]) -> PageElement? {
    guard let list = PageElement.list("ul", items) else { return nil }
    return PageElement("details" + kind, PageElement("summary", "\(title) (\(items.count))"), list)
  }

  private mutating func cited(_ lead: String, _ statement: Statement) -> PageElement {
    let text = statement.text(on: view.basis.day)
    let marks = citations.cited(statement, on: view.basis.day).dropFirst(text.count)
    return PageElement(
      "div",
      lead.isEmpty ? nil : PageElement("span.code", lead),
      .text(lead.isEmpty ? text : " " + text),
      PageElement("span.cite", String(marks)))
  }
}
