import Testing

@testable import CodingRules

/// The answer fits on one screen, whatever was answered and whenever it was done.
struct ScreenTests {
  static let book = RuleBook.standard

  @Test(arguments: book.topics.map(\.id)) func everyAnswerFitsOneScreen(_ id: String) throws {
    let topic = try #require(Self.book.topic(id))
    topic.forEachPath { steps in
      let conclusion = Conclusion(topic: topic, steps: steps)
      for day in conclusion.daysOfChange(in: Self.book.edition) {
        let advice = conclusion.advice(on: day, by: Self.book)
        let view = AdviceView(advice, topic: topic, command: [])
        let lines = view.screen(TextStyle(width: 80, isColoured: false), ways: .flags)
          .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        let codes = advice.report.count + advice.notInForce.count + advice.includedIn.count
        #expect(
          lines.count <= 19 + max(1, codes),
          "\(shortPath(steps)) on \(day):\n\(lines.joined(separator: "\n"))")
        #expect(lines.allSatisfy { displayWidth($0) <= 80 })
        for code in advice.reported { #expect(lines.contains { $0.contains(code) }) }
      }
    }
  }
}
