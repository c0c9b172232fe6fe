/// A quiz: scenarios whose codes the learner names.
package struct Quiz: Sendable {
  /// The questions, in order; where it can be avoided, none differs from the one before by one answer only.
  package let questions: [QuizQuestion]
  /// A question for each different answer of a topic or case, in a random order, to offer wrong choices.
  private let distinct: [QuizQuestion]

  /// Makes a quiz from the paths of topics and, where no topic is named, from worked cases.
  ///
  /// - Parameter seed: The same seed gives the same quiz of the same book.
  /// - Parameter count: How many questions at most; no scenario is asked twice.
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
      let isNew = { (question: QuizQuestion) in chosen.last.map { !question.isLike($0) } ?? true }
      let varied = left.filter { pools[$0].contains(where: isNew) }
      let open = varied.isEmpty ? left : varied
      let pool = open[numbers.index(below: open.count)]
      let question = pools[pool].remove(at: pools[pool].lastIndex(where: isNew) ?? 0)
      if !chosen.contains(where: { $0.scenario == question.scenario }) { chosen.append(question) }
    }
    questions = chosen
  }

  /// The answers to choose from for a question: its own and up to three others, in the order of their codes.
  package func choices(for question: QuizQuestion) -> [QuizQuestion] {
    let others = distinct.filter { $0.key != question.key }
    let near = others.filter { $0.details.first == question.details.first }
    let wrong = (near + others).uniqued(by: \.key).prefix(3)
    return ([question] + wrong).sorted { $0.key < $1.key }
  }
}

/// A scenario and what must be reported for it.
package struct QuizQuestion: Sendable {
  /// What happened, in plain sentences that name no code.
  package let scenario: String
  /// What must be reported.
  package let report: [Procedure]
  /// Why: the reason for each code, or why nothing is reported, with what it speaks of.
  package let reasons: [(about: String, Statement)]
  /// The topic or case, then each thing that the scenario says.
  let details: [String]
  /// The date of service.
  let day: CalendarDay
  /// The services with the paths that the scenario tells.
  package let services: [(topic: Topic, conclusion: Conclusion)]

  /// What must be reported, as a learner types it: `none` for nothing.
  package var key: String { report.isEmpty ? "none" : report.map(\.description).joined(separator: " ") }

  /// Whether the scenario is another with at most one thing changed.
  func isLike(_ other: QuizQuestion) -> Bool {
    details.filter { !other.details.contains($0) }.count <= 1
      && other.details.filter { !details.contains($0) }.count <= 1
  }

  /// Why a code that is not to be reported is wrong: for the service that comes nearest to it.
  package func whyNot(_ code: String, by book: RuleBook) -> WhyNot? {
    let known = services.map { $0.topic.whyNot(code, $0.conclusion.advice(on: day, by: book)) }
    return known.first { !$0.reasons.isEmpty } ?? known.first { $0.excludedBy != nil }
  }
}
