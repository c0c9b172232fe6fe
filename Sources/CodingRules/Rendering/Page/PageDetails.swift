/// The collapsible sections of the answer.
struct PageDetails {
  let sections: [PageElement?]

  init(_ view: AdviceView) {
    var writer = DetailsWriter(view: view)
    let sections = [
      writer.chart, writer.payers, writer.reasons, writer.notes, writer.disputes, writer.changes,
    ]
    self.sections = sections + [writer.sources]
  }
}

/// A writer of the sections that numbers sources as they are cited.
private struct DetailsWriter {
  let view: AdviceView
  private var citations = Citations()

  init(view: AdviceView) {
    self.view = view
  }

  var chart: PageElement? {
    mutating get { section("For the chart", ".chart", entries(\.checklist)) }
  }

  var payers: PageElement? {
    mutating get {
      section("What payers do", "", view.notes(.payer).map { cited("", $0) })
    }
  }

  var reasons: PageElement? {
    mutating get {
      var items: [PageElement] = []
      for advice in view.services {
        items += advice.report.map { cited($0.value.procedure.description, $0.value.reason) }
        items += advice.includedIn.map { cited($0.value.device.label, $0.value.reason) }
        items += advice.nothing.map { cited("Nothing to report", $0.value) }
        items += advice.notSeparately.map {
          cited("Not " + $0.value.codes.map(\.id).joined(by: ", "), $0.value.reason)
        }
      }
      return section("Reasons in full", "", items)
    }
  }

  var notes: PageElement? {
    mutating get {
      let kinds: [Note.Kind] = [.caution, .task, .open]
      let remarks = view.remarks.map { cited($0.lines.joined(by: ", "), $0.check.statement) }
      let others = view.remarks.compactMap(\.check.other).map { cited("Other view", $0) }
      return section(
        "Notes and warnings in full", "", remarks + others + kinds.flatMap(view.notes).map { cited("", $0) })
    }
  }

  var disputes: PageElement? {
    mutating get {
      let items = view.disputes.map { dispute in
        PageElement(
          "div",
          PageElement("strong", dispute.about),
          cited("We follow", dispute.ours),
          cited("Other view", dispute.other))
      }
      return section("Where sources disagree", "", items)
    }
  }

  var changes: PageElement? {
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

  var sources: PageElement? {
    let items = citations.sources.map { source in
      PageElement("span", .text(source.citation), source.link)
    }
    guard !items.isEmpty else { return nil }
    return PageElement("details", PageElement("summary", "Sources (\(items.count))"), .list("ol", items))
  }

  // MARK: Parts

  private func section(_ title: String, _ kind: String, _ items: [PageElement]) -> PageElement? {
    guard let list = PageElement.list("ul", items) else { return nil }
    return PageElement("details" + kind, PageElement("summary", "\(title) (\(items.count))"), list)
  }

  /// Returns the entries of all cards, each after its code.
  private mutating func entries(_ entries: (CodeCard) -> [Statement]) -> [PageElement] {
    var items: [PageElement] = []
    for card in view.cards { items += entries(card).map { cited(card.code.id, $0) } }
    return items
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

extension Source {
  /// A link to the source; nil if it has no web address.
  fileprivate var link: PageElement? {
    guard let address, address.hasPrefix("https://") || address.hasPrefix("http://") else { return nil }
    return PageElement("a", ["href": address, "rel": "noreferrer", "target": "_blank"], " Read it")
  }
}
