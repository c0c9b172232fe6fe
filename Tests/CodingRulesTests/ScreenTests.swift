import TestSupport
import Testing

@testable import CodingRules

/// Output fits on one screen for any answers and any date.
struct ScreenTests {
  static let book = RuleBook.standard
  static let style = TextStyle(width: 80, isColored: false)

  /// Returns the lines of a text, each of which must fit the width.
  static func lines(_ text: String, width: Int = 80) -> [Substring] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.allSatisfy { displayWidth($0) <= width }, "\(text)")
    return Array(lines)
  }

  @Test(arguments: book.topics.map(\.id)) func everyAnswerFitsOneScreen(_ id: String) throws {
    let topic = try #require(Self.book.topic(id))
    topic.forEachPath { steps in
      let conclusion = Conclusion(topic: topic, steps: steps)
      for day in conclusion.daysOfChange(in: Self.book.edition) {
        let advice = conclusion.advice(on: day, by: Self.book)
        let view = AdviceView(advice, topic: topic, command: [])
        let lines = Self.lines(view.screen(Self.style, hint: .flags))
        #expect(
          lines.count <= 19 + max(1, advice.codeCount),
          "\(shortPath(steps)) on \(day):\n\(lines.joined(separator: "\n"))")
        for line in advice.report { #expect(lines.contains { $0.contains(line.value.procedure.shortCode) }) }
        #expect(!zip(lines, lines.dropFirst()).contains { $0.isEmpty && $1.isEmpty }, "\(lines)")
      }
    }
  }

  /// Every pair of topics, with and without a third, with random answers and days.
  @Test(arguments: book.topics.map(\.id)) func everyVisitFitsOneScreen(_ id: String) throws {
    var generator = SeededGenerator(seed: 12)
    let others = Self.book.topics.filter(\.isService)
    let first = try #require(Self.book.topic(id))
    for second in others {
      for third in [nil, others.randomElement(using: &generator)] {
        let topics = [first, second, third].compactMap(\.self)
        let services = topics.map { $0.serviceByChance(&generator) }
        let days = services.flatMap {
          Conclusion(topic: $0.topic, steps: $0.steps).daysOfChange(in: Self.book.edition)
        }
        let day = try #require(days.randomElement(using: &generator))
        let visit = Visit(
          day: day, services: services.map { Service(topic: $0.topic, answers: Answers($0.steps)) })
        let advice = try Self.book.advice(visit)
        let lines = Self.lines(AdviceView(advice, by: Self.book).screen(Self.style, hint: .words))
        let codes = advice.services.map { max(1, $0.codeCount) }.reduce(0, +)
        #expect(
          lines.count <= max(22, 12 + codes + services.count), "\(day):\n\(lines.joined(separator: "\n"))")
        for line in advice.services.flatMap(\.report) {
          #expect(lines.contains { $0.contains(line.value.procedure.shortCode) })
        }
      }
    }
  }

  /// Every warning is on the screen, and what is not there is counted.
  @Test func noWarningIsHidden() throws {
    let answers: [Answers] = [
      ["purpose": "diagnostic", "capture": "stone-cast"],
      ["purpose": "diagnostic", "capture": "intraoral-scan", "printed": "no", "simulated": "no"],
      ["purpose": "device", "device": "occlusal-guard"],
    ]
    let services = answers.map { Service(topic: Self.book.mainTopic, answers: $0) }
    let visit = Visit(
      day: try #require(CalendarDay("2026-03-02")), services: services)
    let view = AdviceView(try Self.book.advice(visit), by: Self.book)
    let screen = view.screen(Self.style, hint: .flags)
    let words = screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(view.remarks(.warning).count > 1)
    for warning in view.remarks(.warning) { #expect(words.contains(warning.firstSentence), "\(screen)") }
    #expect(Self.lines(screen).count <= 22 && words.contains("More: --details ("))
  }

  @Test(arguments: book.cards.map(\.code.id)) func everyCodeFitsOneScreen(_ id: String) throws {
    let card = try #require(Self.book.card(id))
    let lines = Self.lines(Self.book.screen(card, Self.style))
    #expect(lines.count <= 20, "\(lines.joined(separator: "\n"))")
    #expect(lines[0].hasPrefix(id))
  }

  /// Every question fits on a screen of 24 lines, with its prompt on the last one.
  @Test(arguments: book.topics.map(\.id)) func everyQuestionFitsOneScreen(_ id: String) throws {
    let topic = try #require(Self.book.topic(id))
    for question in topic.questions {
      var page = TextPage(Self.style)
      page.heading(question.ask)
      page.columns(question.answers.map(\.label))
      #expect(Self.lines(page.text).count <= 21, "\(page.text)")
    }
  }

  @Test(arguments: 0..<20) func everyQuizQuestionFitsOneScreen(_ seed: UInt64) {
    var round = QuizRound(Quiz(Self.book, seed: seed, count: 20), offersChoices: seed.isMultiple(of: 2))
    while let question = round.question {
      #expect(Self.lines(round.question(Self.style)).count <= 22, "\(round.question(Self.style))")
      _ = round.take(question.key)
    }
  }

  @Test func aNarrowListLeavesRoomForTheWords() {
    func page(_ width: Int) -> String {
      var page = TextPage(TextStyle(width: width, isColored: false))
      page.item("delta-california", "Guidance for dentists", indent: 0, hang: 30)
      return page.text
    }
    #expect(page(40) == "delta-california\n    Guidance for dentists\n")
    #expect(page(60) == "delta-california              Guidance for dentists\n")
  }

  /// A narrow terminal shows the same statements as a wide one.
  @Test func narrowScreensShowTheSameStatements() throws {
    let topic = try #require(Self.book.topic("model"))
    let answers: Answers = ["purpose": "diagnostic", "capture": "stone-cast"]
    let view = AdviceView(try topic.advice(answers, by: Self.book), topic: topic, command: [])
    func labels(_ width: Int) -> [Substring] {
      let style = TextStyle(width: width, isColored: false)
      return Self.lines(view.screen(style, hint: .flags), width: width)
        .filter { $0.first?.isUppercase == true && $0.contains("  ") }.compactMap {
          $0.split(separator: "  ").first
        }
    }
    #expect(labels(40) == labels(80))
  }
}

extension Advice {
  /// The number of codes and devices in the headline.
  fileprivate var codeCount: Int { report.count + notInForce.count + includedIn.count }
}

extension Topic {
  /// Returns a service with random answers.
  fileprivate func serviceByChance(_ generator: inout SeededGenerator) -> (topic: Topic, steps: [Step]) {
    var generatorCopy = generator
    defer { generator = generatorCopy }
    return (self, path { question, _ in question.answers.randomElement(using: &generatorCopy) }.steps)
  }
}
