extension Check {
  /// No path asks for a field twice.
  static let fieldsAskedOnce = Check { book in
    book.topics.flatMap { topic in
      var twice: [String: String] = [:]
      topic.forEachPath(limit: topic.pathLimit) { steps in
        var asked: Set<String> = []
        for field in steps.map(\.question.field) where !asked.insert(field).inserted {
          twice[field] = twice[field] ?? shortPath(steps)
        }
      }
      return twice.sorted { $0.key < $1.key }.map {
        topic.finding("a path asks for '\($0.key)' twice: \($0.value)")
      }
    }
  }

  /// Every question is reachable.
  static let everyQuestionAsked = Check { book in
    book.topics.flatMap { topic in
      let asked = Set(topic.openQuestions([:]).map { $0.topic + "/" + $0.id })
      return topic.ownQuestions.filter { !asked.contains($1.topic + "/" + $1.id) }.map {
        topic.finding("no path reaches the question '\($1.id)'", $0)
      }
    }
  }

  /// Every path leads to advice on every day of change in the edition.
  static let everyPathAdvises = Check { book in
    book.topics.flatMap { topic in
      var findings: [Finding] = []
      let isAll = topic.forEachPath(limit: topic.pathLimit) { steps in
        let silent = book.advice(topic, steps).first { !$0.isConclusive }?.basis.day
        if let silent {
          findings.append(topic.finding("a path ends without advice on \(silent): \(shortPath(steps))"))
        }
      }
      if !isAll {
        findings.append(
          topic.finding("more than \(topic.pathLimit) paths; not all were checked", "questions", .warning))
      }
      return findings
    }
  }

  /// No path both reports and forbids a code.
  static let nothingReportedAndForbidden = Check { book in
    book.topics.flatMap { topic in
      var findings: [Finding] = []
      topic.forEachPath(limit: topic.pathLimit) { steps in
        for advice in book.advice(topic, steps) {
          let forbidden = advice.notSeparately.flatMap(\.value.codes)
          for code in advice.report.flatMap(\.value.procedure.codes) where forbidden.contains(code) {
            let finding = topic.finding(
              "a path both reports and forbids \(code.id): \(shortPath(steps))")
            if findings.last != finding { findings.append(finding) }
          }
        }
      }
      return findings
    }
  }
}

extension RuleBook {
  /// Returns the advice of a path on each day of change in the edition, computed as it is needed.
  fileprivate func advice(_ topic: Topic, _ steps: [Step]) -> some Sequence<Advice> {
    let conclusion = Conclusion(topic: topic, steps: steps)
    return conclusion.daysOfChange(in: edition).lazy.map { conclusion.advice(on: $0, by: self) }
  }
}
