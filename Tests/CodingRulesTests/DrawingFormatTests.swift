import Testing

@testable import CodingRules

/// Drawings as text, Markdown, Mermaid and Graphviz, of every topic and of one full of traps.
struct DrawingFormatTests {
  static let book = RuleBook.standard
  static let topics = DrawingTests.topics
  static let widths = [20, 33, 48, 80, 200]

  static func text(_ topic: Topic, width: Int, _ strokes: TextStrokes) -> String {
    book.drawing(of: topic).text(TextStyle(width: width, isColored: false), strokes)
  }

  @Test(arguments: topics.indices, widths) func textFitsTheWidth(_ index: Int, _ width: Int) {
    for strokes in [TextStrokes.box, .ascii] {
      let text = Self.text(Self.topics[index], width: width, strokes)
      for line in text.split(separator: "\n") { #expect(displayWidth(line) <= width, "\(line)") }
      #expect(!text.contains(" \n"))
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    }
  }

  @Test(arguments: topics.indices) func asciiIsASCII(_ index: Int) {
    let text = Self.text(Self.topics[index], width: 60, .ascii)
    #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
  }

  @Test func asciiKeepsBaseLetters() {
    #expect(TextStrokes.ascii.plain("Né “a” … – ’x’ Åß中e\u{301}") == "Ne \"a\" ... - 'x' A??e")
  }

  /// Blank labels leave no trailing spaces, and days within a year are written out.
  @Test func oddLabelsAndDays() throws {
    let topic = DrawingTopics.topic([
      DrawingTopics.question("q", ask: " ", [DrawingTopics.answer("a", " "), DrawingTopics.answer("b", "B")])
    ])
    #expect(!Self.text(topic, width: 40, .box).contains(" \n"))
    let book = try ModifiedBook.full(
      (
        "codes.json", "\"since\": \"2019-01-01\", \"until\": \"2022-12-31\"",
        "\"since\": \"2019-07-01\", \"until\": \"2022-06-30\""
      ))
    let text = book.drawing(of: book.mainTopic).text(TextStyle(width: 80, isColored: false), .box)
    #expect(text.contains("D0351 Picture, from 2019-07-01 through 2022-06-30"))
    for (day, absence) in [("2019-01-01", "not before 2019-07-01"), ("2022-07-01", "not after 2022-06-30")] {
      let drawing = book.drawing(of: book.mainTopic, highlighting: [:], Drawing.Detail(day: CalendarDay(day)))
      #expect(drawing.text(TextStyle(width: 80, isColored: false), .box).contains(absence))
      #expect(drawing.mermaid.contains("Not in force on \(day)"))
    }
  }

  /// At any width, each question appears once under its number.
  @Test(arguments: topics.indices, widths) func questionsAreDrawnOnce(_ index: Int, _ width: Int) {
    let text = Self.text(Self.topics[index], width: width, .box)
    let bare = text.split(separator: "\n").map { $0.drop { "│├└─ ".contains($0) } }
    for node in Self.book.drawing(of: Self.topics[index]).nodes {
      #expect(bare.count { $0.split(separator: " ").first == "\(node.number)." } == 1)
    }
  }

  static let highlighted = book.drawing(
    of: book.topics[0], highlighting: ["purpose": "diagnostic", "capture": "stone-cast"])

  @Test func thePathIsHighlighted() {
    let text = Self.highlighted.text(TextStyle(width: 80, isColored: false), .box)
    #expect(text.split(separator: "\n").count { $0.contains("●") } == 2)
    #expect(text.contains("├─● Impression poured in stone or plaster (stone-cast)\n"))
    #expect(
      Self.highlighted.text(TextStyle(width: 80, isColored: false), .ascii).contains(
        "|-* Impression poured"))
    #expect(
      Self.highlighted.markdown.contains(
        "- **Impression poured in stone or plaster (stone-cast)** → **D0470 "))
    #expect(Self.highlighted.mermaid.contains("\n  class q1,q2,r2_1_1 lit\n"))
    #expect(Self.highlighted.dot.contains("  q1:r0:e -> q2:h:w [penwidth=4, color=\"#c2410c\"];\n"))
  }

  @Test func colorAddsNothingElse() {
    let colored = Self.highlighted.text(TextStyle(width: 50, isColored: true), .box)
    let plain = Self.highlighted.text(TextStyle(width: 50, isColored: false), .box)
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    #expect(colored.contains("\u{1B}[1;32mD0470") && colored.contains("\u{1B}[2mNothing"))
  }

  @Test(arguments: topics.indices) func everyFormatSaysThatItIsNotOfficial(_ index: Int) {
    let drawing = Self.book.drawing(of: Self.topics[index])
    let notice = Self.book.edition.notice
    #expect(Self.text(Self.topics[index], width: 200, .box).contains("\n\(notice)"))
    for text in [drawing.markdown, drawing.mermaid, drawing.dot] { #expect(text.contains(notice)) }
    #expect(Picture(drawing).svg.contains(notice))
  }

  /// The subset of Mermaid that drawings use; the browser tests run the real parser.
  @Test(arguments: topics.indices) func mermaidHasItsForm(_ index: Int) throws {
    let safe = "[^\"%$&<>:;'`*_~|\\\\@{}\\[\\]]*"
    let text = "\"(\(safe)|#[0-9]+;|<br/>)*\""
    let form = try Regex(
      [
        "---|config:|  flowchart:|    nodeSpacing: 16|    rankSpacing: 24|flowchart LR",
        "title: \(text)",
        "  q[0-9]+\\[\(text)\\]:::question", "  r[0-9_]+\\(\\[\(text)\\]\\):::[a-zA-Z]+",
        "  legend_[a-zA-Z]+\\(\\[\(text)\\]\\):::[a-zA-Z]+ ~~~ q1",
        "  [qr][0-9_]+ -->(\\|\(text)\\|)? [qr][0-9_]+", "  classDef [a-zA-Z]+ [a-z0-9#:, -]+",
      ].joined(separator: "|"))
    for line in Self.book.drawing(of: Self.topics[index]).mermaid.split(separator: "\n") {
      #expect(line.wholeMatch(of: form) != nil, "\(line)")
    }
  }

  @Test func markupIsEscaped() {
    let drawing = Self.book.drawing(of: DrawingTopics.odd)
    #expect(drawing.dot.contains("D0003 &#38;lt;b&#38;gt; &#38;#60; &#38;amp;"))
    #expect(drawing.markdown.contains(#"\$\$x^2\$\$ for \$5"#))
    #expect(drawing.mermaid.contains("D0001 fa#58;fa-bomb and fab#58;fa-x"))
  }
}
