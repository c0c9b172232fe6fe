extension RuleBook {
  /// Returns code cards as text, with two cards side by side if the width allows.
  package func text(_ cards: [CodeCard], _ style: TextStyle) -> String {
    let isPair = cards.count == 2 && style.width >= 72
    let column = TextStyle(
      width: isPair ? (style.width - 3) / 2 : style.width, isColored: style.isColored && !isPair)
    let pages = cards.map { CardWriter(self, $0, column).sections }
    let end = "\n\(edition.notice)\n"
    guard isPair else {
      return pages.joined().filter { !$0.isEmpty }.joined(separator: "\n") + end
    }
    return Self.sideBySide(pages[0], pages[1], width: column.width) + end
  }

  /// Returns a section of a card with its sources; for the section of sources, all sources.
  package func text(_ card: CodeCard, _ section: AdviceSection, _ style: TextStyle) -> String {
    let all = CardWriter(self, card, style, only: section == .sources ? nil : section).sections
    let shown = section == .sources ? [all[0], all[all.count - 1]] : all
    return shown.filter { !$0.isEmpty }.joined(separator: "\n") + "\n\(edition.notice)\n"
  }

  /// Returns two cards in columns, with sections of the same heading side by side.
  private static func sideBySide(_ left: [String], _ right: [String], width: Int) -> String {
    var text = ""
    for (left, right) in zip(left, right) where !(left.isEmpty && right.isEmpty) {
      let (first, second) = (lines(left), lines(right))
      for row in 0..<max(first.count, second.count) {
        let lead = row < first.count ? first[row] : ""
        let rest = row < second.count ? second[row] : ""
        let gap = String(repeating: " ", count: max(0, width - displayWidth(lead)))
        text += rest.isEmpty ? "\(lead)\n" : "\(lead)\(gap) | \(rest)\n"
      }
      text += "\n"
    }
    return String(text.dropLast())
  }

  private static func lines(_ section: String) -> [Substring] {
    section.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  /// Returns a device as text: its codes and what it includes.
  package func text(_ device: Device, _ style: TextStyle) -> String {
    var page = TextPage(style)
    var citations = Citations()
    page.heading("\(device.label) (device)", .code)
    if !device.also.isEmpty { page.paragraph("also: \(device.also.joined(separator: ", "))", indent: 2) }
    page.bullet("Its codes: \(device.ranges.map(\.description).joined(separator: ", "))")
    page.bullet(citations.cited(device.reason))
    page.heading("SOURCES")
    citations.write(on: &page)
    page.heading(edition.notice)
    return page.text
  }
}

/// A writer of the sections of a card; every card has the same sections, some of them empty.
private struct CardWriter {
  private let style: TextStyle
  private let shown: AdviceSection?
  private var citations = Citations()
  private(set) var sections: [String] = []

  /// - Parameter shown: The only section to write, with its sources; nil for all sections.
  init(_ book: RuleBook, _ card: CodeCard, _ style: TextStyle, only shown: AdviceSection? = nil) {
    self.style = style
    self.shown = shown
    var head = TextPage(style)
    head.item(card.code.id, card.code.title, indent: 0, hang: 7, .code)
    if !card.also.isEmpty { head.paragraph("also: \(card.also.joined(separator: ", "))", indent: 2) }
    sections.append(head.text)
    write(.why, "WHEN", book.reasons(for: card.code.id))
    write(.why, "WHEN NOT", book.reasonsAgainst(card.code.id))
    writePaths(to: card.code.id, book)
    write(
      .changes, "LIFE", [Statement(text: book.lifeSentence(of: card.code), evidence: card.code.life.evidence)]
    )
    write(.changes, "WHAT IT COVERS", card.covers.map(\.dated))
    write(.chart, "SITE", card.site.map { [Statement(text: $0.need.sentence, evidence: $0.evidence)] } ?? [])
    write(.chart, "BY REPORT", card.byReport.map { [$0] } ?? [])
    write(.payers, "LIMITS", card.limits.map { [$0.statement] } ?? [])
    write(.chart, "FOR THE CHART", card.checklist, mark: "[ ]")
    write(.chart, "CHART NOTE", card.chartNote.map { [$0] } ?? [])
    section(.why, "QUESTIONS PEOPLE ASK", isEmpty: card.questions.isEmpty) { page, citations in
      for question in card.questions {
        page.bullet(question.ask)
        page.paragraph(citations.cited(question.answer), indent: 4)
      }
    }
    section(.disputes, "SOURCES DISAGREE", isEmpty: card.dissent.isEmpty) { page, citations in
      for entry in card.dissent { citations.write(entry, on: &page) }
    }
    section(shown ?? .sources, "SOURCES", isEmpty: citations.sources.isEmpty) { page, citations in
      citations.write(on: &page)
    }
  }

  /// Writes a section, without a heading if it is empty.
  private mutating func section(
    _ part: AdviceSection, _ heading: String, isEmpty: Bool,
    _ write: (inout TextPage, inout Citations) -> Void
  ) {
    var page = TextPage(style)
    if !isEmpty, shown == nil || shown == part {
      page.heading(heading)
      write(&page, &citations)
    }
    sections.append(page.text)
  }

  private mutating func write(
    _ part: AdviceSection, _ heading: String, _ statements: [Statement], mark: String = "-"
  ) {
    section(part, heading, isEmpty: statements.isEmpty) { page, citations in
      for statement in statements { page.item(mark, citations.cited(statement), hang: mark.count + 1) }
    }
  }

  private mutating func writePaths(to code: String, _ book: RuleBook) {
    let ways = book.topics.map { ($0.title, paths: $0.paths(to: code)) }
    section(.changes, "EVERY WAY TO IT", isEmpty: ways.allSatisfy(\.paths.isEmpty)) { page, _ in
      for (title, paths) in ways {
        for path in paths.prefix(Topic.maxCodePaths) { page.bullet("\(title): \(path)") }
        if paths.count > Topic.maxCodePaths { page.bullet("\(title): and more ways") }
      }
    }
  }
}

extension CodeCard.Site.Need {
  fileprivate var sentence: String {
    switch self {
    case .none: "No tooth number or area of the mouth is needed."
    case .area: "The claim must name the area of the mouth."
    case .tooth: "The claim must name the tooth."
    }
  }
}
