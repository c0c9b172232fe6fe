import CodingRules

/// The answers of a row to the questions of one topic.
struct RowAnswers {
  var answers: Answers
  /// Words that are no answers, in columns that are only named like questions: they count as empty.
  var strange: [UnknownAnswer] = []
}

extension BatchSettings {
  /// The answers that words give; where they give none and the path asks, what a text states, then the constants.
  ///
  /// - Throws: The first word that is no answer, in a column that was mapped, or where nothing else answers.
  func answers(
    for words: Words, _ topic: Topic, stated: Answers = [:]
  ) throws(UnknownAnswer) -> RowAnswers {
    var row = try named(words, topic)
    let path = topic.path { question in
      if let id = row.answers[question.field] { return question.answer(id: id) }
      return stated[question.field].flatMap(question.answer(id:))
        ?? constants[question.field].flatMap(question.answer(named:))
    }
    for step in path.steps where row.answers[step.question.field] == nil {
      if let word = row.strange.first(where: { $0.field == step.question.field }), word.isMisspelled {
        throw word
      }
      row.answers[step.question.field] = step.answer.id
    }
    if let field = path.open?.field, let word = row.strange.first(where: { $0.field == field }) { throw word }
    return row
  }

  /// The answers that words name.
  private func named(_ words: Words, _ topic: Topic) throws(UnknownAnswer) -> RowAnswers {
    var words = words
    var strange: [UnknownAnswer] = []
    while true {
      do throws(UnknownAnswer) {
        let answers = try topic.answers(for: words) { officeWords.answer(to: $0, $1) }
        return RowAnswers(answers: answers, strange: strange)
      } catch {
        if meanings.isMapped(error.field) { throw error }
        strange.append(error)
        words[error.field] = nil
      }
    }
  }
}

extension UnknownAnswer {
  /// Whether it is nearly an answer, and so hardly something else.
  fileprivate var isMisspelled: Bool { nearestName(to: word, among: questions.flatMap(\.names)) != nil }
}
