import CodingRules
import Testing

/// Answers, repeated questions and printouts of quizzes.
struct QuizTests {
  static let book = RuleBook.standard
  static let style = TextStyle(width: 200, isColored: false)

  static func question(_ key: String) throws -> QuizQuestion {
    let topic = try #require(book.topic("model"))
    return try #require(Quiz(book, topic: topic, seed: 1, count: 1000).questions.first { $0.key == key })
  }

  @Test(arguments: [
    ("d0801 d0396", ["D0801", "D0396"]), ("801, 0396", ["D0801", "D0396"]), ("d470", ["D0470"]),
    ("470; and 470", ["D0470"]), ("21085", ["21085"]), ("70355-tc", ["70355-TC"]), ("x", ["X"]),
    ("nothing", []), ("No code.", []), ("none", []), ("", []),
  ])
  func typedCodesAreParsed(_ typed: String, _ codes: [String]) {
    #expect(TypedCodes(typed).codes == codes)
    #expect(TypedCodes(typed).isNone == (codes.isEmpty && !typed.isEmpty))
  }

  @Test(arguments: [
    ("801 396", QuizGrade.Mark.right, [], []),
    ("801", .partlyRight, ["D0396"], []),
    ("801 396 470", .partlyRight, [], ["D0470"]),
    ("396 470", .partlyRight, ["D0801"], ["D0470"]),
    ("470", .wrong, ["D0801", "D0396"], ["D0470"]),
    ("nothing", .wrong, ["D0801", "D0396"], []),
  ])
  func partlyRightListsMissedAndExtraCodes(
    _ typed: String, _ mark: QuizGrade.Mark, _ missed: [String], _ extra: [String]
  ) throws {
    let grade = try Self.question("D0801 D0396").grade(TypedCodes(typed))
    #expect(grade.mark == mark)
    #expect(grade.missed.map(\.description) == missed)
    #expect(grade.extra == extra)
  }

  @Test(arguments: ["none", "nothing", "Nothing", "no code", "no codes", "0"])
  func nothingToReportHasManyNames(_ typed: String) throws {
    #expect(try Self.question("none").isAnswered(by: typed))
  }

  @Test(arguments: ["?", "help", "", "  ", "hello", "D0801 please"])
  func ungradableLinesDoNotCount(_ line: String) {
    var round = QuizRound(Quiz(Self.book, seed: 4, count: 3))
    let reply = round.take(line)
    #expect(!round.text(of: reply, Self.style, by: Self.book).isEmpty)
    #expect(round.attempts.isEmpty)
    #expect(round.heading == "Question 1 of 3")
  }

  @Test func missedQuestionsRepeatUntilCorrect() throws {
    var round = QuizRound(Quiz(Self.book, seed: 4, count: 3))
    var headings: [String] = []
    while let question = round.question {
      headings.append(round.heading)
      _ = round.take([2, 4].contains(headings.count) ? "D9999" : question.key)
    }
    let again = "Again: question 2"
    #expect(headings == ["Question 1 of 3", "Question 2 of 3", "Question 3 of 3", again, again])
    #expect(round.score == "2 of 3 right (66 percent)\n")
  }

  @Test(arguments: 0..<20) func choicesContainTheAnswerOnce(_ seed: UInt64) throws {
    var round = QuizRound(Quiz(Self.book, seed: seed, count: 10), offersChoices: true)
    while let question = round.question {
      let keys = round.choices.map(\.key)
      #expect(keys.count == 4 && Set(keys).count == 4)
      let index = try #require(keys.firstIndex(of: question.key))
      guard case .graded(_, let grade) = round.take(QuizRound.letters[index].uppercased()) else {
        Issue.record("not graded")
        return
      }
      #expect(grade.mark == .right)
    }
    #expect(round.right == 10)
  }

  @Test(arguments: 0..<50) func consecutiveScenariosDiffer(_ seed: UInt64) {
    let scenarios = Quiz(Self.book, seed: seed, count: 20).questions.map { question in
      question.scenario.split(separator: ". ").map(String.init)
    }
    for (first, second) in zip(scenarios, scenarios.dropFirst()) {
      let changed = max(first.count { !second.contains($0) }, second.count { !first.contains($0) })
      #expect(changed > 1 || first.first != second.first, "\(first) \(second)")
    }
  }

  @Test func theKeyIsOnItsOwnPage() throws {
    let quiz = Quiz(Self.book, seed: 4, count: 3)
    let pages = quiz.paper(.text, Self.style, by: Self.book).split(separator: "\u{0C}")
    #expect(pages.count == 2)
    #expect(!pages[0].contains("Key") && pages[1].contains("Key"))
    #expect(quiz.paper(.markdown, Self.style, by: Self.book).contains("page-break-before"))
  }

  @Test func flashCardsAreOneLineWithOneTab() {
    let lines = Quiz(Self.book, seed: 4, count: 1000).cards.split(separator: "\n")
    #expect(lines.count > 150)
    #expect(lines.allSatisfy { $0.count { $0 == "\t" } == 1 })
  }
}
