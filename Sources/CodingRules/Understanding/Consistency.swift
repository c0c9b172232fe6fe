extension Topic {
  /// Whether at least one path has all of these answers, in time linear in the questions.
  ///
  /// - Parameter facts: Answers of the whole visit, which apply if the path asks for them.
  func admits(_ answers: [(field: String, answer: String)], facts: [(field: String, answer: String)] = [])
    -> Bool
  {
    var most = Array(repeating: 0, count: questions.count)
    for index in questions.indices.reversed() {
      let question = questions[index]
      let given = answers.first { $0.field == question.field }?.answer
      let known = given ?? facts.first { $0.field == question.field }?.answer
      var best = -1
      for answer in question.answers where known == nil || answer.id == known {
        let rest = answer.next.map { most[$0] } ?? 0
        if rest >= 0 { best = max(best, rest + (given == nil ? 0 : 1)) }
      }
      most[index] = best
    }
    return most.first == answers.count
  }

  /// Returns the stated answers that are consistent, in question order.
  ///
  /// Omits answers ruled out by an earlier one, and fields with conflicting answers.
  func consistent(_ stated: [DraftAnswer], facts: [(field: String, answer: String)]) -> [DraftAnswer] {
    var kept: [DraftAnswer] = []
    var fields: [String] = []
    for question in questions where !fields.contains(question.field) {
      fields.append(question.field)
      let given = stated.filter { $0.field == question.field }
      guard let first = given.first, given.allSatisfy({ $0.answer == first.answer }) else { continue }
      if admits((kept + [first]).map { ($0.field, $0.answer) }, facts: facts) { kept.append(first) }
    }
    return kept
  }
}
