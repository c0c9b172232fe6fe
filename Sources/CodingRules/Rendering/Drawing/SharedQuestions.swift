/// The questions of a topic, and which of them look alike to a reader.
struct SharedQuestions {
  let questions: [Question]
  /// For each question the index of the one drawn for it: itself, or a later one that looks alike.
  let drawn: [Int]
  /// How many questions lie on the shortest way to each, for those that are drawn.
  let levels: [Int]
  private let outcomes: [[[Drawing.Outcome]]]
  /// Whether something may have been earned on the way to each question, for those that are drawn.
  private let isEarning: [Bool]
  private let isService: Bool

  /// Compares the questions of a topic as they look on a date of service; linear in its answers.
  init(_ topic: Topic, on day: CalendarDay?) {
    questions = topic.questions
    isService = topic.isService
    outcomes = topic.questions.map { $0.answers.map { $0.outcomes(on: day) } }
    var drawn = Array(topic.questions.indices)
    var known: [Look: Int] = [:]
    for index in topic.questions.indices.reversed() {
      let look = Look(topic.questions[index], outcomes[index], drawn)
      drawn[index] = known[look, default: index]
      known[look] = drawn[index]
    }
    self.drawn = drawn
    var levels = Array(repeating: Int.max, count: drawn.count)
    var isEarning = Array(repeating: false, count: drawn.count)
    levels[drawn[0]] = 0
    // A question leads only to later ones, and the one drawn for them is later still.
    for index in drawn.indices where levels[index] < .max {
      for (answer, outcomes) in zip(questions[index].answers, outcomes[index]) {
        guard let next = answer.next.map({ drawn[$0] }) else { continue }
        levels[next] = min(levels[next], levels[index] + 1)
        if isEarning[index] || outcomes.contains(where: \.isEarned) { isEarning[next] = true }
      }
    }
    self.levels = levels
    self.isEarning = isEarning
  }

  /// What an answer to a drawn question leads to; never nothing at all where the path ends.
  func outcomes(of answer: Answer, from index: Int) -> [Drawing.Outcome] {
    let outcomes = zip(questions[index].answers, outcomes[index]).filter { $0.0.id == answer.id }.flatMap(\.1)
    guard outcomes.isEmpty, answer.next == nil else { return outcomes }
    let label =
      !isService ? "Advice without a code" : isEarning[index] ? "Nothing more" : "Nothing to report"
    return [Drawing.Outcome(kind: .nothing, label: label)]
  }

  /// The questions that are drawn from one on.
  func reachable(from index: Int) -> Set<Int> {
    var found: Set<Int> = [index]
    var open = [index]
    while let index = open.popLast() {
      for next in questions[index].answers.compactMap(\.next)
      where found.insert(drawn[next]).inserted {
        open.append(drawn[next])
      }
    }
    return found
  }
}

/// All that a reader sees of a question.
private struct Look: Hashable {
  let topic: String
  let field: String
  let ask: String
  let ids: [String]
  let labels: [String]
  let outcomes: [[Drawing.Outcome]]
  let next: [Int?]

  init(_ question: Question, _ outcomes: [[Drawing.Outcome]], _ drawn: [Int]) {
    topic = question.topic
    field = question.field
    ask = question.ask
    ids = question.answers.map(\.id)
    labels = question.answers.map(\.label)
    self.outcomes = outcomes
    next = question.answers.map { $0.next.map { drawn[$0] } }
  }
}
