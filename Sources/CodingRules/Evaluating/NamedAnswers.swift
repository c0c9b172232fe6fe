extension Topic {
  /// Resolves the words of flags, columns and keys to answers, ignoring case and spaces.
  ///
  /// - Throws: `UnknownAnswer` for the first word its question does not know, or for a field that
  ///   no question has.
  public func answers(for words: Words) throws(UnknownAnswer) -> Answers {
    let path = try path { question, _ throws(UnknownAnswer) in
      guard let word = words[question.field] else { return nil }
      guard let answer = question.answer(named: word) else {
        throw UnknownAnswer(field: question.field, word: word, questions: [question])
      }
      return answer
    }
    var answers = Answers(path.steps)
    for field in words.fields {
      guard answers[field] == nil, let word = words[field] else { continue }
      answers[field] = try questions.answer(to: field, named: word)
    }
    return answers
  }

  /// The fields of the topic's questions without duplicates, in order.
  public var fields: [String] {
    var fields: [String] = []
    for question in questions where !fields.contains(question.field) { fields.append(question.field) }
    return fields
  }
}

extension RuleBook {
  /// Resolves the words for facts of the whole visit to answers, ignoring case and spaces.
  ///
  /// - Throws: `UnknownAnswer` for the first word that no question of its field knows.
  public func facts(for words: Words) throws(UnknownAnswer) -> Answers {
    let questions = topics.flatMap(\.visitQuestions)
    var facts = Answers()
    for field in words.fields {
      if let word = words[field] { facts[field] = try questions.answer(to: field, named: word) }
    }
    return facts
  }

  /// The questions about the whole visit, one for each field.
  package var visitFacts: [Question] { topics.flatMap(\.visitQuestions).uniqued(by: \.field) }
}

extension [Question] {
  /// Returns the id of the first answer with this name among the questions for a field.
  fileprivate func answer(to field: String, named word: String) throws(UnknownAnswer) -> String {
    let asked = filter { $0.field == field }
    guard let answer = asked.lazy.compactMap({ $0.answer(named: word) }).first else {
      throw UnknownAnswer(field: field, word: word, questions: asked)
    }
    return answer.id
  }
}

/// A word that does not match any answer of its field.
public struct UnknownAnswer: Error, Sendable {
  /// The field.
  public let field: String
  /// The word as typed.
  public let word: String
  /// The questions that ask for the field; empty if there are none.
  package let questions: [Question]

  /// Creates an unknown answer.
  package init(field: String, word: String, questions: [Question]) {
    (self.field, self.word, self.questions) = (field, word, questions)
  }
}

extension UnknownAnswer: CustomStringConvertible {
  /// The problem and the valid answers, in one sentence.
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
