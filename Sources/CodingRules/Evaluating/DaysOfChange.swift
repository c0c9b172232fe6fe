/// The days on which a book's advice can change, for any answers.
package struct DaysOfChange: Sendable {
  /// The days as ordinals, sorted.
  private let days: [Int]

  /// Finds the days of change of topics in a book, reading all of their rules.
  package init(of topics: [Topic], in book: RuleBook) {
    let effects = topics.flatMap(\.questions).flatMap(\.answers).flatMap(\.effects)
    let periods =
      [book.edition.period] + book.announced.map { Period(from: $0.from, through: nil) }
      + effects.map(\.period) + book.codes.map(\.life.period)
      + book.devices.flatMap(\.ranges).map(\.period)
    let old = effects.compactMap { $0.effect.payerStatement?.payerDate?.firstOldDay }
    days = Set(periods.startDays + old).map(Self.ordinal).sorted()
  }

  /// Returns the index of the interval that contains a day; all of its days get the same advice.
  package func interval(of day: CalendarDay) -> Int {
    let ordinal = Self.ordinal(day)
    var interval = days.count
    while interval > 0, ordinal < days[interval - 1] { interval -= 1 }
    return interval
  }

  private static func ordinal(_ day: CalendarDay) -> Int { (day.year * 16 + day.month) * 32 + day.day }
}

extension Conclusion {
  /// Returns the first day of the edition and each later day on which the codes can change.
  package func daysOfChange(in edition: Edition) -> [CalendarDay] {
    let first = edition.period.from ?? .epoch
    let effects = steps.flatMap(\.answer.effects)
    let periods = effects.map(\.period) + effects.flatMap(\.effect.candidates).map(\.life.period)
    return Set(periods.startDays.filter(edition.period.contains) + [first]).sorted()
  }
}

extension [Period] {
  /// The first day of each period and the first day after it.
  fileprivate var startDays: [CalendarDay] {
    flatMap { [$0.from, $0.through?.next].compactMap(\.self) }
  }
}

extension Effect {
  /// The codes that the effect may report or rules out.
  var candidates: [Code] {
    switch self {
    case .report(let line): line.procedure.candidates
    case .notSeparately(let exclusion): exclusion.codes
    case .includedIn, .nothing, .note, .dissent: []
    }
  }

  /// The statement about a payer; nil if the effect is anything else.
  fileprivate var payerStatement: Statement? {
    if case .note(let note) = self, note.kind == .payer { note.statement } else { nil }
  }
}
