extension Topic {
  /// Turns words for fields, as flags, columns and keys give them, into answers; case and spaces are forgiven.
  ///
  /// - Throws: `UnknownAnswer` for the first word that its question does not know, and for a field that no question has.
  public func answers(named words: Answers) throws(UnknownAnswer) -> Answers {
    var answers = Answers()
    var place: Int? = 0
    while let current = place, let word = words[questions[current].field] {
      let question = questions[current]
      guard let answer = question.place(ofAnswerNamed: word) else {
        throw UnknownAnswer(field: question.field, word: word, questions: [question])
      }
      answers[question.field] = question.answers[answer].id
      place = question.answers[answer].next
    }
    for field in words.fields where answers[field] == nil {
      answers[field] = try questions.answer(to: field, named: words[field] ?? "")
    }
    return answers
  }

  /// The fields that the topic's questions ask for, each once, in order.
  public var fields: [String] {
    var fields: [String] = []
    for question in questions where !fields.contains(question.field) { fields.append(question.field) }
    return fields
  }
}

extension RuleBook {
  /// Turns words for facts of the whole visit into answers; case and spaces are forgiven.
  ///
  /// - Throws: `UnknownAnswer` for the first word that no question of its field knows.
  public func facts(named words: Answers) throws(UnknownAnswer) -> Answers {
    let questions = topics.flatMap(\.visitQuestions)
    var facts = Answers()
    for field in words.fields { facts[field] = try questions.answer(to: field, named: words[field] ?? "") }
    return facts
  }
}

extension [Question] {
  /// The id of the first answer of this name to a field.
  fileprivate func answer(to field: String, named word: String) throws(UnknownAnswer) -> String {
    let asked = filter { $0.field == field }
    guard let answer = asked.lazy.compactMap({ $0.answer(named: word) }).first else {
      throw UnknownAnswer(field: field, word: word, questions: asked)
    }
    return answer.id
  }
}

/// A word that is no answer to the questions of its field.
public struct UnknownAnswer: Error, Sendable {
  /// The field.
  public let field: String
  /// The word as it was given.
  public let word: String
  /// The questions that ask for the field; none when the topic has no such field.
  public let questions: [Question]

  /// Creates the error.
  public init(field: String, word: String, questions: [Question]) {
    self.field = field
    self.word = word
    self.questions = questions
  }
}

extension UnknownAnswer: CustomStringConvertible {
  /// What is wrong and what would be right, in one sentence.
  public var description: String {
    var ids: [String] = []
    for id in questions.flatMap(\.answers).map(\.id) where !ids.contains(id) { ids.append(id) }
    let suggestion = nearestName(to: word, among: questions.flatMap(\.names))
    return "no answer '\(excerpt(word))'" + (suggestion.map { " — did you mean '\($0)'?" } ?? "")
      + " (one of: \(ids.joined(separator: ", ")))"
  }
}
