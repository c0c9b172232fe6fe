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
    topics.flatMap(\.ownAnswers).flatMap { own in
      own.answer.effects.compactMap { timed -> Finding? in
        guard case .note(let note) = timed.effect, note.statement.payerDate?.confirmation == .missing else {
          return nil
        }
        return own.finding(.notConfirmed(note.statement.text), "notes", .warning)
      }
    }
  }
}
