extension Topic {
  /// Visits every complete path, in the order of the answers.
  ///
  /// The cost is proportional to the number of paths, which `limit` bounds.
  ///
  /// - Returns: Whether all paths were visited.
  @discardableResult
  package func forEachPath(limit: Int = .max, _ visit: ([Step]) -> Void) -> Bool {
    var choices: [Int] = []
    for _ in 0..<limit {
      var depth = 0
      let steps = path { question, _ in
        if depth == choices.count { choices.append(0) }
        defer { depth += 1 }
        return question.answers[choices[depth]]
      }.steps
      visit(steps)
      while let last = choices.last, last + 1 == steps[choices.count - 1].question.answers.count {
        choices.removeLast()
      }
      guard let last = choices.popLast() else { return true }
      choices.append(last + 1)
    }
    return false
  }

  /// Returns the questions that may still be asked, in order, starting with the open one.
  ///
  /// An answered question is followed only along its answer.
  package func openQuestions(_ answers: Answers) -> [Question] {
    reachable(answers).filter { $0.given == nil }.map(\.question)
  }

  /// Returns the open questions, except those that repeat a field without adding an answer.
  package func openFacts(_ answers: Answers) -> [Question] {
    var facts: [Question] = []
    for question in openQuestions(answers) {
      let known = facts.filter { $0.field == question.field }.flatMap(\.answers).map(\.id)
      if !question.answers.allSatisfy({ known.contains($0.id) }) { facts.append(question) }
    }
    return facts
  }

  /// Returns the codes that can still be reported given the answers, in question order.
  ///
  /// - Parameter day: The date of service; nil for any.
  package func reachableCodes(_ answers: Answers, on day: CalendarDay? = nil) -> [String] {
    reachable(answers).flatMap { $0.given.map { [$0] } ?? $0.question.answers }
      .flatMap { $0.reportable(on: day) }.uniqued()
  }

  /// Returns the questions that paths with these answers can reach, in order, each with its answer
  /// if given.
  ///
  /// Questions only lead forward, so one pass finds them all.
  private func reachable(_ answers: Answers) -> [(question: Question, given: Answer?)] {
    var isReached = questions.indices.map { $0 == 0 }
    var found: [(question: Question, given: Answer?)] = []
    for (index, question) in questions.enumerated() where isReached[index] {
      let given = answers[question.field].flatMap(question.answer(id:))
      for answer in given.map({ [$0] }) ?? question.answers {
        if let next = answer.next { isReached[next] = true }
      }
      found.append((question, given))
    }
    return found
  }
}

extension Answer {
  /// The codes and ranges of codes that the answer itself reports on some date.
  package var reportable: [String] { reportable(on: nil) }

  /// Returns the codes and ranges of codes that the answer itself reports on a date of service; nil for any.
  func reportable(on day: CalendarDay?) -> [String] {
    reports.filter { timed in day.map(timed.period.contains) ?? true }.flatMap { timed in
      if case .range = timed.procedure { return [timed.procedure.description] }
      return timed.procedure.codes.map(\.id)
    }
  }

  /// Whether the answer itself reports the code on some date.
  func reports(_ code: String) -> Bool {
    content.mayReport(code) && reports.contains { $0.procedure.codes.contains { $0.id == code } }
  }

  /// Whether the answer itself reports the code on a date of service.
  func reports(_ code: String, on day: CalendarDay) -> Bool {
    reports.contains { timed in
      timed.period.contains(day)
        && timed.procedure.codes.contains { $0.id == code && $0.life.period.contains(day) }
    }
  }
}
