import CodingRules

/// The answers of a row to the questions of one topic.
struct RowAnswers {
  var answers: Answers
  /// Values that are not answers, in columns merely named like questions; they count as empty.
  var unrecognized: [UnknownAnswer]
}

extension BatchSettings {
  /// Resolves words to answers; questions on the path without a word use the text, then defaults.
  ///
  /// - Throws: The first word that is not an answer, if its column is mapped, if it looks misspelled,
  ///   or if nothing else answers the question.
  func answers(
    for words: Words, _ topic: Topic, stated: Answers = [:]
  ) throws(UnknownAnswer) -> RowAnswers {
    var unrecognized: [UnknownAnswer] = []
    let path = try topic.path { question throws(UnknownAnswer) -> Answer? in
      let other =
        stated[question.field].flatMap(question.answer(id:))
        ?? constants[question.field].flatMap(question.answer(named:))
      guard let word = words[question.field] else { return other }
      if let answer = answer(word, to: question) { return answer }
      let unknown = UnknownAnswer(field: question.field, word: word, questions: [question])
      if other == nil || meanings.isMapped(question.field) || unknown.isMisspelled { throw unknown }
      unrecognized.append(unknown)
      return other
    }
    var row = RowAnswers(answers: Answers(path.steps), unrecognized: unrecognized)
    for field in words.fields {
      guard row.answers[field] == nil, let word = words[field] else { continue }
      let asked = topic.questions.filter { $0.field == field }
      if let answer = asked.lazy.compactMap({ self.answer(word, to: $0) }).first {
        row.answers[field] = answer.id
      } else if meanings.isMapped(field) {
        throw UnknownAnswer(field: field, word: word, questions: asked)
      } else {
        row.unrecognized.append(UnknownAnswer(field: field, word: word, questions: asked))
      }
    }
    return row
  }

  private func answer(_ word: String, to question: Question) -> Answer? {
    question.answer(named: word) ?? officeWords.answer(to: question, word)
  }
}

extension UnknownAnswer {
  /// Whether it resembles an answer, and so is probably a typo.
  fileprivate var isMisspelled: Bool { nearestName(to: word, among: questions.flatMap(\.names)) != nil }
}
