/// A quiz: scenarios whose codes the learner names.
package struct Quiz: Sendable {
  /// The questions, in order.
  package let questions: [QuizQuestion]

  /// Makes a quiz from the paths of topics and, where no topic is named, from worked cases.
  ///
  /// - Parameter seed: The same seed gives the same quiz of the same book.
  /// - Parameter count: How many questions at most; no scenario is asked twice.
  package init(_ book: RuleBook, topic: Topic? = nil, seed: UInt64, count: Int) {
    guard let day = book.edition.period.through else {
      questions = []
      return
    }
    var numbers = SplitMix64(state: seed)
    var pools = (topic.map { [$0] } ?? book.topics.filter(\.isService)).map { topic in
      numbers.shuffled(topic.scenarios(on: day, by: book))
    }
    if topic == nil { pools.append(numbers.shuffled(book.cases.flatMap { $0.scenarios(by: book) })) }
    var chosen: [QuizQuestion] = []
    while chosen.count < count {
      let left = pools.indices.filter { !pools[$0].isEmpty }
      if left.isEmpty { break }
      let pool = left[numbers.index(below: left.count)]
      let question = pools[pool].removeLast()
      if !chosen.contains(where: { $0.scenario == question.scenario }) { chosen.append(question) }
    }
    questions = chosen
  }
}

/// A scenario and what must be reported for it.
package struct QuizQuestion: Sendable {
  /// What happened, in plain sentences that name no code.
  package let scenario: String
  /// What must be reported.
  package let report: [Procedure]
  /// Why: each line's reason, or why nothing is reported.
  package let reasons: [Statement]
  /// The path that the scenario tells; nil for a worked case.
  package let path: (topic: Topic, conclusion: Conclusion)?

  /// Whether these codes, and no others, are named: `D0801 D0396`; the word `none` for nothing to report.
  ///
  /// Of a range or a choice one code is enough; units need not be given.
  package func isAnswered(by typed: String) -> Bool {
    let words = Self.words(typed)
    if report.isEmpty { return words == ["NONE"] }
    var left = report.uniqued(by: \.description)
    guard words.count == left.count else { return false }
    for word in words {
      guard let place = left.firstIndex(where: { $0.accepts(word) }) else { return false }
      left.remove(at: place)
    }
    return true
  }

  /// The codes that were typed, in capitals; each once.
  static func words(_ typed: String) -> [String] {
    var words: [String] = []
    for word in typed.uppercased().split(whereSeparator: {
      $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "+"
    })
    where !words.contains(String(word)) {
      words.append(String(word))
    }
    return words
  }

  /// Why the codes are wrong: for each one too many, the answer where the paths part.
  package func partings(_ typed: String, by book: RuleBook) -> [WhyNot] {
    guard let path else { return [] }
    return Self.words(typed).compactMap { word in
      guard !report.contains(where: { $0.accepts(word) }), book.card(word) != nil else { return nil }
      return path.topic.whyNot(
        word, path.conclusion, on: book.edition.period.through ?? book.edition.reviewed, by: book)
    }
  }
}

extension Procedure {
  /// Whether a learner's word names the procedure.
  fileprivate func accepts(_ word: String) -> Bool {
    if "\(self)".uppercased() == word { return true }
    switch self {
    case .code(let service): return service.isNamed(word)
    case .range(let codes): return codes.contains { $0.id == word }
    case .oneOf(let services): return services.contains { $0.isNamed(word) }
    }
  }
}

extension CodedService {
  /// Whether the word is the code with its modifiers, with or without units.
  fileprivate func isNamed(_ word: String) -> Bool {
    "\(self)".uppercased() == word || ([code.id] + modifiers).joined(separator: "-") == word
  }
}

extension Topic {
  /// A question for every path whose answers all have a phrase.
  fileprivate func scenarios(on day: CalendarDay, by book: RuleBook) -> [QuizQuestion] {
    var questions: [QuizQuestion] = []
    forEachPath { steps in
      let phrases = steps.compactMap(\.answer.phrase)
      guard phrases.count == steps.count else { return }
      let conclusion = Conclusion(topic: self, steps: steps, answers: [:])
      let advice = conclusion.advice(on: day, by: book)
      questions.append(
        QuizQuestion(
          scenario: "\(title): \(phrases.joined(separator: "; ")).",
          report: advice.report.map(\.value.procedure),
          reasons: advice.reasons, path: (self, conclusion)))
    }
    return questions
  }
}

extension WorkedCase {
  /// A question for every way of billing the case.
  fileprivate func scenarios(by book: RuleBook) -> [QuizQuestion] {
    variants.compactMap { variant in
      guard case .advises(let advice) = book.evaluate(variant.visit) else { return nil }
      let facts = variant.visit.facts.fields.map { "\($0): \(variant.visit.facts[$0] ?? "")" }
      let end = facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))"
      return QuizQuestion(
        scenario: story + end, report: advice.services.flatMap { $0.report.map(\.value.procedure) },
        reasons: advice.services.flatMap(\.reasons), path: nil)
    }
  }
}

extension Advice {
  /// Why what is reported is, or why nothing is.
  var reasons: [Statement] {
    report.map(\.value.reason) + nothing.map(\.value) + (report.isEmpty ? includedIn.map(\.value.reason) : [])
      + notInForce.map(\.value).map { notInForce in
        Statement(text: explanation(of: notInForce), evidence: notInForce.service.code.life.evidence)
      }
  }
}

/// Numbers that are the same for the same seed on every machine.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to below a count, whatever the size of an `Int`.
  mutating func index(below count: Int) -> Int { Int(next(upperBound: UInt64(count))) }

  /// The elements in another order.
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    for place in elements.indices.dropLast() {
      elements.swapAt(place, place + index(below: elements.count - place))
    }
    return elements
  }
}
