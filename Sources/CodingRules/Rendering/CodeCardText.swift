extension CodeCard {
  /// All that is known of the code, as text for people.
  public func text(_ style: TextStyle, _ edition: Edition) -> String {
    var writer = CardWriter(page: TextPage(style))
    writer.page.heading("\(code.id)  \(code.label) (\(code.system.rawValue)\(code.life.text))", .code)
    if !also.isEmpty { writer.page.paragraph("also: \(also.joined(separator: ", "))", indent: 2) }
    writer.write("LIFE", [Statement(text: code.life.sentence, sources: code.life.sources)])
    writer.write("SITE", site.map { [Statement(text: $0.need.sentence, sources: $0.sources)] } ?? [])
    writer.write("BY REPORT", byReport.map { [$0] } ?? [])
    writer.write("LIMITS", limits.map { [$0.statement] } ?? [])
    writer.write("FOR THE CHART", checklist, mark: "[ ]")
    writer.write("CHART NOTE", chartNote.map { [$0] } ?? [])
    writer.write("WHAT PLANS TEND TO DO", coverage)
    writer.write(questions)
    writer.write(dissent)
    writer.writeSources()
    writer.page.heading(edition.notice)
    return writer.page.text
  }
}

private struct CardWriter {
  var page: TextPage
  var citations = Citations()

  init(page: TextPage) {
    self.page = page
  }

  mutating func write(_ heading: String, _ statements: [Statement], mark: String = "-") {
    guard !statements.isEmpty else { return }
    page.heading(heading)
    for statement in statements { page.item(mark, citations.cited(statement), hang: mark.count + 1) }
  }

  mutating func write(_ questions: [CodeCard.CommonQuestion]) {
    guard !questions.isEmpty else { return }
    page.heading("QUESTIONS PEOPLE ASK")
    for question in questions {
      page.item("-", question.ask, hang: 2)
      page.paragraph(citations.cited(question.answer), indent: 4)
    }
  }

  mutating func write(_ dissent: [Dissent]) {
    guard !dissent.isEmpty else { return }
    page.heading("SOURCES DISAGREE")
    for entry in dissent {
      page.item("-", entry.about, hang: 2)
      page.item("we follow:", citations.cited(entry.ours), indent: 4, hang: 12)
      page.item("other view:", citations.cited(entry.other), indent: 4, hang: 12)
    }
  }

  mutating func writeSources() {
    page.heading("SOURCES")
    for (index, source) in citations.sources.enumerated() {
      page.item("[\(index + 1)]", source.citation, hang: 5)
    }
  }
}

extension Code.Life {
  fileprivate var sentence: String {
    let since = period.from.map { "In force since \($0)" } ?? "In force before the first day of the rules"
    let until = period.through.map { ", ended on \($0)" } ?? ""
    let after = replacedBy.map { "\($0.id) (\($0.label))" }.joined(separator: ", ")
    let before = predecessors.map { "\($0.id) (\($0.label))" }.joined(separator: ", ")
    return since + until + "." + (after.isEmpty ? "" : " Replaced by \(after).")
      + (before.isEmpty ? "" : " Before it: \(before).")
  }
}

extension CodeCard.Site.Need {
  fileprivate var sentence: String {
    switch self {
    case .none: "No tooth and no area of the mouth is asked for."
    case .area: "The claim must name the area of the mouth."
    case .tooth: "The claim must name the tooth."
    }
  }
}
