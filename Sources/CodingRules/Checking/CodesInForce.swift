extension Check {
  /// Every reported code is in force on the edition's last day.
  static let reportedCodesInForce = Check { book in
    guard let last = book.edition.period.through else { return [] }
    return book.topics.flatMap { topic in
      topic.ownQuestions.flatMap { path, question in
        question.answers.enumerated().flatMap { index, answer in
          answer.effects.filter { $0.period.contains(last) }.flatMap { timed -> [Finding] in
            guard case .report(let line) = timed.effect else { return [] }
            return line.procedure.codes.filter { !$0.life.period.contains(last) }.map {
              topic.finding(.reportsExpired(code: $0.id), "\(path).answers[\(index)].report")
            }
          }
        }
      }
    }
  }
}
