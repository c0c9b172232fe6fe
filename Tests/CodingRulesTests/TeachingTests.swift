import CodingRules
import Testing

/// Quizzes, lessons, paths to a code, and reasons against a code.
struct TeachingTests {
  static let book = RuleBook.standard
  static let style = TextStyle(width: 80, isColored: false)

  @Test func scenariosNeverGiveACodeAway() {
    let quiz = Quiz(Self.book, seed: 1, count: 1000)
    #expect(quiz.questions.count > 150)
    for question in quiz.questions {
      #expect(!question.scenario.contains(#/\bD\d{4}\b|\b\d{5}\b/#), "\(question.scenario)")
    }
  }

  @Test func theSameSeedGivesTheSameQuiz() {
    let quizzes = [7, 7, 8].map { Quiz(Self.book, seed: $0, count: 20).questions.map(\.scenario) }
    #expect(quizzes[0] == quizzes[1])
    #expect(quizzes[0] != quizzes[2])
    #expect(Set(quizzes[0]).count == 20)
  }

  @Test func theKeyIsTheRightAnswerToEveryQuestion() {
    for question in Quiz(Self.book, seed: 2, count: 1000).questions {
      #expect(question.isAnswered(by: question.key.lowercased()), "\(question.key)")
      #expect(!question.isAnswered(by: ""))
      #expect(!question.isAnswered(by: question.key + " D9999"))
      #expect(!question.reasons.isEmpty, "\(question.key): \(question.scenario)")
    }
  }

  @Test(arguments: [
    ("D0801 D0396", true), ("d0396,d0801", true), ("D0801", false), ("none", false),
    ("D0801 D0396 D0470", false),
    ("D0801 D0801 D0396", true), ("", false),
  ])
  func answersAreAcceptedInAnyOrder(_ typed: String, _ isRight: Bool) throws {
    #expect(try QuizTests.question("D0801 D0396").isAnswered(by: typed) == isRight)
  }

  @Test func wrongCodesAreExplainedAtTheFirstDifferentAnswer() throws {
    let topic = try #require(Self.book.topic("model"))
    let question = try #require(
      Quiz(Self.book, topic: topic, seed: 1, count: 100).questions.first { $0.key == "D0801" })
    let round = QuizRound(Quiz(Self.book, topic: topic, seed: 1, count: 1))
    let reply = QuizRound.Reply.graded(question, question.grade(TypedCodes("D0470")))
    let verdict = round.text(of: reply, TextStyle(width: 400, isColored: false), by: Self.book)
    #expect(
      verdict.contains(
        "It is ruled out at “How was the model captured?”, since here it is “Scanner in the mouth”."))
    #expect(verdict.contains("It would be right with: Impression poured in stone or plaster."))
  }

  /// `paths(to:)` lists exactly the paths that report the code.
  @Test(arguments: book.topics.map(\.id)) func listedPathsAreThoseThatReport(_ id: String) throws {
    let topic = try #require(Self.book.topic(id))
    for code in Self.book.cards.map(\.code.id) {
      let paths = topic.paths(to: code)
      topic.forEachPath { steps in
        let reports = steps.contains { $0.answer.reportable.contains(code) }
        let isListed = paths.contains { path in
          path.conditions.allSatisfy { condition in
            steps.contains {
              $0.question.field == condition.field && condition.answers.contains($0.answer.id)
            }
          }
        }
        let isRange = steps.flatMap(\.answer.reportable).contains { $0.contains("-") }
        if !isRange, reports != isListed { Issue.record("\(code): \(steps.map(\.answer.id))") }
      }
    }
  }

  @Test func pathsToACodeAreCompact() throws {
    let topic = try #require(Self.book.topic("model"))
    #expect(topic.paths(to: "D0470").map(\.description) == ["purpose diagnostic; capture stone-cast"])
    #expect(
      topic.paths(to: "D0396").map(\.description) == [
        "purpose diagnostic; capture intraoral-scan or scan-of-model or scan-of-impression or received-scan or earlier-visit; printed office",
        "purpose device; device shaping-model; shaping-source surface-scan; printed office",
      ])
  }

  @Test(arguments: [
    ("D0801", "reported", ""), ("D0470", "capture", "capture stone-cast"),
    ("D0396", "printed", "printed office"),
    ("D0393", "simulated", "simulated simulated"), ("D0330", "", ""),
  ])
  func whyNotNamesTheAnswerAndTheSmallestChange(_ code: String, _ excluded: String, _ change: String) throws {
    let topic = try #require(Self.book.topic("model"))
    let answers: Answers = [
      "purpose": "diagnostic", "capture": "intraoral-scan", "printed": "no", "simulated": "no",
    ]
    let whyNot = topic.whyNot(code, try topic.advice(answers, by: Self.book))
    #expect(whyNot.isReported == (excluded == "reported"))
    #expect((whyNot.excludedBy?.question.field ?? "") == (excluded == "reported" ? "" : excluded))
    #expect(whyNot.change.map { "\($0.question.field) \($0.answer.id)" }.joined(separator: ", ") == change)
  }

  @Test(arguments: [
    ("d0470", ["D0470"]), ("itero", ["D0801"]), ("night guard", ["occlusal-guard"]),
    ("study model", ["D0470"]),
    ("xyzzy", []), ("", []),
  ])
  func wordsFindSubjects(_ words: String, _ found: [String]) {
    let subjects = Self.book.subjects(named: words).map { subject in
      switch subject {
      case .code(let card): card.code.id
      case .device(let device): device.id
      }
    }
    #expect(subjects == found)
  }

  @Test(arguments: book.cases.map(\.id)) func everyCaseIsALessonWithItsResult(_ id: String) throws {
    let worked = try #require(Self.book.workedCase(id))
    let text = Lesson(worked, by: Self.book).handout(.markdown, Self.style, by: Self.book)
    #expect(text.hasPrefix("# "))
    for variant in worked.variants where !variant.report.isEmpty {
      let report = variant.report.joined(separator: " ").replacing("|", with: "\\|")
      #expect(text.contains("Report: \(report)"), "\(report)")
    }
  }
}
