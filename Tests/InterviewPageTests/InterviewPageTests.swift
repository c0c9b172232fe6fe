import CodingRules
import Foundation
import InterviewPage
import Testing

/// The page as a file: complete, self-contained, and with the book. Tests/Page tests its behavior
/// in browsers.
struct InterviewPageTests {
  static let page = InterviewPage(.standard).html() ?? ""

  @Test func everyPartIsInThePage() {
    #expect(!Self.page.contains("<link"))
    #expect(!Self.page.contains(" src="))
    #expect(!Self.page.contains("<!--"))
    #expect(!Self.page.contains("_HASH"))
    #expect(Self.page.contains("<style>:root {"))
    #expect(Self.page.contains("<script>\"use strict\";"))
    #expect(Self.page.contains("<body data-start=\"\">"))
  }

  /// The program is compressed with gzip.
  @Test func theProgramIsInThePage() throws {
    let program = try #require(Self.element("<script id=\"program\" type=\"text/plain\">"))
    let bytes = try #require(Data(base64Encoded: program))
    #expect(bytes.starts(with: [0x1F, 0x8B]))
  }

  /// Every file of the book is embedded unchanged in an element that its text cannot close.
  @Test(arguments: RuleFiles.embedded.paths) func theBookIsInThePage(_ path: String) throws {
    let name = RuleFiles.standardFolder + path
    let data = try #require(Self.element("<script type=\"application/json\" data-path=\"\(name)\">"))
    let file = String(decoding: RuleFiles.embedded.bytes(of: path), as: UTF8.self)
    #expect(!data.contains("<"))
    #expect(data.replacing("\\u003C", with: "<") == file)
  }

  @Test func itOpensWithAPath() throws {
    let topic = try #require(RuleBook.standard.topic("model"))
    let start: Answers = ["purpose": "diagnostic", "capture": "intraoral-scan", "simulated": "no"]
    let page = try #require(InterviewPage(.standard).html(start: topic.link(start)))
    #expect(page.contains("<body data-start=\"model,capture=intraoral-scan,purpose=diagnostic\">"))
  }

  /// The content of the element with an opening tag.
  private static func element(_ opening: String) -> String? {
    guard let start = page.range(of: opening)?.upperBound,
      let end = page[start...].range(of: "</script>")?.lowerBound
    else { return nil }
    return String(page[start..<end])
  }
}
