import CodingRules

extension BatchSettings {
  /// Resolves words to the answers of a service; questions on the path without a word use the text,
  /// then defaults.
  ///
  /// - Throws: The first word that is not an answer, if its column is mapped, if it looks misspelled,
  ///   or if nothing else answers the question.
  func service(
    _ topic: Topic, for words: Words, stated: Answers
  ) throws(UnknownAnswer) -> RowService {
    var unrecognized: [UnknownAnswer] = []
    let path = try topic.path { question, _ throws(UnknownAnswer) -> Answer? in
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
    var answers = Answers(path.steps)
    for field in words.fields {
      guard answers[field] == nil, let word = words[field] else { continue }
      let asked = topic.questions.filter { $0.field == field }
      if let answer = asked.lazy.compactMap({ self.answer(word, to: $0) }).first {
        answers[field] = answer.id
      } else if meanings.isMapped(field) {
        throw UnknownAnswer(field: field, word: word, questions: asked)
      } else {
        unrecognized.append(UnknownAnswer(field: field, word: word, questions: asked))
      }
    }
    return RowService(service: Service(topic: topic, answers: answers), unrecognized: unrecognized)
  }

  private func answer(_ word: String, to question: Question) -> Answer? {
    question.answer(named: word) ?? officeWords.answer(to: question, word)
  }
}

extension UnknownAnswer {
  /// Whether it resembles an answer, and so is probably a typo.
  fileprivate var isMisspelled: Bool { nearestName(to: word, among: questions.flatMap(\.names)) != nil }
}
