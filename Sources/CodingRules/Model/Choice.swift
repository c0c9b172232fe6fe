extension Question {
  /// Whether the question has enough answers to be shown in two columns.
  package var isLong: Bool { answers.count > 12 }

  /// The result of matching a typed line to the answers.
  enum Choice {
    /// No match.
    case unknown
    /// A single answer.
    case one(Answer)
    /// Several answers that begin with the text.
    case several([Answer])
  }

  private static let colloquial = ["y": "yes", "yep": "yes", "yeah": "yes", "n": "no", "nope": "no"]

  /// Matches a typed line to the answers: a number, a name, the start of a word in a name, or `y` or
  /// `n`; no other single letter matches.
  func choice(_ typed: String) -> Choice {
    let word = typed.trimmed
    if let number = Int(word) {
      return answers.indices.contains(number - 1) ? .one(answers[number - 1]) : .unknown
    }
    let spelled = Self.colloquial[word.lowercased()] ?? word
    if let answer = answer(named: word) ?? answer(named: spelled) { return .one(answer) }
    guard spelled.utf8.count > 1 else { return .unknown }
    let begun = answers(beginning: spelled)
    return begun.count > 1 ? .several(begun) : begun.first.map(Choice.one) ?? .unknown
  }
}
