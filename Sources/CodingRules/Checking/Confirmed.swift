extension Check {
  /// Every code, every device and every statement about a payer was looked up for the edition.
  static let everythingConfirmed = Check { book in
    let codes = book.codes.enumerated().filter { $1.confirmation == .missing }.map {
      ($1.id, "codes.json", "[\($0)]")
    }
    let devices = book.devices.enumerated().filter { $1.confirmation == .missing }.map {
      ($1.id, "devices.json", "devices[\($0)]")
    }
    let edition = book.edition.isConfirmed ? [] : [(book.edition.id, "edition.json", "")]
    let findings = (edition + codes + devices).map { name, file, place in
      Finding(.notConfirmed(name), file: file, place: place, severity: .warning)
    }
    return findings + book.unconfirmedPayers
  }
}

extension RuleBook {
  /// The statements about payers in topics and on cards that nobody has looked up.
  fileprivate var unconfirmedPayers: [Finding] {
    let notes = topics.flatMap { topic in
      topic.ownQuestions.flatMap { place, question in
        question.answers.enumerated().flatMap { index, answer in
          answer.effects.compactMap { timed -> (Statement, String, String)? in
            guard case .note(let note) = timed.effect else { return nil }
            return (note.statement, topic.file, "\(place).answers[\(index)].notes")
          }
        }
      }
    }
    let coverage = cards.enumerated().flatMap { index, card in
      card.coverage.map { ($0, "cards.json", "") }
    }
    return (notes + coverage).filter { $0.0.payerDate?.confirmation == .missing }.map {
      Finding(.notConfirmed($0.text), file: $1, place: $2, severity: .warning)
    }
  }
}
