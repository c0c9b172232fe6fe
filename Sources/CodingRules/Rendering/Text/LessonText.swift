/// How teaching material is set.
package enum TeachingFormat: String, CaseIterable, Sendable {
  /// For a terminal.
  case text
  /// For a handout.
  case markdown
}

extension Lesson.Page {
  /// Whether the class should have time to answer before the next page.
  package var waits: Bool { if case .question = self { true } else { false } }

  /// The page as text or Markdown, ending in a line break.
  package func text(_ format: TeachingFormat, _ style: TextStyle, _ strokes: TextStrokes, by book: RuleBook)
    -> String
  {
    var sheet = Sheet(format, style)
    switch self {
    case .story(let worked):
      sheet.title(worked.title)
      sheet.paragraph(worked.story)
    case .variant(let facts):
      let known = facts.fields.map { "\($0): \(facts[$0] ?? "")" }
      sheet.heading(known.isEmpty ? "The visit" : "The visit (\(known.joined(separator: ", ")))")
    case .service(let number, let topic): sheet.heading("\(number). \(topic.title)")
    case .question(let question): sheet.write(question)
    case .answer(let step, let says, let topic, let answers):
      sheet.write(step, says)
      let drawing = book.drawing(of: topic, lit: answers)
      sheet.drawing(drawing.litPath(strokes))
    case .result(let advice): sheet.write(advice)
    case .comparison(let worked): sheet.write(worked, book.edition)
    }
    return sheet.text
  }
}

/// A sheet of teaching material in one of the two formats.
struct Sheet {
  private let format: TeachingFormat
  private var page: TextPage
  private var markdown = ""

  init(_ format: TeachingFormat, _ style: TextStyle) {
    self.format = format
    page = TextPage(style)
  }

  var text: String { format == .text ? page.text : markdown }

  mutating func title(_ words: String) {
    page.heading(words)
    markdown += "# \(escaped(words))\n"
  }

  mutating func heading(_ words: String) {
    page.heading(words)
    markdown += "\n## \(escaped(words))\n"
  }

  mutating func paragraph(_ words: String) {
    page.paragraph(words)
    markdown += "\n\(escaped(words))\n"
  }

  mutating func item(_ words: String, mark: String = "-") {
    page.item(mark, words, hang: mark.count + 1)
    markdown += "\(mark == "-" ? "-" : "1.") \(escaped(words))\n"
  }

  /// Lines that keep their breaks.
  mutating func drawing(_ lines: String) {
    page.verbatim(lines)
    markdown += "\n```\n\(lines)```\n"
  }

  /// What follows begins a new page.
  mutating func pageBreak() {
    page.verbatim("\u{0C}")
    markdown += "\n<div style=\"page-break-before: always\"></div>\n"
  }

  /// A list, an item each.
  mutating func list(_ items: [String]) {
    if format == .markdown { markdown += "\n" }
    for words in items { item(words) }
  }

  /// A line to write on.
  mutating func blank(_ words: String) {
    page.paragraph("\(words) ____________________")
    markdown += "\n\(escaped(words)) \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n"
  }

  mutating func write(_ question: Question) {
    paragraph(question.ask)
    if format == .markdown { markdown += "\n" }
    for (index, answer) in question.answers.enumerated() { item(answer.label, mark: "\(index + 1).") }
  }

  mutating func write(_ step: Step, _ says: [(about: String, Statement)]) {
    paragraph("Answer: \(step.answer.label)")
    if format == .markdown, !says.isEmpty { markdown += "\n" }
    for (about, statement) in says { item("\(about): \(statement.withSources)") }
  }

  mutating func write(_ advice: VisitAdvice) {
    heading("Result")
    paragraph(
      advice.reported.isEmpty ? "Nothing to report." : "Report: \(advice.reported.joined(separator: " "))")
    if format == .markdown, !advice.remarks.isEmpty { markdown += "\n" }
    for remark in advice.remarks {
      item(
        "\(remark.check.severity.rawValue): \(remark.lines.joined(separator: ", ")): \(remark.check.statement.withSources)"
      )
    }
  }

  mutating func write(_ worked: WorkedCase, _ edition: Edition) {
    heading("The source's table")
    if format == .markdown { markdown += "\n" }
    for line in worked.table { item(line) }
    if !worked.differences.isEmpty {
      heading("Where the advice differs, and why")
      if format == .markdown { markdown += "\n" }
      for difference in worked.differences {
        item("\(difference.about): \(difference.statement.withSources)")
      }
    }
    heading("Sources")
    if format == .markdown { markdown += "\n" }
    for source in worked.sources { item(source.citation) }
    paragraph(edition.notice)
  }

  /// The words with what Markdown would take for its own marks escaped.
  private func escaped(_ words: String) -> String {
    guard format == .markdown else { return words }
    var text = ""
    for character in words {
      if "\\`*_[]<>#|".contains(character) { text.append("\\") }
      text.append(character)
    }
    return text
  }
}

extension Statement {
  /// The text with the ids of its sources in brackets.
  var withSources: String { "\(text) (\(sources.map(\.id).joined(separator: ", ")))" }
}
