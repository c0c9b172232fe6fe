extension Conversation {
  /// The answers of a long list that a number or the beginning of a word can mean, by their labels.
  package func matches(_ typed: String) -> [String] {
    guard case .question(_, let question) = stage, question.isLong else { return [] }
    if let number = Int(typed.trimmed) {
      return question.answers.indices.contains(number - 1) ? [question.answers[number - 1].label] : []
    }
    return question.answers(beginning: typed).map(\.label)
  }
}

extension Question {
  /// Whether the question has so many answers that they take two columns.
  package var isLong: Bool { answers.count > 12 }

  /// What a typed line chooses.
  enum Choice {
    /// No answer of the question.
    case unknown
    /// One answer.
    case one(Answer)
    /// Several answers begin so.
    case several([Answer])
  }

  /// What a typed line chooses: a number, a name, or the beginning of a word of a name; one letter alone only for yes or no.
  func choice(_ typed: String) -> Choice {
    let word = typed.trimmed
    if let number = Int(word) {
      return answers.indices.contains(number - 1) ? .one(answers[number - 1]) : .unknown
    }
    if let answer = answer(named: word) ?? answer(named: ["y": "yes", "n": "no"][word.lowercased()] ?? "") {
      return .one(answer)
    }
    guard word.utf8.count > 1 else { return .unknown }
    let begun = answers(beginning: word)
    return begun.count > 1 ? .several(begun) : begun.first.map(Choice.one) ?? .unknown
  }
}
