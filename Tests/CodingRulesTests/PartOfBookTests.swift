import CodingRules
import StrictJSON
import Testing

/// The part of the book that one walk needs says the same as the whole, byte for byte.
struct PartOfBookTests {
  /// Days on which few, most and all codes are in force, and one that the rules were not reviewed for.
  static let days = ["2004-06-01", "2012-03-01", "2022-06-01", "2026-11-21"]

  @Test(arguments: RuleBook.standard.topics.map(\.id), days)
  func advisesAsTheWholeBookDoes(_ id: String, _ date: String) throws {
    let topic = try #require(RuleBook.standard.topic(id))
    let day = try #require(CalendarDay(date))
    topic.forEachWalk { steps in
      let words = Answers(Dictionary(steps.map { ($0.question.field, $0.answer.id) }) { $1 })
      let part = RuleBook.standard(topic: id, reachedBy: words, on: day)
      let said = part.flatMap { book in book.topics.first.map { told(words, $0, day, by: book) } }
      #expect(said == told(words, topic, day, by: .standard), "\(words)")
    }
  }

  @Test func isNotHadForWordsThatStopShortOrAreInVain() throws {
    let day = try #require(CalendarDay("2026-11-21"))
    let whole: Answers = ["purpose": "diagnostic", "capture": "stone-cast"]
    #expect(RuleBook.standard(topic: nil, reachedBy: whole, on: day) != nil)
    for words in [
      [:], ["purpose": "diagnostic"], ["purpose": "diagnostic", "capture": "alginate"],
      whole.completed(by: ["printed": "no"]),
    ] as [Answers] {
      #expect(RuleBook.standard(topic: nil, reachedBy: words, on: day) == nil, "\(words)")
    }
    #expect(RuleBook.standard(topic: "nosuch", reachedBy: whole, on: day) == nil)
  }

  /// Text, JSON and chart note of the advice; nil when the words do not lead to one.
  private func told(_ words: Answers, _ topic: Topic, _ day: CalendarDay, by book: RuleBook)
    -> [String]?
  {
    guard let answers = try? topic.answers(named: words),
      case .advises(let conclusion) = topic.evaluate(answers)
    else { return nil }
    let advice = conclusion.advice(on: day, by: book)
    let style = TextStyle(width: 80, isColoured: true)
    let alternatives = topic.alternatives(to: conclusion, on: day)
    return [
      advice.text(style, alternatives: alternatives, command: ["cdtadvise"]),
      String(decoding: advice.json.bytes(.indented), as: UTF8.self), advice.chartNote(style),
    ]
  }
}
