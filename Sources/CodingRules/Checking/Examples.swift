extension Check {
  /// Every example leads to the advice it expects.
  static let examplesMatch = Check { book in
    book.topics.flatMap { topic in
      book.examples(of: topic).enumerated().flatMap { index, example in
        let days = [example.day].compactMap(\.self) + example.dates.map(\.day)
        let outside = days.filter { !book.edition.period.contains($0) }.map {
          "the edition does not cover \($0)" as Finding.Problem
        }
        return (topic.failures(of: example, by: book) + outside).map {
          topic.finding($0, "examples[\(index)]")
        }
      }
    }
  }

  /// Every answer in a topic's file is taken by one of its examples.
  static let everyAnswerExercised = Check { book in
    book.topics.flatMap { topic in
      book.unexercised(topic).map {
        $0.finding("no example takes the answer '\($0.answer.id)'", nil, .warning)
      }
    }
  }
}

/// The coverage of answers by examples.
package struct Coverage: Equatable, Sendable {
  /// The number of answers that an example takes.
  package let exercised: Int
  /// The number of all answers.
  package let total: Int
}

extension RuleBook {
  /// The coverage of the answers of all topics.
  package var coverage: Coverage {
    let topics = topics.map { topic in
      (total: topic.ownAnswers.count, missed: unexercised(topic).count)
    }
    let total = topics.map(\.total).reduce(0, +)
    return Coverage(exercised: total - topics.map(\.missed).reduce(0, +), total: total)
  }
}

extension RuleBook {
  /// Returns the answers in a topic's file that no example takes.
  fileprivate func unexercised(_ topic: Topic) -> [OwnAnswer] {
    var taken: Set<[String]> = []
    for example in examples(of: topic) {
      for step in topic.path(example.answers).steps { taken.insert([step.question.id, step.answer.id]) }
    }
    return topic.ownAnswers.filter { !taken.contains([$0.question.id, $0.answer.id]) }
  }
}

extension Topic {
  /// Returns the differences between the actual and the expected advice of an example.
  package func failures(of example: Example, by book: RuleBook) -> [Finding.Problem] {
    let conclusion: Conclusion
    switch evaluate(example.answers) {
    case .asks(let question): return [.exampleUnfinished(question: question.id)]
    case .advises(let reached): conclusion = reached
    }
    guard let day = example.day ?? book.edition.period.through else { return [] }
    let advice = conclusion.advice(on: day, by: book)
    let forbidden = advice.notSeparately.flatMap(\.value.codes).map(\.id)
    let notes = advice.notes.map(\.value.kind.rawValue)
    let parts: [(part: String, expected: [String], found: [String])] = [
      ("report", example.report, advice.reported),
      ("not", example.not, example.not.filter(forbidden.contains)),
      ("includedIn", example.includedIn, advice.includedIn.map(\.value.device.id)),
      ("notInForce", example.notInForce, advice.notInForce.map(\.value.service.code.id)),
      ("nothing", ["\(example.nothing)"], ["\(!advice.nothing.isEmpty)"]),
      ("notes", example.notes ?? notes, notes),
    ]
    let dated = example.dates.map { dated in
      let advice = conclusion.advice(on: dated.day, by: book)
      let dead = advice.notInForce.map { "!" + $0.value.service.code.id }
      return (part: "report on \(dated.day)", expected: dated.outcome, found: advice.reported + dead)
    }
    return Finding.Problem.differences(parts + dated)
  }
}
