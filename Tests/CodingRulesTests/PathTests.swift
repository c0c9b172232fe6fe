import CodingRules
import Testing

/// Every path of every topic, from the first question to the end.
struct PathTests {
  static let book = RuleBook.standard
  static let day = CalendarDay("2026-03-02")

  @Test func theMainTopicHasManyPaths() {
    var paths = 0
    Self.book.topics[0].forEachPath { _ in paths += 1 }
    #expect(paths > 80)
  }

  @Test(arguments: book.topics.map(\.id)) func everyPathEndsInTheSameAdviceInEveryInterface(_ id: String)
    throws
  {
    let topic = try #require(Self.book.topic(id))
    let day = try #require(Self.day)
    topic.forEachPath { steps in
      let answers = Answers(steps)
      guard case .advises(let conclusion) = topic.evaluate(answers) else {
        Issue.record("asks: \(answers)")
        return
      }
      #expect(conclusion.steps == steps)
      let advice = conclusion.advice(on: day, by: Self.book)
      let isSaid = !(advice.report.isEmpty && advice.includedIn.isEmpty && advice.nothing.isEmpty)
      #expect(isSaid || !advice.notInForce.isEmpty)
      #expect(byPrompts(topic, steps, day) == answers)
      #expect((try? topic.answers(for: words(steps))) == answers)
    }
  }

  /// Returns the answers of a conversation in which each answer is typed as its number.
  private func byPrompts(_ topic: Topic, _ steps: [Step], _ day: CalendarDay) -> Answers {
    let visit = Visit(day: day, services: [Service(topic: topic, answers: [:])])
    var conversation = Conversation(Self.book, visit: visit, reader: ConversationTests.reader)
    for step in steps {
      let number = (step.question.answers.firstIndex(of: step.answer) ?? -1) + 1
      _ = conversation.take("\(number)\r")
    }
    return conversation.visit.services[0].answers.completed(by: conversation.visit.facts)
  }

  /// Returns the last other word of each answer, in capitals and with surrounding spaces.
  private func words(_ steps: [Step]) -> Words {
    var words = Words()
    for step in steps {
      words[step.question.field] = "  \((step.answer.also.last ?? step.answer.label).uppercased()) "
    }
    return words
  }
}
