/// The questions of a topic, with those merged that look the same to a reader.
struct SharedQuestions {
  let questions: [Question]
  /// The index of the question drawn for each: itself, or a later one that looks the same.
  let drawn: [Int]
  /// The length of the shortest path to each drawn question.
  let levels: [Int]
  private let outcomes: [[[Drawing.Outcome]]]
  /// Whether a path to each drawn question may report or include something.
  private let isAfterBillable: [Bool]
  private let isService: Bool

  /// Compares the questions of a topic as drawn for a date of service, linear in its answers.
  init(_ topic: Topic, on day: CalendarDay?) {
    questions = topic.questions
    isService = topic.isService
    outcomes = topic.questions.map { $0.answers.map { $0.outcomes(on: day) } }
    var drawn = Array(topic.questions.indices)
    var known: [Appearance: Int] = [:]
    for index in topic.questions.indices.reversed() {
      let question = topic.questions[index]
      let appearance = Appearance(
        topic: question.topic, field: question.field, ask: question.ask, ids: question.answers.map(\.id),
        labels: question.answers.map(\.label), outcomes: outcomes[index],
        next: question.answers.map { $0.next.map { drawn[$0] } })
      drawn[index] = known[appearance, default: index]
      known[appearance] = drawn[index]
    }
    self.drawn = drawn
    var levels = Array(repeating: Int.max, count: drawn.count)
    var isAfterBillable = Array(repeating: false, count: drawn.count)
    levels[drawn[0]] = 0
    // A question only leads to later ones, and the one drawn for those is not earlier.
    for index in drawn.indices where levels[index] < .max {
      for (answer, outcomes) in zip(questions[index].answers, outcomes[index]) {
        guard let next = answer.next.map({ drawn[$0] }) else { continue }
        levels[next] = min(levels[next], levels[index] + 1)
        if isAfterBillable[index] || outcomes.contains(where: \.isBillable) { isAfterBillable[next] = true }
      }
    }
    self.levels = levels
    self.isAfterBillable = isAfterBillable
  }

  /// Returns the outcomes of an answer to a drawn question; never empty at the end of a path.
  func outcomes(of answer: Answer, from index: Int) -> [Drawing.Outcome] {
    let outcomes = zip(questions[index].answers, outcomes[index]).filter { $0.0.id == answer.id }.flatMap(\.1)
    guard outcomes.isEmpty, answer.next == nil else { return outcomes }
    let label =
      !isService ? "Advice without a code" : isAfterBillable[index] ? "Nothing more" : "Nothing to report"
    return [Drawing.Outcome(kind: .nothing, label: label)]
  }

  /// Returns the drawn questions reachable from a question.
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

/// The visible parts of a question.
private struct Appearance: Hashable {
  let topic: String
  let field: String
  let ask: String
  let ids: [String]
  let labels: [String]
  let outcomes: [[Drawing.Outcome]]
  let next: [Int?]
}
