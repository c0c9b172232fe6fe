extension Check {
  /// Every start and end of a reported code has an example on each side.
  static let datesPinned = Check { book in
    let points = book.topics.flatMap(book.testPoints)
    var pinned: Set<String> = []
    for point in points { for code in point.codes { pinned.insert("\(code) \(point.day)") } }
    return book.reportedCodes.flatMap { topic, code in
      code.life.period.boundaries(in: book.edition.period).filter { boundary in
        ![boundary.last, boundary.first].allSatisfy { pinned.contains("\(code.id) \($0)") }
      }.map { topic.finding("\(code.id) \($0.needsExamples)") }
    }
  }

  /// Every start and end of an effect that decides the report has an example on each side.
  static let effectsPinned = Check { book in
    book.topics.flatMap { topic in
      let points = book.testPoints(topic)
      return topic.ownAnswers.flatMap { own in
        own.answer.boundaries(in: book.edition.period).filter { boundary in
          ![boundary.last, boundary.first].allSatisfy { day in
            points.contains { $0.day == day && own.isTaken(by: $0.steps) }
          }
        }.map { own.finding("the answer \($0.needsExamples)") }
      }
    }
  }

  /// Every answer with notes on the edition's last day is in an example that lists their kinds.
  static let notesPinned = Check { book in
    book.topics.flatMap { topic in
      let pinning = book.examples(of: topic).filter { $0.notes != nil }
      let listed = pinning.flatMap { topic.path($0.answers).steps }
      return topic.ownAnswers.filter {
        $0.answer.hasNotes(in: book.edition.period) && !$0.isTaken(by: listed)
      }.map { $0.finding("no example with this answer lists the kinds of its 'notes'", "notes") }
    }
  }

  /// Every code that an answer excludes is listed as not separately reportable by an example.
  static let exclusionsPinned = Check { book in
    book.topics.flatMap { topic in
      let examples = book.examples(of: topic).map { (steps: topic.path($0.answers).steps, not: $0.not) }
      return topic.ownAnswers.flatMap { own in
        let taken = examples.filter { own.isTaken(by: $0.steps) }
        return own.answer.exclusions.filter { code in !taken.contains { $0.not.contains(code) } }.map {
          own.finding("no example with this answer has \($0) under 'not'", "notSeparately")
        }
      }
    }
  }
}

extension DateBoundary {
  /// The end of a sentence about something that has no example on each side of the boundary.
  fileprivate var needsExamples: String {
    "needs an example on \(last) and one on \(first), between which it changes"
  }
}

/// The path of an example on a day for which the example states the report.
private struct TestPoint {
  let day: CalendarDay
  let steps: [Step]
  /// The codes that the answers report or rule out on any day.
  let codes: Set<String>
}

extension RuleBook {
  fileprivate func testPoints(_ topic: Topic) -> [TestPoint] {
    examples(of: topic).flatMap { example -> [TestPoint] in
      let steps = topic.path(example.answers).steps
      let days = [example.day ?? edition.period.through].compactMap(\.self) + example.dates.map(\.day)
      return days.map { day in
        let codes = steps.flatMap(\.answer.effects).flatMap(\.effect.candidates)
        return TestPoint(day: day, steps: steps, codes: Set(codes.map(\.id)))
      }
    }
  }

  /// The reported codes, each with the first topic that reports it.
  fileprivate var reportedCodes: [(topic: Topic, code: Code)] {
    var found: Set<String> = []
    return topics.flatMap { topic in
      topic.questions.flatMap(\.answers).flatMap(\.reports).flatMap(\.procedure.codes)
        .filter { found.insert($0.id).inserted }.map { (topic, $0) }
    }
  }
}

extension Answer {
  /// Returns the boundaries of the effects that decide what is reported.
  fileprivate func boundaries(in period: Period) -> [DateBoundary] {
    let boundaries = effects.flatMap { timed -> [DateBoundary] in
      switch timed.effect {
      case .report, .includedIn, .nothing: timed.period.boundaries(in: period)
      case .notSeparately, .note, .dissent: []
      }
    }
    return Set(boundaries).sorted { $0.first < $1.first }
  }

  /// Whether there are notes on the last day of a period, or on any day if its end is open.
  fileprivate func hasNotes(in period: Period) -> Bool {
    effects.contains { timed in
      if case .note = timed.effect { period.through.map(timed.period.contains) != false } else { false }
    }
  }

  /// The codes that are not separately reportable, without duplicates.
  fileprivate var exclusions: [String] {
    effects.flatMap { timed -> [String] in
      if case .notSeparately(let exclusion) = timed.effect { exclusion.codes.map(\.id) } else { [] }
    }.uniqued()
  }
}
