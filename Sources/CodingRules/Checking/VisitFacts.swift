extension Check {
  /// A visit-wide fact has the same answers in every topic that asks for it.
  static let visitFactsAgree = Check { book in
    var first: [String: (topic: String, answers: Set<String>)] = [:]
    return book.topics.flatMap { topic in
      topic.ownQuestions.filter { $1.scope == .visit }.compactMap { path, question in
        let answers = Set(question.answers.map(\.id))
        guard let known = first[question.field] else {
          first[question.field] = (topic.id, answers)
          return nil
        }
        return known.answers == answers
          ? nil
          : topic.finding(
            "the answers to '\(question.field)' differ from those in the topic '\(known.topic)'", path)
      }
    }
  }
}
