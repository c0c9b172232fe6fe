import Foundation
import StrictJSON
import Testing

@testable import CodingRules

/// Text is inert: whatever a terminal, browser, spreadsheet or drawing program would execute is
/// refused or escaped.
struct InertTextTests {
  /// Texts that books reject.
  static let refused = [
    "\u{1B}]0;x\u{7}", "\u{9B}31m", "a\u{202E}b", "\u{2066}a", "a\rb", "a\nb", "a\tb", "\u{0}", "\u{7F}",
    "=1+1", "@SUM(A1)", "+1+1", "-1+cmd|'/C calc'!A0", "=HYPERLINK(\"https://x.y\")",
  ]

  /// Texts that books accept.
  static let payloads = [
    "%%{init: {'theme': 'dark'}}%%", "fa:fa-bomb", "$$x$$ and $5", "&lt;b&gt; &#60; &amp;",
    "<img src=x onerror=y>",
    "<script>alert(1)</script>", "</svg><svg onload=x>", "</text></script><!--", "[x](javascript:y)",
    "`code` **b**",
    "~~no~~ | # x", "x --> q1 ::: lit", "\"; q1 -> q2 [URL=\"x\"]", "\\N \\l \\", "]]>",
    "{{x}} ${y} <%= z %>",
    "'); DROP", "a\u{85}b",
  ]

  /// Returns the sound book with a text in all places that accept free text.
  static func book(_ text: String) throws -> RuleBook {
    let literal = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    let places = ["Casts", "What for?", "To study", "How was it made?", "Poured", "It was poured."]
    return try ModifiedBook.book("sound", places.map { ("topics/cast.json", "\"\($0)\"", literal) })
  }

  /// Returns the output of every format for a book.
  static func rendered(_ book: RuleBook) throws -> [(format: String, text: String)] {
    let (topic, style) = (book.mainTopic, TextStyle(width: 80, isColored: false))
    let drawing = book.drawing(of: topic, highlighting: ["purpose": "study"])
    let card = try #require(book.card("D0470"))
    let advice = try topic.advice(["purpose": "study", "made": "poured"], by: book)
    let quiz = Quiz(book, seed: 1, count: 5)
    return [
      ("text", drawing.text(style, .box)), ("text", drawing.text(style, .ascii)),
      ("text", book.text([card], style)),
      ("text", String(decoding: advice.json.bytes(.indented), as: UTF8.self)), ("text", quiz.cards),
      ("text", quiz.paper(.text, style, by: book).replacing("\u{0C}", with: "")),
      ("markdown", drawing.markdown),
      (
        "markdown",
        quiz.paper(.markdown, style, by: book).replacing(/<div style="[a-z: -]*"><\/div>/, with: "")
      ),
      ("mermaid", drawing.mermaid), ("dot", drawing.dot), ("svg", Picture(drawing).svg),
    ]
  }

  /// Patterns of what each format would execute.
  static let obeyed: [String: String] = [
    "text": "[\\x00-\\x09\\x0B-\\x1F\\x7F\\u0080-\\u009F\\u202A-\\u202E\\u2066-\\u2069]",
    "markdown": "(^|[^\\\\])[<`$~&|]|(^|[^\\\\])\\]\\(",
    "mermaid": "%%|[<>](?!br/>)[a-z]|fa:|\\$\\$|&[a-z#]|\\{\\{|\\[x",
    "dot": "URL=\"x|&lt;|&#60;b|<script|<img|-> q2 \\[U", "svg": "<script|<img|<svg on|<!--|&lt;|&#60;b",
  ]

  @Test(arguments: refused) func textIsRefused(_ text: String) throws {
    #expect(throws: UnusableRules.self) { try Self.book(text) }
  }

  @Test(arguments: payloads) func textIsInert(_ text: String) throws {
    guard let book = try? Self.book(text) else {
      #expect(text.unicodeScalars.contains { $0.isControl })
      return
    }
    for (format, rendered) in try Self.rendered(book) {
      let lines = format == "text" ? rendered.replacing("\t", with: "") : rendered
      let found = lines.firstMatch(of: try Regex(Self.obeyed[format] ?? ""))
      #expect(
        found == nil, "\(format): \(found.map { String(lines[$0.range]) } ?? "") in \(lines.prefix(600))")
    }
  }

  /// Names that books and plans reject appear only, and escaped, in the findings about them.
  @Test(arguments: refused) func findingsAreInert(_ text: String) throws {
    let name = "abcdefgh\(text)"
    func literal(_ text: String) throws -> String {
      String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    }
    let (odd, near) = (try literal(name), try literal(String(name.dropFirst())))
    let source = #"{"id": \#(odd), "title": "T", "publisher": "U", "weight": "A"}"#
    let rule = #"{"codes": "D0470", "deny": true, "say": "S", "at": "1", "source": \#(near)}"#
    let plan = """
      {"format": 1, "id": "p", "payer": "P", "plan": "Q", "sources": [\(source), \(source)], "rules": [\(rule)]}
      """
    var findings: [Finding] = []
    do throws(UnusableRules) { _ = try Plan(Array(plan.utf8), file: "p") } catch {
      findings += error.findings
    }
    let replaced = [
      ("sources.json", #""guide""#), ("codes.json", #""D0470""#), ("topics/cast.json", #""poured""#),
      ("topics/cast.json", #""made""#), ("topics/cast.json", #""purpose""#), ("devices.json", #""crown""#),
    ]
    for (file, id) in replaced {
      do { findings += try FormatTests().book([(file, id, odd)]).check() } catch {
        findings += (error as? UnusableRules)?.findings ?? []
      }
    }
    #expect(findings.contains { $0.message.contains("did you mean") && $0.message.contains("abcdefgh") })
    let obeyed = try Regex(Self.obeyed["text", default: ""])
    for finding in findings { #expect(!finding.description.contains(obeyed), "\(finding)") }
    #expect(!findings.contains { $0.description.contains("\n") })
  }
}
