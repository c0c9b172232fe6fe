import CodingRules

/// The answers of a row to the questions of one topic.
struct RowAnswers {
  var answers: Answers
  /// Words that are no answers, in columns that are only named like questions: they count as empty.
  var strange: [UnknownAnswer]
}

extension BatchSettings {
  /// The answers that words give; where they give none and the path asks, what a text states, then the constants.
  ///
  /// - Throws: The first word that is no answer, in a column that was mapped, or where nothing else answers.
  func answers(
    for words: Words, _ topic: Topic, stated: Answers = [:]
  ) throws(UnknownAnswer) -> RowAnswers {
    var strange: [UnknownAnswer] = []
    let path = try topic.path { question throws(UnknownAnswer) -> Answer? in
      let other =
        stated[question.field].flatMap(question.answer(id:))
        ?? constants[question.field].flatMap(question.answer(named:))
      guard let word = words[question.field] else { return other }
      if let answer = answer(word, to: question) { return answer }
      let unknown = UnknownAnswer(field: question.field, word: word, questions: [question])
      if other == nil || meanings.isMapped(question.field) || unknown.isMisspelled { throw unknown }
      strange.append(unknown)
      return other
    }
    var row = RowAnswers(answers: Answers(path.steps), strange: strange)
    for field in words.fields where row.answers[field] == nil {
      let (word, asked) = (words[field] ?? "", topic.questions.filter { $0.field == field })
      if let answer = asked.lazy.compactMap({ self.answer(word, to: $0) }).first {
        row.answers[field] = answer.id
      } else if meanings.isMapped(field) {
        throw UnknownAnswer(field: field, word: word, questions: asked)
      } else {
        row.strange.append(UnknownAnswer(field: field, word: word, questions: asked))
      }
    }
    return row
  }

  private func answer(_ word: String, to question: Question) -> Answer? {
    question.answer(named: word) ?? officeWords.answer(to: question, word)
  }
}

extension UnknownAnswer {
  /// Whether it is nearly an answer, and so hardly something else.
  fileprivate var isMisspelled: Bool { nearestName(to: word, among: questions.flatMap(\.names)) != nil }
}
