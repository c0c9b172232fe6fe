import Foundation
import Testing

@testable import CodingRules

/// Books with more paths than can be enumerated.
@Suite(.timeLimit(.minutes(1))) struct BoundedBookTests {
  typealias Make = DrawingTopics

  /// Returns a chain of questions that fork and rejoin, with 2 to the power of `count` paths that
  /// share no condition.
  static func diamonds(_ count: Int) -> Topic {
    var questions: [Question] = []
    for index in 0..<count {
      let first = 3 * index
      questions.append(
        Make.question("q\(index)", [Make.answer("a", next: first + 1), Make.answer("b", next: first + 2)]))
      for side in ["a", "b"] {
        questions.append(
          Make.question("\(side)\(index)", ["1", "2"].map { Make.answer($0, next: first + 3) }))
      }
    }
    let end = Make.answer("yes", earns: [Make.report("D0470")])
    return Make.topic(questions + [Make.question("last", [end, Make.answer("no")])])
  }

  @Test(arguments: [(1, 2), (6, 64), (7, 101), (30, 101), (300, 101)])
  func numberOfPathsToACodeIsLimited(_ count: Int, _ expected: Int) throws {
    let topic = try Self.reporting(Self.diamonds(count))
    let ways = topic.paths(to: "D0470")
    #expect(ways.count == expected)
    #expect(Set(ways.map(\.description)).count == expected)
    #expect(ways.allSatisfy { $0.conditions.count == 2 * count + 1 })
  }

  /// Returns the topic with a report added to its last question.
  private static func reporting(_ topic: Topic) throws -> Topic {
    guard let code = RuleBook.standard.code("D0470"), let last = topic.questions.last else {
      throw CocoaError(.featureUnsupported)
    }
    let service = CodedService(code: code, modifiers: [], units: 1)
    let report = TimedProcedure(procedure: .code(service), period: .always)
    let answers = last.answers.enumerated().map { index, answer in
      Answer(
        id: answer.id, next: nil,
        content: StoredAnswer(
          words: answer.content.words, reports: index == 0 ? [report] : [], effects: answer.effects))
    }
    return Make.topic(topic.questions.dropLast() + [Make.question("last", answers)])
  }

  @Test func pathsAreVisitedUpToTheLimit() {
    var visited = 0
    #expect(!Self.diamonds(40).forEachPath(limit: Self.diamonds(40).pathLimit) { _ in visited += 1 })
    #expect(visited == 1_000_000 / 121)
  }

  /// The limits on questions and answers are exact.
  @Test(arguments: [
    (10, 990, ""), (10, 1_001, "more than 1000 answers"), (9, 1_000, ""),
    (11, 1_000, "more than 10000 answers"),
    (998, 2, ""), (1_000, 2, "more than 1000 questions"),
  ])
  func numberOfQuestionsAndAnswersIsLimited(_ questions: Int, _ answers: Int, _ problem: String) throws {
    func answer(_ name: String, _ next: String) -> String {
      #"{"id":"\#(name)","label":"\#(name)"\#(next)}"#
    }
    let chain = (0..<questions).map { index in
      let next = index + 1 < questions ? ",\"next\":\"q\(index + 1)\"" : ",\"next\":\"last\""
      let list = (0..<answers).map { answer("a\($0)", next) }.joined(separator: ",")
      return #"{"id":"q\#(index)","ask":"?","answers":[\#(list)]}"#
    }
    let last = #"{"id":"last","ask":"?","answers":[\#(answer("yes", "")),\#(answer("no", ""))]}"#
    let found = try Self.findings(
      "topics/cast.json",
      #"{"topic":"cast","title":"Casts","questions":[\#((chain + [last]).joined(separator: ","))]}"#)
    #expect(found.contains { $0.contains(": more than") } == !problem.isEmpty)
    #expect(problem.isEmpty || found.contains { $0.contains(problem) }, "\(found.prefix(3))")
  }

  /// Two linked topics can exceed the limit together.
  @Test func linkedQuestionsCountTowardTheLimit() throws {
    var files = try ModifiedBook.files("sound")
    func question(_ id: String, _ next: String) -> String {
      #"{"id":"\#(id)","ask":"?","answers":[{"id":"a","label":"A","next":\#(next)},{"id":"b","label":"B"}]}"#
    }
    let many = (0..<999).map { question("q\($0)", "\"q\($0 + 1)\"") } + [question("q999", "\"q999\"")]
    files["topics/long.json"] = Array(
      #"{"topic":"long","title":"L","questions":[\#(many.joined(separator: ","))]}"#.utf8)
    files["topics/cast.json"] = Array(
      #"{"topic":"cast","title":"C","questions":[\#(question("first", #"{"topic":"long"}"#))]}"#.utf8)
    let edition = String(decoding: files["edition.json"] ?? [], as: UTF8.self)
    files["edition.json"] = Array(edition.replacing(#"["cast"]"#, with: #"["cast", "long"]"#).utf8)
    #expect(
      ModifiedBook.findings(files).contains {
        $0.file == "topics/cast.json" && $0.message.contains("more than 1000 questions")
      })
  }

  /// `check` reports that it did not visit all paths of a topic that has too many.
  @Test func pathsThatAreNotVisitedAreReported() throws {
    var files = try ModifiedBook.files("sound")
    func question(_ id: String, _ ways: [String]) -> String {
      let answers = ways.enumerated().map { #"{"id":"a\#($0)","label":"A\#($0)","next":"\#($1)"}"# }
      return #"{"id":"\#(id)","ask":"?","answers":[\#(answers.joined(separator: ","))]}"#
    }
    let diamonds = (0..<16).flatMap { number in
      [question("q\(number)", ["l\(number)", "r\(number)"])]
        + ["l", "r"].map { question("\($0)\(number)", ["q\(number + 1)", "q\(number + 1)"]) }
    }
    let report = #""report":[{"code":"D0470","because":"Poured.","sources":["guide"]}]"#
    let nothing = #""nothing":[{"because":"No code.","sources":["guide"]}]"#
    let end =
      #"{"id":"q16","ask":"?","answers":[{"id":"a","label":"A",\#(report)},{"id":"b","label":"B",\#(nothing)}]}"#
    files["topics/cast.json"] = Array(
      #"{"topic":"cast","title":"C","questions":[\#((diamonds + [end]).joined(separator: ","))]}"#.utf8)
    #expect(ModifiedBook.findings(files).contains { $0.message.contains("paths; not all were checked") })
    let book = try RuleBook(RuleFiles(files), isTrusted: false)
    let card = try #require(book.card("D0470"))
    #expect(book.text([card], TextStyle(width: 80, isColored: false)).contains("- C: and more ways"))
  }

  @Test(arguments: [(4_999, false), (5_000, true)])
  func numberOfEntriesIsLimited(_ count: Int, _ isTooMany: Bool) throws {
    let entry = #"{"id":"▸","title":"A guide","publisher":"Somebody","weight":"C"}"#
    let sources = ["guide"] + (0..<count).map { "s\($0)" }
    let text = sources.map { entry.replacing("▸", with: $0) }.joined(separator: ",")
    let found = try Self.findings("sources.json", "[\(text)]")
    #expect(found.contains { $0.contains("more than 5000 entries") } == isTooMany, "\(found.first ?? "")")
  }

  /// Returns the findings on the sound book with one file replaced.
  private static func findings(_ name: String, _ content: String) throws -> [String] {
    ModifiedBook.faults(try ModifiedBook.files("sound").merging([name: Array(content.utf8)]) { $1 })
  }
}
