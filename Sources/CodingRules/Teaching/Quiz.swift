/// A quiz about the codes of scenarios.
package struct Quiz: Sendable {
  /// The questions, in order; neighbors differ by more than one answer where possible.
  package let questions: [QuizQuestion]
  /// A question for each distinct set of codes, in random order, as a source of wrong choices.
  private let distinct: [QuizQuestion]

  /// Creates a quiz from the paths of a topic; or of all topics and the worked cases.
  ///
  /// - Parameter seed: The same seed gives the same quiz for the same book.
  /// - Parameter count: The maximum number of questions; no scenario is repeated.
  package init(_ book: RuleBook, topic: Topic? = nil, seed: UInt64, count: Int) {
    guard let day = book.edition.period.through else {
      (questions, distinct) = ([], [])
      return
    }
    var numbers = SplitMix64(state: seed)
    var pools = (topic.map { [$0] } ?? book.topics.filter(\.isService)).map { topic in
      numbers.shuffled(topic.scenarios(on: day, by: book))
    }
    if topic == nil { pools.append(numbers.shuffled(book.cases.flatMap { $0.scenarios(by: book) })) }
    distinct = numbers.shuffled(pools.flatMap { $0.uniqued(by: \.key) })
    var chosen: [QuizQuestion] = []
    while chosen.count < count {
      let left = pools.indices.filter { !pools[$0].isEmpty }
      if left.isEmpty { break }
      let isNew = { (question: QuizQuestion) in chosen.last.map { !question.isSimilar(to: $0) } ?? true }
      let varied = left.filter { pools[$0].contains(where: isNew) }
      let open = varied.isEmpty ? left : varied
      let pool = open[numbers.index(below: open.count)]
      let question = pools[pool].remove(at: pools[pool].lastIndex(where: isNew) ?? 0)
      if !chosen.contains(where: { $0.scenario == question.scenario }) { chosen.append(question) }
    }
    questions = chosen
  }

  /// Returns the choices for a question: its own and up to three others, sorted by code.
  package func choices(for question: QuizQuestion) -> [QuizQuestion] {
    let others = distinct.filter { $0.key != question.key }
    let near = others.filter { $0.details.first == question.details.first }
    let wrong = (near + others).uniqued(by: \.key).prefix(3)
    return ([question] + wrong).sorted { $0.key < $1.key }
  }
}

/// A scenario with its correct codes.
package struct QuizQuestion: Sendable {
  /// What happened, in plain sentences without codes.
  package let scenario: String
  /// The procedures to report.
  package let report: [Procedure]
  /// The reasons for the codes, or for reporting nothing, each with its subject.
  package let reasons: [(about: String, Statement)]
  /// The id of the topic or case, then each part of the scenario.
  let details: [String]
  /// The date of service.
  let day: CalendarDay
  /// The services with the paths that the scenario describes.
  package let services: [(topic: Topic, conclusion: Conclusion)]

  /// The correct answer as typed; `none` for nothing.
  package var key: String { report.isEmpty ? "none" : report.map(\.description).joined(separator: " ") }

  /// Whether two scenarios differ in at most one part.
  func isSimilar(to other: QuizQuestion) -> Bool {
    details.filter { !other.details.contains($0) }.count <= 1
      && other.details.filter { !details.contains($0) }.count <= 1
  }

  /// Returns why a code is wrong, for the first service that gives a reason against it.
  package func whyNot(_ code: String, by book: RuleBook) -> WhyNot? {
    let known = services.map { $0.topic.whyNot(code, $0.conclusion.advice(on: day, by: book)) }
    return known.first { !$0.reasons.isEmpty } ?? known.first { $0.excludedBy != nil }
  }
}
