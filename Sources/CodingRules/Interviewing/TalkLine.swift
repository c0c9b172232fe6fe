extension Reply {
  /// Parses a nonempty line of the dialogue after the answer; nil if it is not a command.
  init?(talk typed: String) {
    let words = typed.split(separator: " ").map(String.init)
    let (first, rest) = (words[0].lowercased(), words.dropFirst().joined(separator: " "))
    switch (first, rest) {
    case ("details", ""): self = .show(.everything)
    case ("note", ""): self = .note
    case ("done", ""), ("finish", ""): self = .finished
    case ("save", let path) where !path.isEmpty: self = .save(path)
    case ("why", _) where rest.lowercased().hasPrefix("not "):
      self = .whyNot(String(rest.dropFirst(4)).uppercased())
    default:
      guard rest.isEmpty, let section = AdviceSection(rawValue: first) else { return nil }
      self = .show(.section(section))
    }
  }
}

extension Conversation {
  /// Handles a line of the dialogue after the answer.
  mutating func takeTalk(_ typed: String) -> Reply {
    switch Reply(talk: typed) {
    case .whyNot(let code)? where book.code(code) == nil: return .notUnderstood(typed, suggestion: nil)
    case let reply?: return reply
    case nil:
      if let reply = takeLate(typed) ?? takeEdit(typed) { return reply }
      // A number means a topic only when the topics are listed.
      return numbered(typed) == nil ? takeOpening(typed) : .notUnderstood(typed, suggestion: nil)
    }
  }

  /// Answers a question left as "not sure"; nil if the words match none, or several.
  private mutating func takeLate(_ typed: String) -> Reply? {
    let fitting = unsure.compactMap { service, question -> (service: Int, step: Step)? in
      guard case .one(let answer) = question.choice(typed) else { return nil }
      return (service, Step(question: question, answer: answer))
    }
    guard fitting.count == 1 else { return nil }
    let (service, step) = fitting[0]
    change { $0.answer(step.answer.id, step.question, service: service) }
    return .took([step])
  }

  /// Changes or corrects an answer, adds a service or starts another visit; nil for any other line.
  mutating func takeEdit(_ typed: String) -> Reply? {
    let words = typed.split(separator: " ", maxSplits: 1).map(String.init)
    switch words[0].lowercased() {
    case "another": return words.count == 1 ? .topics : takeOpening(words[1])
    case "new" where words.count == 1:
      beginAnother()
      return .restarted
    case "change": return takeChange(words.count == 2 ? words[1] : "")
    case "remove", "delete", "drop": return takeRemoval(words.count == 2 ? words[1] : "")
    default: return takeCorrection(typed)
    }
  }

  /// Changes an answer by the number of its item: `2`, or `2 to stone`.
  private mutating func takeChange(_ typed: String) -> Reply {
    let (number, rest) = typed.atFirstSpace
    guard let number = Int(number), items.indices.contains(number - 1) else { return .review }
    let item = items[number - 1]
    let word = rest.map { $0.lowercased().hasPrefix("to ") ? String($0.dropFirst(3)) : $0 } ?? ""
    guard case .one(let answer) = item.step.question.choice(word) else {
      change { $0.answer(nil, item.step.question, service: item.service) }
      return .reopened(item.step)
    }
    change { $0.answer(answer.id, item.step.question, service: item.service) }
    return .took([Step(question: item.step.question, answer: answer)])
  }

  /// Removes a service by its number or name; lists the services if it is not one of them.
  private mutating func takeRemoval(_ typed: String) -> Reply {
    let topic = book.topics.exactly(typed)
    let named = visit.services.indices.filter { visit.services[$0].topic.id == topic?.id }
    let index = Int(typed).map { $0 - 1 } ?? (named.count == 1 ? named[0] : -1)
    guard visit.services.indices.contains(index) else { return .review }
    let title = title(of: index)
    remove(service: index)
    return .removed(title)
  }
}
