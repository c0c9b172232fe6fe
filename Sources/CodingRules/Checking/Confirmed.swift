extension Check {
  /// Every code, device and payer statement was confirmed for the edition.
  static let everythingConfirmed = Check { book in
    let codes = book.codes.enumerated().filter { $1.confirmation == .missing }.map {
      ($1.id, "codes.json", "[\($0)]")
    }
    let devices = book.devices.enumerated().filter { $1.confirmation == .missing }.map {
      ($1.id, "devices.json", "devices[\($0)]")
    }
    let edition = book.edition.isConfirmed ? [] : [(book.edition.id, "edition.json", "id")]
    let findings = (edition + codes + devices).map { name, file, path in
      Finding(.notConfirmed(name), file: file, path: path, severity: .warning)
    }
    return findings + book.unconfirmedPayers
  }
}

extension RuleBook {
  /// The payer statements in topics that have not been confirmed.
  fileprivate var unconfirmedPayers: [Finding] {
    func isMissing(_ statement: Statement) -> Bool { statement.payerDate?.confirmation == .missing }
    let notes = topics.flatMap { topic in
      topic.ownQuestions.flatMap { path, question in
        question.answers.enumerated().flatMap { index, answer in
          answer.effects.compactMap { timed -> Finding? in
            guard case .note(let note) = timed.effect, isMissing(note.statement) else { return nil }
            return topic.finding(
              .notConfirmed(note.statement.text), "\(path).answers[\(index)].notes", .warning)
          }
        }
      }
    }
    return notes
  }
}
