import Testing

@testable import CodingRules

/// Procedures, alternatives and days of change for codes with limited dates.
struct GatheringTests {
  /// A book that was just opened has not read what its answers report.
  @Test func codesAreFoundBeforeReportsAreRead() throws {
    let (opened, read) = (
      try RuleBook(.embedded, isTrusted: true), try RuleBook(.embedded, isTrusted: true)
    )
    _ = read.topics.flatMap(\.questions).flatMap(\.answers).map(\.reports)
    for code in read.codes.map(\.id).reversed() {
      func reporting(_ book: RuleBook) -> [[Bool]] {
        book.topics.map { $0.questions.flatMap(\.answers).map { $0.reports(code) } }
      }
      #expect(reporting(opened) == reporting(read))
    }
  }

  /// Returns a code with the days on which it was in force.
  static func code(_ id: String, since: String? = nil, until: String? = nil) -> Code {
    let period = Period(from: since.flatMap { CalendarDay($0) }, through: until.flatMap { CalendarDay($0) })
    let life = Code.Life(period: period, replacedBy: [], evidence: .none)
    return Code(id: id, system: .cdt, label: id, life: life, confirmation: .confirmed)
  }

  private static let codes = [
    code("D0110"), code("D0120", until: "2018-12-31"), code("D0130", since: "2021-01-01"),
  ]
  private static let services = codes.map { CodedService(code: $0, modifiers: [], units: 2) }

  private static let procedures: [(Procedure, String, Procedure?)] = [
    (.range(codes), "2018-12-31", .range([codes[0], codes[1]])),
    (.range(codes), "2019-01-01", .code(CodedService(code: codes[0], modifiers: [], units: 1))),
    (.range([codes[1]]), "2019-01-01", nil),
    (.oneOf(services), "2021-01-01", .oneOf([services[0], services[2]])),
    (.oneOf(services), "2019-01-01", .code(services[0])),
    (.oneOf([services[1]]), "2019-01-01", nil),
    (.code(services[1]), "2018-12-31", .code(services[1])),
    (.code(services[1]), "2019-01-01", nil),
  ]

  @Test(arguments: procedures)
  func proceduresAreReducedToCodesInForce(_ procedure: Procedure, on day: String, left: Procedure?) throws {
    #expect(procedure.inForce(on: try #require(CalendarDay(day))) == left)
  }

  @Test func answersWithTheSameOutcomeAreGrouped() throws {
    func answer(_ id: String, _ index: Int) -> Answer {
      let reports = [TimedProcedure(procedure: .code(Self.services[index]), period: .always)]
      return Answer(
        id: id, next: nil,
        content: StoredAnswer(words: AnswerWords(label: id), reports: reports, effects: []))
    }
    let answers = [answer("a", 0), answer("b", 2), answer("c", 2), answer("d", 0), answer("e", 1)]
    let question = DrawingTopics.question("q", answers)
    let day = try #require(CalendarDay("2022-01-01"))
    let alternatives = DrawingTopics.topic([question])
      .alternatives(to: [Step(question: question, answer: answers[0])], on: day)
    #expect(alternatives.map { $0.answers.map(\.id) } == [["b", "c"], ["e"]])
    #expect(alternatives.map(\.report) == [["D0130x2"], []])
  }

  @Test(arguments: [
    ("2015-01-01", "2026-12-31", ["2015-01-01", "2019-01-01", "2021-01-01"]),
    ("2019-01-01", "2026-12-31", ["2019-01-01", "2021-01-01"]),
    ("2019-01-02", "2020-12-31", ["2019-01-02"]),
  ])
  func daysOfChangeAreWithinTheEdition(_ from: String, _ through: String, days: [String]) throws {
    let lines = Self.codes.map { Line(procedure: .range([$0]), reason: DrawingTopics.reason) }
    let effects = lines.map { TimedEffect(effect: .report($0), period: .always) }
    let question = DrawingTopics.question("q", [DrawingTopics.answer("a", earns: effects)])
    let step = Step(question: question, answer: question.answers[0])
    let conclusion = Conclusion(topic: DrawingTopics.topic([question]), steps: [step])
    let edition = Edition(
      id: "e", title: "E", version: "1", reviewed: try #require(CalendarDay("2026-01-01")),
      period: Period(from: CalendarDay(from), through: CalendarDay(through)), topics: ["test"], notice: "",
      isConfirmed: true)
    #expect(conclusion.daysOfChange(in: edition).map(\.description) == days)
  }
}
