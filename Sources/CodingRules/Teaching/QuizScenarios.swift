extension Topic {
  /// How many paths a quiz is made of at most; fewer where they may be long.
  private var maxScenarios: Int { min(2_000, 100_000 / max(1, questions.count)) }

  /// A question for every path whose answers all have a phrase; of a topic with very many paths, for the first.
  func scenarios(on day: CalendarDay, by book: RuleBook) -> [QuizQuestion] {
    var questions: [QuizQuestion] = []
    forEachPath(limit: maxScenarios) { steps in
      let phrases = steps.compactMap(\.answer.phrase)
      guard phrases.count == steps.count else { return }
      let conclusion = Conclusion(topic: self, steps: steps, answers: [:])
      let advice = conclusion.advice(on: day, by: book)
      questions.append(
        QuizQuestion(
          scenario: "\(title): \(phrases.joined(separator: "; ")).",
          report: advice.report.map(\.value.procedure),
          reasons: advice.reasons, details: [id] + phrases, path: (self, conclusion)))
    }
    return questions
  }
}

extension WorkedCase {
  /// A question for every way of billing the case.
  func scenarios(by book: RuleBook) -> [QuizQuestion] {
    variants.compactMap { variant in
      guard case .advises(let advice) = book.evaluate(variant.visit) else { return nil }
      let facts = variant.visit.facts.fields.map { "\($0): \(variant.visit.facts[$0] ?? "")" }
      let end = facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))"
      return QuizQuestion(
        scenario: story + end, report: advice.services.flatMap { $0.report.map(\.value.procedure) },
        reasons: advice.services.flatMap(\.reasons), details: [id, story] + facts, path: nil)
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
struct SplitMix64: RandomNumberGenerator {
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
    for offset in elements.indices.dropLast() {
      elements.swapAt(offset, offset + index(below: elements.count - offset))
    }
    return elements
  }
}
