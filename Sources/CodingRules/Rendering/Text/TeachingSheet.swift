/// The format of teaching material.
package enum TeachingFormat: String, CaseIterable, Sendable {
  /// For a terminal.
  case text
  /// For a handout.
  case markdown
}

/// A sheet of teaching material in one of the two formats.
struct Sheet {
  private let format: TeachingFormat
  private var page: TextPage
  private var markdown = ""
  /// The sources cited so far on paper; nil for a screen, which names publishers.
  private(set) var citations: Citations?

  init(_ format: TeachingFormat, _ style: TextStyle, _ citations: Citations?) {
    (self.format, self.citations) = (format, citations)
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

  mutating func pageBreak() {
    page.verbatim("\u{0C}")
    markdown += "\n<div style=\"page-break-before: always\"></div>\n"
  }

  mutating func list(_ items: [String]) {
    if !items.isEmpty { markdown += "\n" }
    for words in items {
      page.bullet(words)
      markdown += "- \(escaped(words))\n"
    }
  }

  /// Writes a list of statements, each after its subject, with their sources.
  mutating func list(_ statements: [(about: String, Statement)]) {
    list(statements.map { "\($0.about): " + (citations?.cited($0.1) ?? $0.1.withPublishers) })
  }

  /// Writes the sources: on paper all that were cited, with their numbers and addresses, and on a screen those of the
  /// material itself.
  mutating func sources(_ own: [Source]) {
    heading("Sources")
    for source in own { _ = citations?.number(of: source) }
    guard let citations else { return list(own.map(\.citation)) }
    markdown += "\n"
    for (index, source) in citations.sources.enumerated() {
      let (number, address) = ("[\(index + 1)]", source.webAddress.map { " <\($0)>" } ?? "")
      page.item(number, source.citation + address, hang: 5)
      markdown += "- \(escaped("\(number) \(source.citation)"))\(address)\n"
    }
  }

  /// Writes a blank line to fill in.
  mutating func blank(_ words: String) {
    page.paragraph("\(words) ____________________")
    markdown += "\n\(escaped(words)) \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n"
  }

  private func escaped(_ words: String) -> String {
    format == .markdown ? words.escapedForMarkdown : words
  }
}
