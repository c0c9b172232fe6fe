extension Conversation {
  /// Sets answers given as words, for every service that asks for them.
  package mutating func set(_ words: Words) throws(UnknownAnswer) {
    for (index, service) in visit.services.enumerated() {
      var own = Words()
      for field in service.topic.fields { own[field] = words[field] }
      set(try service.topic.answers(for: own), service: index)
    }
  }

  /// Sets answers of a service, replacing earlier ones; those to questions of the whole visit become facts of it.
  package mutating func set(_ answers: Answers, service: Int) {
    guard !answers.fields.isEmpty else { return }
    let questions = visit.services[service].topic.questions
    change { state in
      for field in answers.fields {
        guard let question = questions.first(where: { $0.field == field }) else { continue }
        state.answer(answers[field], question, service: service)
      }
    }
  }

  /// Asks an answered question again, keeping all other answers.
  package mutating func reopen(_ field: String, service: Int) {
    guard let step = steps(service).first(where: { $0.question.field == field }) else { return }
    change { $0.answer(nil, step.question, service: service) }
  }

  /// Removes a service.
  package mutating func remove(service: Int) {
    change { state in
      state.visit.services.remove(at: service)
      state.names.remove(at: service)
      state.unsure = []
    }
  }

  /// Changes the date of service.
  package mutating func set(day: CalendarDay) { change { $0.visit.day = day } }

  /// Asks for the date of surgery again.
  package mutating func reopenSurgery() { change { $0.isSurgerySettled = false } }

  /// Asks the questions answered "not sure" again.
  package mutating func askAgain() { change { $0.unsure = [] } }

  /// Starts another visit on the same day.
  package mutating func beginAnother() {
    let day = visit.day
    change { $0 = State(visit: Visit(day: day, services: [])) }
  }

  // MARK: Typed dates

  /// Changes the date of service; nil if the line is not a date or the date of surgery is asked for.
  mutating func takeDate(_ typed: String) -> Reply? {
    if case .surgery = stage { return nil }
    let words = typed.split(separator: " ", maxSplits: 1).map(String.init)
    let isMarked = words.count == 2 && ["date", "on"].contains(words[0].lowercased())
    guard let day = CalendarDay(written: isMarked ? words[1] : typed) else { return nil }
    set(day: day)
    return .dated
  }

  mutating func settleSurgery(_ day: CalendarDay?) -> Reply {
    change { state in
      state.visit.surgery = day
      state.isSurgerySettled = true
    }
    return .settled
  }
}
