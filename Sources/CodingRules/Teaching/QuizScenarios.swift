extension Topic {
  /// The maximum number of paths used for a quiz, which is lower if paths may be long.
  private var maxScenarios: Int { min(2_000, 100_000 / max(1, questions.count)) }

  /// Returns a question for each path whose answers all have a phrase, up to a maximum number of
  /// paths. Facts of the whole visit come last in the scenario.
  func scenarios(on day: CalendarDay, by book: RuleBook) -> [QuizQuestion] {
    var questions: [QuizQuestion] = []
    forEachPath(limit: maxScenarios) { steps in
      let ordered =
        steps.filter { $0.question.scope != .visit } + steps.filter { $0.question.scope == .visit }
      let phrases = ordered.compactMap(\.answer.phrase)
      guard phrases.count == steps.count else { return }
      let conclusion = Conclusion(topic: self, steps: steps)
      let advice = conclusion.advice(on: day, by: book)
      questions.append(
        QuizQuestion(
          scenario: phrases.map(\.asSentence).joined(separator: " "),
          report: advice.report.map(\.value.procedure), reasons: advice.reasons, details: [id] + phrases,
          day: day, services: [(topic: self, conclusion: conclusion)]))
    }
    return questions
  }
}

extension WorkedCase {
  /// Returns a question for each way of billing the case.
  func scenarios(by book: RuleBook) -> [QuizQuestion] {
    variants.compactMap { variant in
      let visit = variant.visit
      guard case .advises(let advice) = book.evaluate(visit) else { return nil }
      let phrases = advice.knownAnswers.map { $0.phrase ?? $0.label }
      let services = zip(visit.services, advice.services).map { service, advice in
        (topic: service.topic, conclusion: Conclusion(topic: service.topic, steps: advice.steps))
      }
      return QuizQuestion(
        scenario: ([story] + phrases.map(\.asSentence)).joined(separator: " "),
        report: advice.services.flatMap { $0.report.map(\.value.procedure) },
        reasons: advice.services.flatMap(\.reasons), details: [id, story] + phrases, day: visit.day,
        services: services)
    }
  }
}

extension VisitAdvice {
  /// The facts of the whole visit that some service asked for.
  var knownAnswers: [Answer] {
    let steps = services.flatMap(\.steps).filter { $0.question.scope == .visit }
    return steps.uniqued(by: \.question.field).map(\.answer)
  }
}

extension Advice {
  /// The reasons for what is or is not reported, each with its subject.
  fileprivate var reasons: [(about: String, Statement)] {
    let reported = report.map { (about: "\($0.value.procedure)", $0.value.reason) }
    let ended = notInForce.map(\.value).map { code in
      let reason = Statement(text: explanation(of: code), evidence: code.service.code.life.evidence)
      return (about: code.service.description, reason)
    }
    let devices = includedIn.map { (about: $0.value.device.label, $0.value.reason) }
    return reported + nothing.map { (about: "Nothing to report", $0.value) } + (report.isEmpty ? devices : [])
      + ended
  }
}

/// A generator with the same numbers for the same seed on every machine.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Returns a number in `0..<count`, independent of the size of `Int`.
  mutating func index(below count: Int) -> Int { Int(next(upperBound: UInt64(count))) }

  /// Returns the elements in random order.
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    for offset in elements.indices.dropLast() {
      elements.swapAt(offset, offset + index(below: elements.count - offset))
    }
    return elements
  }
}
