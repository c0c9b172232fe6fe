/// What can be typed once there is an answer, and what can be typed at every question.
extension Conversation {
  /// Takes a line of the talk after the answer.
  mutating func takeTalk(_ typed: String) -> Reply {
    let words = typed.split(separator: " ").map(String.init)
    let (first, rest) = (words[0].lowercased(), words.dropFirst().joined(separator: " "))
    if let section = AdviceSection(rawValue: first), rest.isEmpty { return .show(section) }
    switch (first, rest) {
    case ("details", ""): return .details
    case ("note", ""): return .note
    case ("done", ""), ("finish", ""): return .finished
    case ("save", let path) where !path.isEmpty: return .save(path)
    case ("new", ""):
      let day = visit.day
      change { $0 = State(visit: Visit(day: day, services: [])) }
      return .restarted
    case ("why", _) where rest.lowercased().hasPrefix("not "):
      let code = String(rest.dropFirst(4)).uppercased()
      return book.code(code) == nil ? .notUnderstood(typed, suggestion: nil) : .whyNot(code)
    default: return takeEdit(typed) ?? takeOpening(typed)
    }
  }

  /// Changes an answer, or adds a service; nil when the line asks for neither.
  mutating func takeEdit(_ typed: String) -> Reply? {
    let words = typed.split(separator: " ", maxSplits: 1).map(String.init)
    switch words[0].lowercased() {
    case "another": return words.count == 1 ? .topics : takeOpening(words[1])
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
