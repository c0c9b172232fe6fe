extension Topic {
  /// Visits every walk from the first question to an end, in the order of the answers.
  ///
  /// The cost grows with the number of walks; `limit` bounds it. Returns false when there are more.
  @discardableResult
  public func forEachWalk(limit: Int = .max, _ visit: ([Step]) -> Void) -> Bool {
    var left = limit
    var steps: [Step] = []
    func follow(_ place: Int?) -> Bool {
      guard let place else {
        guard left > 0 else { return false }
        left -= 1
        visit(steps)
        return true
      }
      let question = questions[place]
      for answer in question.answers {
        steps.append(Step(question: question, answer: answer))
        defer { steps.removeLast() }
        guard follow(answer.next) else { return false }
      }
      return true
    }
    return follow(0)
  }

  /// The questions that may still be asked, in order: the open one first, then those that its answers can lead to.
  ///
  /// A question whose field is answered is followed along that answer alone.
  public func openQuestions(_ answers: Answers) -> [Question] {
    var reached: Set<Int> = [0]
    var open: [Question] = []
    for (place, question) in questions.enumerated() where reached.contains(place) {
      let given = question.answers.filter { $0.id == answers[question.field] }
      if given.isEmpty { open.append(question) }
      for answer in given.isEmpty ? question.answers : given { answer.next.map { _ = reached.insert($0) } }
    }
    return open
  }

  /// The open questions, those that ask for the same fact as an earlier one left out unless they know other answers.
  public func openFacts(_ answers: Answers) -> [Question] {
    var facts: [Question] = []
    for question in openQuestions(answers) {
      let known = facts.filter { $0.field == question.field }.flatMap(\.answers).map(\.id)
      if !question.answers.allSatisfy({ known.contains($0.id) }) { facts.append(question) }
    }
    return facts
  }

  /// The codes that can still be reported when the answers are as given, in the order of the questions.
  public func codesInReach(_ answers: Answers) -> [String] {
    var reached: Set<Int> = [0]
    var codes: [String] = []
    for (place, question) in questions.enumerated() where reached.contains(place) {
      let given = question.answers.filter { $0.id == answers[question.field] }
      for answer in given.isEmpty ? question.answers : given {
        answer.next.map { _ = reached.insert($0) }
        for code in answer.reportable where !codes.contains(code) { codes.append(code) }
      }
    }
    return codes
  }
}

extension Answer {
  /// The codes, and ranges of codes, that the answer itself reports on some date.
  public var reportable: [String] {
    effects.flatMap { timed -> [String] in
      guard case .report(let line) = timed.effect else { return [] }
      if case .range = line.procedure { return [line.procedure.description] }
      return line.procedure.codes.map(\.id)
    }
  }
}
