extension Topic {
  /// Turns words for fields, as flags, columns and keys give them, into answers; case and spaces are ignored.
  ///
  /// - Throws: `UnknownAnswer` for the first word that its question does not know, and for a field that no question has.
  public func answers(for words: Words) throws(UnknownAnswer) -> Answers {
    let path = try path { question throws(UnknownAnswer) in
      guard let word = words[question.field] else { return nil }
      guard let answer = question.answer(named: word) else {
        throw UnknownAnswer(field: question.field, word: word, questions: [question])
      }
      return answer
    }
    var answers = Answers(path.steps)
    for field in words.fields where answers[field] == nil {
      answers[field] = try questions.answer(to: field, in: words)
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
  /// Turns words for facts of the whole visit into answers; case and spaces are ignored.
  ///
  /// - Throws: `UnknownAnswer` for the first word that no question of its field knows.
  public func facts(for words: Words) throws(UnknownAnswer) -> Answers {
    let questions = topics.flatMap(\.visitQuestions)
    var facts = Answers()
    for field in words.fields { facts[field] = try questions.answer(to: field, in: words) }
    return facts
  }

  /// The questions whose facts hold for the whole visit, each fact once.
  package var visitFacts: [Question] { topics.flatMap(\.visitQuestions).uniqued(by: \.field) }
}

extension [Question] {
  /// The id of the first answer to a field that the words name.
  fileprivate func answer(to field: String, in words: Words) throws(UnknownAnswer) -> String {
    let (word, asked) = (words[field] ?? "", filter { $0.field == field })
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
  package let questions: [Question]

  /// Creates an unknown answer.
  package init(field: String, word: String, questions: [Question]) {
    (self.field, self.word, self.questions) = (field, word, questions)
  }
}

extension UnknownAnswer: CustomStringConvertible {
  /// What is wrong and what would be right, in one sentence.
  public var description: String {
    var nearest = NearestName(to: word)
    for question in questions {
      nearest.compare(question.indexedNames?.index.compared ?? ComparedNames(question.names))
    }
    return "no answer '\(excerpt(word))'" + hint(nearest.name) + " (one of: \(ids))"
  }

  private var ids: String {
    if questions.count == 1, let names = questions[0].indexedNames?.index { return names.ids }
    return questions.flatMap(\.answers).map(\.id).uniqued().shortList
  }
}
