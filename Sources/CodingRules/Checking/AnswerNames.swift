extension Check {
  /// No two answers of a question share a name, and no name is an interview command or a number.
  static let answerNamesUnique = Check { book in
    book.topics.flatMap { topic in
      topic.ownQuestions.flatMap { path, question in
        sharedNames(topic, path, question) + reservedNames(topic, path, question)
      }
    }
  }

  private static func sharedNames(_ topic: Topic, _ path: String, _ question: Question) -> [Finding] {
    var owners: [String: String] = [:]
    var findings: [Finding] = []
    for (index, answer) in question.answers.enumerated() {
      for name in answer.names {
        let owner = owners.updateValue(answer.id, forKey: nameKey(name))
        guard let owner, owner != answer.id else { continue }
        findings.append(
          topic.finding(.sharedName(name, owner, answer.id), "\(path).answers[\(index)]"))
      }
    }
    return findings
  }

  private static func reservedNames(_ topic: Topic, _ path: String, _ question: Question) -> [Finding] {
    question.answers.enumerated().flatMap { index, answer in
      answer.names.filter { isReserved($0) || Int($0) != nil }.map {
        topic.finding(
          "'\($0)' cannot name an answer: the interview reads it as a command or a list number",
          "\(path).answers[\(index)]")
      }
    }
  }

  /// Whether the interview would read a name as a command; "not sure" is allowed as an answer.
  private static func isReserved(_ name: String) -> Bool {
    ConversationCommand(typed: name).map { $0 != .notSure } ?? false
  }
}
