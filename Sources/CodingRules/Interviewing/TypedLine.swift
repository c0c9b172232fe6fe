extension Conversation {
  /// Handles a typed line.
  package mutating func take(_ line: String) -> Reply {
    let typed = line.trimmed
    if let command = ConversationCommand(typed: typed), !isAnswer(typed) { return perform(command) }
    if typed.isEmpty {
      if case .answered = stage { return .finished }
      if case .surgery = stage { return settleSurgery(nil) }
      return .nothingTyped
    }
    if let reply = takeDate(typed) { return reply }
    if !isAnswered, !isAnswer(typed), Reply(talk: typed) != nil { return .tooEarly(typed) }
    switch stage {
    case .opening: return takeOpening(typed)
    case .meaning(let ambiguity, let choices): return choose(typed, ambiguity, choices)
    case .question(let service, let question):
      return (isAnswer(typed) ? nil : takeEdit(typed)) ?? takeAnswer(typed, question, service)
    case .surgery:
      return CalendarDay(written: typed).map { settleSurgery($0) } ?? takeEdit(typed) ?? .noDate(typed)
    case .answered: return takeTalk(typed)
    }
  }

  /// Whether the words name an answer to the open question, as "not sure" does for some.
  private func isAnswer(_ typed: String) -> Bool {
    guard case .question(_, let question) = stage else { return false }
    return question.answer(named: typed) != nil
  }

  private mutating func perform(_ command: ConversationCommand) -> Reply {
    switch (command, stage) {
    case (.quit, _): return .quit
    case (.back, _): return undo() ? .wentBack : .atBeginning
    case (.restart, _):
      restart()
      return .restarted
    case (.review, _): return .review
    case (.help, .question(_, let question)): return .help(question)
    case (.help, .answered): return .talkHelp
    case (.help, _), (.why, .opening), (.notSure, .opening), (_, .meaning): return .topics
    case (.why, .question(let service, let question)), (.notSure, .question(let service, let question)):
      let outlook = Outlook(question, about: service, in: self)
      if command == .why { return .why(outlook) }
      setUnsure(service, question)
      return .notSure(outlook)
    case (.notSure, .surgery): return settleSurgery(nil)
    case (.notSure, _), (.why, _): return .show(.section(.why))
    }
  }

  // MARK: Opening

  mutating func takeOpening(_ typed: String) -> Reply {
    if let code = askedCode(typed) { return .code(code) }
    let reading = reader.read(typed, on: visit.day)
    let named = reading.ambiguities.isEmpty ? book.topics.exactly(typed).map { [$0] } : nil
    if let chosen = numbered(typed) ?? named {
      change { state in for topic in chosen { state.add(topic) } }
      return .added(chosen)
    }
    return take(reading, from: typed)
  }

  /// Returns the code that the words ask about: "D0801", "d0801?", "what is D0396".
  private func askedCode(_ typed: String) -> CodeCard? {
    let words = nameKey(typed).split(separator: " ").map(String.init)
    guard let code = words.last, words.dropLast().allSatisfy(["what", "whats", "is", "s"].contains) else {
      return nil
    }
    return book.card(code.uppercased())
  }

  /// Returns the topics for a list of numbers separated by commas or spaces.
  func numbered(_ typed: String) -> [Topic]? {
    let parts = typed.split { $0 == "," || $0 == " " }
    let numbers = parts.compactMap { Int($0) }.filter { topics.indices.contains($0 - 1) }
    return parts.isEmpty || numbers.count < parts.count ? nil : numbers.map { topics[$0 - 1] }
  }

  /// Adds the contents of a sentence.
  package mutating func take(_ reading: Reading, from typed: String) -> Reply {
    if reading.isEmpty {
      let names = topics.flatMap(\.names) + book.devices.flatMap { [$0.label] + $0.also }
      return .notUnderstood(typed, suggestion: nearestName(to: typed, among: names))
    }
    let book = book
    change { state in
      state.add(reading, by: book)
      state.sentence = typed
    }
    return .understood(reading)
  }

  private mutating func choose(_ typed: String, _ ambiguity: Ambiguity, _ choices: [Meaning]) -> Reply {
    let named = choices.filter { $0.names.contains { nameKey($0) == nameKey(typed) } }
    let number = Int(typed).flatMap { choices.indices.contains($0 - 1) ? choices[$0 - 1] : nil }
    guard let chosen = number ?? (named.count == 1 ? named.first : nil) else {
      return .notUnderstood(typed, suggestion: nil)
    }
    let (reader, day) = (reader, visit.day)
    change { state in
      state.ambiguities.removeFirst()
      switch chosen {
      case .service(let topic):
        let read = reader.read(state.sentence, on: day, of: topic).services.first
        state.add(topic, read?.answers ?? [:], name: ambiguity.words)
      case .answer(let topic, let question, let answer):
        let known = state.visit.services.lastIndex { $0.topic.id == topic.id }
        if known == nil { state.add(topic, name: ambiguity.words) }
        state.answer(answer.id, question, service: known ?? state.visit.services.count - 1)
      }
    }
    return .chose(chosen)
  }

  // MARK: Answers

  private mutating func takeAnswer(_ typed: String, _ question: Question, _ service: Int) -> Reply {
    switch question.choice(typed) {
    case .one(let answer):
      change { $0.answer(answer.id, question, service: service) }
      return .took([Step(question: question, answer: answer)])
    case .several(let answers): return .ambiguous(question, answers)
    case .unknown: return takeAhead(typed, question, service)
    }
  }

  /// Looks for answers to later questions, from someone who says more than was asked.
  private mutating func takeAhead(_ typed: String, _ question: Question, _ service: Int) -> Reply {
    if let code = askedCode(typed) { return .code(code) }
    let (topic, known) = (visit.services[service].topic, answers(service))
    let reading = reader.read(typed, on: visit.day)
    let stated = reading.services.filter { $0.topic == topic.id }.flatMap(\.stated) + reading.facts
    var new = stated.compactMap { topic.step($0.field, $0.answer) }.filter { known[$0.question.field] == nil }
    var unused: [String] = []
    if new.isEmpty {
      new = topic.steps(named: typed).filter { known[$0.question.field] == nil }
    } else {
      let ignored = stated.filter { known[$0.field] != nil && known[$0.field] != $0.answer }
      unused = ignored.map(\.words) + reader.read(typed, on: visit.day, of: topic).unused
    }
    if !new.isEmpty {
      change { state in for step in new { state.answer(step.answer.id, step.question, service: service) } }
      return .took(new, unused: unused)
    }
    if let other = book.topics.exactly(typed) ?? reading.services.first.flatMap({ book.topic($0.topic) }),
      other.id != topic.id
    {
      return .otherTopic(other, typed)
    }
    return .notUnderstood(typed, suggestion: nearestName(to: typed, among: question.names))
  }
}

extension Meaning {
  /// The names of the meaning.
  fileprivate var names: [String] {
    switch self {
    case .service(let topic): topic.names
    case .answer(_, _, let answer): answer.names
    }
  }
}

extension Topic {
  /// Returns the only answer with this name; empty if several questions have one.
  func steps(named word: String) -> [Step] {
    let steps = questions.compactMap { question in
      question.answer(named: word).map { Step(question: question, answer: $0) }
    }.uniqued(by: \.question.field)
    return steps.count == 1 && word.utf8.count > 3 ? steps : []
  }
}
