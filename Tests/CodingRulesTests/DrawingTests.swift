import Foundation
import Testing

@testable import CodingRules

/// Drawings of every topic of the standard book, and of one whose words are hard to set.
struct DrawingTests {
  static let book = RuleBook.standard

  /// A topic with wide letters, marks, emoji, long words, and signs that markup takes for its own.
  static let odd: Topic = {
    func answer(_ id: String, _ label: String, next: Int? = nil) -> Answer {
      Answer(
        id: id, next: next, words: Deferred(AnswerWords(label: label)), deferredReports: Deferred([]),
        deferredEffects: Deferred([]))
    }
    func question(_ id: String, _ ask: String, _ answers: [Answer]) -> Question {
      Question(
        topic: "odd", id: id, field: id, ask: ask, why: nil, help: nil, lookIn: nil, scope: .service,
        answers: answers)
    }
    return Topic(
      id: "odd", title: "Né, 中文 👍 “odd”", also: [], isService: true,
      questions: [
        question(
          "first", "A \"quoted\\\" <b>*question*</b> | [x](y) #1; & more?",
          [
            answer("cafe", "Cafe\u{301} naïve Ångström", next: 1), answer("wide", "中文字中文字中文字中文字", next: 1),
          ]),
        question(
          "last", String(repeating: "long", count: 40), [answer("yes", "👍 ok"), answer("no", "`no` ~~x~~")]),
      ])
  }()

  static let topics = book.topics + [odd]
  static let widths = [20, 33, 48, 80, 200]

  @Test(arguments: topics.indices, widths) func textFitsTheWidth(_ index: Int, _ width: Int) {
    for strokes in [TextStrokes.box, .ascii] {
      let text = Self.text(Self.topics[index], width: width, strokes)
      for line in text.split(separator: "\n") { #expect(displayWidth(line) <= width, "\(line)") }
      #expect(!text.contains(" \n"))
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    }
  }

  @Test(arguments: topics.indices) func asciiIsASCII(_ place: Int) {
    let topic = Self.topics[place]
    #expect(Self.text(topic, width: 60, .ascii).utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
  }

  @Test func asciiKeepsWhatItCan() {
    #expect(TextStrokes.ascii.plain("Né “a” … – ’x’ Åß中e\u{301}") == "Ne \"a\" ... - 'x' A??e")
  }

  /// Whatever the width, each question stands once under its number.
  @Test(arguments: topics.indices, widths) func eachQuestionIsDrawnOnce(_ place: Int, _ width: Int) {
    let topic = Self.topics[place]
    let text = Self.text(topic, width: width, .box)
    let drawing = Self.book.drawing(of: topic)
    let bare = text.split(separator: "\n").map { $0.drop { "│├└─ ".contains($0) } }
    for node in drawing.nodes {
      #expect(bare.count { $0.split(separator: " ").first == "\(node.number)." } == 1)
    }
    #expect(drawing.nodes.map(\.number) == Array(1...drawing.nodes.count))
  }

  @Test(arguments: book.topics.indices) func eachQuestionOfTheTopicIsDrawn(_ place: Int) {
    let topic = Self.book.topics[place]
    #expect(Set(Self.book.drawing(of: topic).nodes.map(\.question)) == Set(topic.questions))
  }

  @Test func sharedEndsAreNamed() {
    let model = Self.text(Self.book.topics[0], width: 80, .box)
    #expect(model.contains("Scan of an impression (scan-of-impression) → D0802, see 3\n"))
  }

  @Test func theWalkIsLit() {
    let drawing = Self.book.drawing(
      of: Self.book.topics[0], lit: ["purpose": "diagnostic", "capture": "stone-cast"])
    let text = drawing.text(TextStyle(width: 80, isColoured: false), .box)
    #expect(text.split(separator: "\n").filter { $0.contains("●") }.count == 2)
    #expect(text.contains("├─● Impression poured in stone or plaster (stone-cast) → D0470\n"))
    #expect(drawing.text(TextStyle(width: 80, isColoured: false), .ascii).contains("|-* Impression poured"))
    #expect(drawing.markdown.contains("- **Impression poured in stone or plaster (stone-cast)** → `D0470`\n"))
    #expect(drawing.mermaid.contains("  q2 ==>|\"Impression poured in stone or plaster\"| e2_1\n"))
    #expect(drawing.dot.contains("penwidth=3"))
  }

  @Test func colourAddsNothingElse() {
    let drawing = Self.book.drawing(of: Self.book.topics[0], lit: ["purpose": "device"])
    let coloured = drawing.text(TextStyle(width: 50, isColoured: true), .box)
    let plain = drawing.text(TextStyle(width: 50, isColoured: false), .box)
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    #expect(coloured != plain)
  }

  @Test(arguments: topics.indices) func everyFormatSaysThatItIsNotOfficial(_ place: Int) {
    let topic = Self.topics[place]
    let drawing = Self.book.drawing(of: topic)
    let notice = Self.book.edition.notice
    #expect(Self.text(topic, width: 200, .box).hasSuffix("\n\(notice)\n"))
    for text in [drawing.markdown, drawing.mermaid, drawing.dot] { #expect(text.contains(notice)) }
  }

  /// Mermaid's flowchart, as far as drawings use it; the real parser runs with the browser tests.
  @Test(arguments: topics.indices) func mermaidHasItsForm(_ place: Int) throws {
    let topic = Self.topics[place]
    let lines = Self.book.drawing(of: topic).mermaid.split(separator: "\n")
    let text = "\"[^\"]*\""
    let forms = [
      "---", "title: \(text)", "flowchart LR", "  q[0-9]+\\[\(text)\\]", "  e[0-9_]+\\(\\[\(text)\\]\\)",
      "  e[0-9_]+\\(\\(\" \"\\)\\)", "  q[0-9]+ (-->|==>)\\|\(text)\\| [qe][0-9_]+",
    ]
    let form = try Regex("(" + forms.joined(separator: "|") + ")")
    for line in lines { #expect(line.wholeMatch(of: form) != nil, "\(line)") }
  }

  @Test func signsOfMarkupAreEscaped() {
    let drawing = Self.book.drawing(of: Self.odd)
    #expect(drawing.dot.contains(#"label="1. A \"quoted\\\"\n<b>*question*</b> |\n[x](y) #1; & more?""#))
    #expect(
      drawing.markdown.contains(##"1. A "quoted\\" \<b\>\*question\*\</b\> \| \[x\](y) \#1; \& more?"##))
    #expect(
      drawing.mermaid.contains(
        "1. A #34;quoted#92;#34; #60;b#62;#42;question#42;#60;/b#62; | [x](y) #35;1#59;"))
  }

  private static func text(_ topic: Topic, width: Int, _ strokes: TextStrokes) -> String {
    book.drawing(of: topic).text(TextStyle(width: width, isColoured: false), strokes)
  }
}
