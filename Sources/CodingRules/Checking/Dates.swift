extension Check {
  /// Codes begin on the first of January and end on the last of December, as editions do.
  static let datesOfEditions = Check { book in
    let codes = book.codes.enumerated().filter { $1.system != .hcpcs }.map {
      ($1.life.period, "codes.json", "[\($0)].life")
    }
    let scopes = book.cards.enumerated().flatMap { index, card in
      card.covers.enumerated().map { ($1.period, "codes.json", "[\(index)].covers[\($0)]") }
    }
    let devices = book.devices.enumerated().flatMap { index, device in
      device.ranges.map { ($0.period, "devices.json", "devices[\(index)].codes") }
    }
    let effects = book.topics.flatMap { topic in
      topic.ownQuestions.flatMap { place, question in
        question.answers.enumerated().flatMap { index, answer in
          answer.effects.filter { !$0.effect.isAboutPayers }.map {
            ($0.period, topic.file, "\(place).answers[\(index)]")
          }
        }
      }
    }
    return (codes + scopes + devices + effects).flatMap { period, file, place in
      period.daysWithinYears.map { Finding(.dateWithinYear($0), file: file, place: place) }
    }
  }

  /// What takes a code's place is in force on the day after it ends.
  static let successorsFollow = Check { book in
    book.codes.enumerated().flatMap { index, code in
      guard let after = code.life.period.through?.next else { return [Finding]() }
      return book.successors(of: code).filter { !$0.life.period.contains(after) }.map {
        Finding(
          .successorNotInForce(code: $0.id, day: after), file: "codes.json",
          place: "[\(index)].life.replacedBy")
      }
    }
  }

  /// What a code covers lies within its life, and its scopes have names of their own.
  static let scopesWithinLives = Check { book in
    book.cards.enumerated().flatMap { index, card in
      card.covers.enumerated().compactMap { place, scope in
        let life = card.code.life.period
        let days = [scope.period.from, scope.period.through].compactMap(\.self)
        let kind: Finding.Kind? =
          card.covers[..<place].contains { $0.id == scope.id }
          ? .nameRepeated(kind: "scope", name: scope.id)
          : days.first { !life.contains($0) }.map { .dateOutsideLife($0, code: card.code.id) }
        return kind.map { Finding($0, file: "codes.json", place: "[\(index)].covers[\(place)]") }
      }
    }
  }
}

extension Effect {
  /// Whether it is about a payer, whose rules begin on any day.
  fileprivate var isAboutPayers: Bool {
    if case .note(let note) = self { note.kind == .payer } else { false }
  }
}

extension Period {
  /// The ends that are not where a year begins or ends.
  var daysWithinYears: [CalendarDay] {
    [from].compactMap(\.self).filter { ($0.month, $0.day) != (1, 1) }
      + [through].compactMap(\.self).filter { ($0.month, $0.day) != (12, 31) }
  }
}
