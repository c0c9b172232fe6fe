/// A command of the dialogue after the answer.
enum TalkCommand {
  case details, note, finish
  case show(AdviceSection)
  case save(path: String)
  case whyNot(code: String)

  /// Parses a nonempty line; nil if it is not a command.
  init?(typed: String) {
    let words = typed.split(separator: " ").map(String.init)
    let (first, rest) = (words[0].lowercased(), words.dropFirst().joined(separator: " "))
    switch (first, rest) {
    case ("details", ""): self = .details
    case ("note", ""): self = .note
    case ("done", ""), ("finish", ""): self = .finish
    case ("save", let path) where !path.isEmpty: self = .save(path: path)
    case ("why", _) where rest.lowercased().hasPrefix("not "):
      self = .whyNot(code: String(rest.dropFirst(4)).uppercased())
    default:
      guard rest.isEmpty, let section = AdviceSection(rawValue: first) else { return nil }
      self = .show(section)
    }
  }
}

extension Conversation {
  /// Handles a line of the dialogue after the answer.
  mutating func takeTalk(_ typed: String) -> Reply {
    switch TalkCommand(typed: typed) {
    case .details: return .details
    case .note: return .note
    case .finish: return .finished
    case .save(let path): return .save(path)
    case .show(let section): return .show(section)
    case .whyNot(let code):
      return book.code(code) == nil ? .notUnderstood(typed, suggestion: nil) : .whyNot(code)
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

  /// Changes an answer, adds a service or starts another visit; nil for any other line.
  mutating func takeEdit(_ typed: String) -> Reply? {
    let words = typed.split(separator: " ", maxSplits: 1).map(String.init)
    switch words[0].lowercased() {
    case "another": return words.count == 1 ? .topics : takeOpening(words[1])
    case "new" where words.count == 1:
      beginAnother()
      return .restarted
    case "change":
      guard words.count == 2, let number = Int(words[1]), items.indices.contains(number - 1) else {
        return .review
      }
      let item = items[number - 1]
      change { $0.answer(nil, item.step.question, service: item.service) }
      return .reopened(item.step)
    default: return nil
    }
  }
}
