import Testing

@testable import CodingRules

/// The ends of quizzes and lessons, and books with few scenarios.
struct TeachingEndsTests {
  static let style = TextStyle(width: 80, isColored: false)

  @Test func aQuizEnds() throws {
    let book = try ModifiedBook.full()
    var round = QuizRound(Quiz(book, seed: 2, count: 2), offersChoices: true, after: [true, true, true])
    #expect(round.question == nil && round.choices.isEmpty && round.heading.isEmpty)
    #expect(round.question(Self.style).isEmpty)
    let reply = round.take("D0470")
    #expect(caseName(reply) == "quit")
    #expect(round.text(of: reply, Self.style, by: book).isEmpty)
  }

  /// A topic with only similar scenarios has them all asked.
  @Test func similarScenariosAreAskedToo() throws {
    let book = try ModifiedBook.full()
    let topic = try #require(book.topic("cast"))
    let quiz = Quiz(book, topic: topic, seed: 1, count: 50)
    #expect(Set(quiz.questions.map(\.key)).isSuperset(of: ["D0470", "D0801", "none"]))
    #expect(quiz.questions.contains { $0.scenario.hasPrefix("It was made to study. It was poured.") })
  }

  /// Similar scenarios follow each other once no others are left.
  @Test(arguments: 0..<10) func similarScenariosCanFollowEachOther(_ seed: UInt64) throws {
    let book = try ModifiedBook.full(
      ("topics/splint.json", "\"label\": \"One\",", "\"label\": \"One\", \"phrase\": \"one\","),
      ("topics/splint.json", "\"label\": \"Two\",", "\"label\": \"Two\", \"phrase\": \"two!\","),
      ("topics/splint.json", "\"label\": \"None yet\",", "\"label\": \"None yet\", \"phrase\": \"none yet\",")
    )
    let quiz = Quiz(book, topic: book.topic("splint"), seed: seed, count: 50)
    #expect(quiz.questions.count == 5)
  }

  /// Replies to typed lines, by the codes of the question.
  @Test(arguments: [
    ("D0801 21085", "z", true, "Type the letter of an answer."),
    ("D0801 21085", "?", false, "Think of all that was done: casts; splints."),
    ("none", "?", false, "Codes of the topic:"),
    ("D0470", "D0999", false, "it is for something else (By report)."),
    ("D0470", "D1234", false, "these rules do not know it."),
  ])
  func replyDependsOnTheLine(_ key: String, _ line: String, _ offersChoices: Bool, _ says: String) throws {
    let book = try ModifiedBook.full()
    let quiz = Quiz(book, seed: 1, count: 50)
    let index = try #require(quiz.questions.firstIndex { $0.key == key })
    var round = QuizRound(quiz, offersChoices: offersChoices, after: Array(repeating: true, count: index))
    let reply = round.take(line)
    #expect(
      round.text(of: reply, Self.style, by: book).contains(says),
      "\(round.text(of: reply, Self.style, by: book))")
  }

  /// One code of a range or a choice is a correct answer.
  @Test(arguments: ["D0140", "D0160", "D0140-D0160", "99070", "21085-52"]) func oneCodeOfARange(
    _ code: String
  ) throws {
    let book = try ModifiedBook.full(
      (
        "topics/cast.json", "\"label\": \"Only an exam\",",
        "\"label\": \"Only an exam\", \"phrase\": \"only an exam\","
      ))
    let questions = Quiz(book, seed: 1, count: 50).questions.filter {
      ["D0140-D0160", "99070|21085-52"].contains($0.key)
    }
    #expect(questions.contains { $0.isAnswered(by: code) })
    #expect(
      Quiz(book, seed: 1, count: 50).paper(.text, Self.style, offersChoices: true, by: book).contains(
        ": D0140-D0160"))
  }

  @Test func aLessonEnds() throws {
    let book = try ModifiedBook.full()
    var round = LessonRound(Lesson(try #require(book.workedCase("scan")), by: book))
    var screens: [String] = []
    var reply: LessonRound.Reply?
    while round.page != nil {
      screens.append(round.screen(after: reply, Self.style, by: book) + round.prompt)
      reply = round.take("")
    }
    #expect(round.screen(after: .quit, Self.style, by: book).isEmpty && round.prompt.isEmpty)
    #expect(screens.contains { $0.contains("[Enter to go on, back, q to stop]") })
    #expect(screens.last?.contains("The table shows the dental claim.") == true)
  }

  /// Help for a question without any, and run-in answers if a list of them would be too long.
  @Test func questionsOfLessons() throws {
    let answers = (1...20).map { #"{ "id": "a\#($0)", "label": "Answer \#($0)" }"# }.joined(separator: ", ")
    let book = try ModifiedBook.full(
      ("topics/cast.json", #"{ "device": "guard" },"#, #"{ "device": "guard" }, \#(answers),"#))
    var round = LessonRound(Lesson(try #require(book.workedCase("scan")), by: book))
    let reply = round.take("?")
    let narrow = TextStyle(width: 60, isColored: false)
    #expect(round.screen(after: reply, narrow, by: book).contains("Look at the story: which answer fits it?"))
    #expect(round.screen(after: nil, narrow, by: book).contains("Answer 19;"))
  }
}
