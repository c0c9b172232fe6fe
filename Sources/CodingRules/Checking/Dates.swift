extension Check {
  /// Codes start on January 1 and end on December 31, as editions do.
  static let datesMatchEditions = Check { book in
    let codes = book.codes.enumerated().filter { $1.system != .hcpcs }.map {
      ($1.life.period, "codes.json", "[\($0)].life")
    }
    let scopes = book.cards.enumerated().flatMap { index, card in
      card.covers.enumerated().map { ($1.period, "codes.json", "[\(index)].covers[\($0)]") }
    }
    let devices = book.devices.enumerated().flatMap { index, device in
      device.ranges.map { ($0.period, "devices.json", "devices[\(index)].codes") }
    }
    let effects = book.topics.flatMap(\.ownAnswers).flatMap { own in
      own.answer.effects.filter { !$0.effect.isAboutPayers }.map { ($0.period, own.topic.file, own.path) }
    }
    return (codes + scopes + devices + effects).flatMap { period, file, path in
      period.daysWithinYears.map { Finding(.dateWithinYear($0), file: file, path: path) }
    }
  }

  /// Replacements are in force on the day after a code ends, and in its category: `D0351`, `D0801`.
  static let successorsFollow = Check { book in
    findings(on: book.codes, in: "codes.json", key: "life.replacedBy") { _, code in
      guard let after = code.life.period.through?.next else { return [] }
      return book.successors(of: code).compactMap { successor in
        guard successor.life.period.contains(after) else {
          return "\(successor.id) is not in force on \(after), the day after"
        }
        return successor.id.hasPrefix(code.id.prefix(2))
          ? nil : .prefixDiffers(code: successor.id, prefix: String(code.id.prefix(2)))
      }
    }
  }

  /// When an effect of an answer ends, another one, or a code the topic names, starts the next day.
  static let effectsContiguous = Check { book in
    book.topics.flatMap { topic in
      let begun = book.startDays(topic)
      return topic.ownAnswers.flatMap { own in
        own.answer.daysWithoutSuccessor(in: book.edition.period, begun: begun).map {
          own.finding("an effect ends before \($0), but no effect of the answer starts on that day")
        }
      }
    }
  }

  /// The scopes of a code are within its dates in force and have unique names.
  static let scopesWithinCodeDates = Check { book in
    book.cards.enumerated().flatMap { index, card in
      card.covers.enumerated().compactMap { number, scope in
        let life = card.code.life.period
        let days = [scope.period.from, scope.period.through].compactMap(\.self)
        let problem: Finding.Problem? =
          card.covers[..<number].contains { $0.id == scope.id }
          ? .nameRepeated(kind: "scope", name: scope.id)
          : days.first { !life.contains($0) }.map { "\(card.code.id) is not in force on \($0)" }
        return problem.map { Finding($0, file: "codes.json", path: "[\(index)].covers[\(number)]") }
      }
    }
  }
}

extension RuleBook {
  /// Returns the days on which a code that the topic names, or one of its scopes, starts.
  fileprivate func startDays(_ topic: Topic) -> Set<CalendarDay> {
    let effects = topic.ownAnswers.flatMap(\.answer.effects).map(\.effect)
    let named = effects.flatMap { effect in
      effect.candidates.map(\.id) + effect.statements.flatMap { Check.codes(in: $0.text) }
    }
    let cards = Set(named).compactMap(card)
    return Set(cards.flatMap { [$0.code.life.period] + $0.covers.map(\.period) }.compactMap(\.from))
  }
}

extension Answer {
  /// Returns the days on which one of its effects has ended and nothing starts.
  fileprivate func daysWithoutSuccessor(in period: Period, begun: Set<CalendarDay>) -> [CalendarDay] {
    let dated = effects.filter { !$0.effect.isAboutPayers }
    let ended = Set(dated.compactMap { $0.period.through?.next }.filter(period.contains))
    return ended.subtracting(begun).subtracting(dated.compactMap(\.period.from)).sorted()
  }
}

extension Effect {
  /// Whether it is about a payer, whose rules may start on any day.
  fileprivate var isAboutPayers: Bool {
    if case .note(let note) = self { note.kind == .payer } else { false }
  }
}

extension Period {
  /// The start and end of the period, where they are not at a turn of the year.
  var daysWithinYears: [CalendarDay] {
    [from].compactMap(\.self).filter { ($0.month, $0.day) != (1, 1) }
      + [through].compactMap(\.self).filter { ($0.month, $0.day) != (12, 31) }
  }
}
