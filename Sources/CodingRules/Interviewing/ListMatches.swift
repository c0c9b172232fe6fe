extension Conversation {
  /// Returns the labels of the answers in a long list that match a number or the start of a word.
  package func matches(_ typed: String) -> [String] {
    guard case .question(_, let question) = stage, question.isLong else { return [] }
    if let number = Int(typed.trimmed) {
      return question.answers.indices.contains(number - 1) ? [question.answers[number - 1].label] : []
    }
    return question.answers(beginning: typed).map(\.label)
  }
}
