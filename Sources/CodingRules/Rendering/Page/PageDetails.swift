/// The sections of the answer that open on demand.
struct PageDetails {
  let sections: [Element?]

  init(_ view: AdviceView) {
    var writer = DetailsWriter(view: view)
    let sections = [
      writer.chart, writer.payers, writer.reasons, writer.notes, writer.disputes, writer.changes,
    ]
    self.sections = sections + [writer.sources]
  }
}

/// Writes the sections and numbers the sources as they are cited.
private struct DetailsWriter {
  let view: AdviceView
  private var citations = Citations()

  init(view: AdviceView) {
    self.view = view
  }

  var chart: Element? {
    mutating get { section("For the chart", ".chart", entries(\.checklist)) }
  }

  var payers: Element? {
    mutating get {
      let notes = view.notes(.payer).map { cited("", $0) }
      return section("What payers do", "", notes + entries(\.coverage))
    }
  }

  var reasons: Element? {
    mutating get {
      var items: [Element] = []
      for advice in view.services {
        items += advice.report.map { cited($0.value.procedure.description, $0.value.reason) }
        items += advice.includedIn.map { cited($0.value.device.label, $0.value.reason) }
        items += advice.nothing.map { cited("Nothing to report", $0.value) }
        items += advice.notSeparately.map { cited("Not " + $0.value.codes.map(\.id).joined(by: ", "), $0.value.reason) }
      }
      return section("Reasons in full", "", items)
    }
  }

  var notes: Element? {
    mutating get {
      let kinds: [Note.Kind] = [.caution, .task, .open]
      let remarks = view.remarks.map { cited($0.lines.joined(by: ", "), $0.check.statement) }
      let others = view.remarks.compactMap(\.check.other).map { cited("Other view", $0) }
      return section("Notes and warnings in full", "", remarks + others + kinds.flatMap(view.notes).map { cited("", $0) })
    }
  }

  var disputes: Element? {
    mutating get {
      let items = view.disputes.map { dispute in
        Element(
          "div", [:],
          [Element("strong", [:], dispute.about), cited("We follow", dispute.ours), cited("Other view", dispute.other)])
      }
      return section("Where sources disagree", "", items)
    }
  }

  var changes: Element? {
    let known = view.alternatives.compactMap { other in
      other.report.map { report in
        Element(
          "div.outcome", [:],
          [
            Element("span", [:], other.answers.map(\.label).joined(by: "; ")),
            Element("span.code", [:], report.isEmpty ? "nothing to report" : report.joined(by: " ")),
          ])
      }
    }
    return section("If an answer changes", ".outcomes", known)
  }

  var sources: Element? {
    let items = citations.sources.map { source in
      Element("span", [:], [.text(source.citation), source.link])
    }
    guard !items.isEmpty else { return nil }
    return Element("details", [:], [Element("summary", [:], "Sources (\(items.count))"), .list("ol", items)])
  }

  // MARK: Parts

  private func section(_ title: String, _ kind: String, _ items: [Element]) -> Element? {
    guard let list = Element.list("ul", items) else { return nil }
    return Element("details" + kind, [:], [Element("summary", [:], "\(title) (\(items.count))"), list])
  }

  /// The entries of all cards, each behind its code.
  private mutating func entries(_ entries: (CodeCard) -> [Statement]) -> [Element] {
    var items: [Element] = []
    for card in view.cards { items += entries(card).map { cited(card.code.id, $0) } }
    return items
  }

  private mutating func cited(_ lead: String, _ statement: Statement) -> Element {
    let text = statement.text(on: view.basis.day)
    let marks = citations.cited(statement, on: view.basis.day).dropFirst(text.count)
    return Element(
      "div", [:],
      [
        lead.isEmpty ? nil : Element("span.code", [:], lead), .text(lead.isEmpty ? text : " " + text),
        Element("span.cite", [:], String(marks)),
      ])
  }
}

extension Source {
  /// A link to where the source can be read; nil when no web address is known.
  fileprivate var link: Element? {
    guard let address, address.hasPrefix("https://") || address.hasPrefix("http://") else { return nil }
    return Element("a", ["href": address, "rel": "noreferrer", "target": "_blank"], " Read it")
  }
}
