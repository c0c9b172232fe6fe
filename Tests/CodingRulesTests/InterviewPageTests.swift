import Foundation
import Testing

@testable import CodingRules

/// The page as a file: whole, closed, and with the book in it. What it does is tested in a browser, in Tests/Page.
struct InterviewPageTests {
  static let page = InterviewPage.standard.html()

  @Test func everyPartStandsInThePage() {
    #expect(!Self.page.contains("<link"))
    #expect(!Self.page.contains("src="))
    #expect(Self.page.contains("<style>\n:root {"))
    #expect(Self.page.contains("function walk(topic, answers)"))
    #expect(Self.page.contains("<body data-start=\"\">"))
  }

  /// An element that is opened once is closed once, so no text of the book ended its script.
  @Test func nothingEndsTheBookEarly() throws {
    let data = try #require(Self.book(in: Self.page))
    #expect(!data.contains("<"))
    let files = try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any]
    #expect(Set(try #require(files).keys) == Set(RuleFiles.embedded.paths))
  }

  @Test func theBookIsTheFilesAsTheyAre() throws {
    let data = try #require(Self.book(in: Self.page))
    for path in RuleFiles.embedded.paths {
      let file = String(decoding: RuleFiles.embedded.bytes(of: path), as: UTF8.self)
      #expect(data.contains("\"\(path)\": " + file.replacing("<", with: "\\u003c")))
    }
  }

  @Test func itOpensWithAWalk() throws {
    let topic = try #require(RuleBook.standard.topic("model"))
    let start: Answers = ["purpose": "diagnostic", "capture": "intraoral-scan", "simulated": "no"]
    let page = InterviewPage.standard.html(start: (topic, start))
    #expect(page.contains("<body data-start=\"model,purpose=diagnostic,capture=intraoral-scan\">"))
  }

  @Test func aFolderWithoutABookIsRefused() {
    #expect(throws: UnusableRules.self) { try InterviewPage(folder: "/nonexistent") }
  }

  private static func book(in page: String) -> Substring? {
    let opening = "<script id=\"book\" type=\"application/json\">"
    guard let start = page.range(of: opening)?.upperBound,
      let end = page[start...].range(of: "</script>")?.lowerBound
    else { return nil }
    return page[start..<end]
  }
}
