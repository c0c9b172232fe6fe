extension Check {
  /// Every reported code is in force on the edition's last day.
  static let reportedCodesInForce = Check { book in
    guard let last = book.edition.period.through else { return [] }
    return book.topics.flatMap(\.ownAnswers).flatMap { own in
      own.answer.reports.filter { $0.period.contains(last) }.flatMap(\.procedure.codes)
        .filter { !$0.life.period.contains(last) }.map {
          own.finding("\($0.id) is reported but not in force on the edition's last day", "report")
        }
    }
  }
}
