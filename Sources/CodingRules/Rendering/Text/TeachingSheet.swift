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

  /// Starts a new page.
  mutating func pageBreak() {
    page.verbatim("\u{0C}")
    markdown += "\n<div style=\"page-break-before: always\"></div>\n"
  }

  /// Writes a list.
  mutating func list(_ items: [String]) {
    if !items.isEmpty { markdown += "\n" }
    for words in items {
      page.bullet(words)
      markdown += "- \(escaped(words))\n"
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
