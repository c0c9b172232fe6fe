import StrictJSON

/// The days on which the advice of a topic can change, whatever the answers.
public struct TurningDays: ~Copyable {
  /// The days as numbers in the same order.
  private let days: PlainList<Int>

  /// Finds the days of a topic in a book.
  public init(_ topic: Topic, by book: RuleBook) {
    var periods = [book.edition.period]
    periods += book.announced.map { Period(from: $0.from, through: nil) }
    for effect in topic.questions.flatMap(\.answers).flatMap(\.effects) {
      periods.append(effect.period)
      for code in effect.effect.candidates {
        periods.append(code.life.period)
        periods += book.relatives(of: code).map(\.life.period)
      }
    }
    var days: Set<CalendarDay> = []
    for period in periods {
      if let from = period.from { days.insert(from) }
      if let end = period.through, let after = CalendarDay(daysSince1970: end.daysSince1970 + 1) {
        days.insert(after)
      }
    }
    self.days = PlainList(days.map(\.ordinal).sorted())
  }

  /// How many stretches of days there are, on each of which the same answers get the same advice.
  public var stretchCount: Int { days.count + 1 }

  /// The stretch that a day lies in, counted from 0.
  public func stretch(of day: CalendarDay) -> Int {
    var stretch = days.count
    let ordinal = day.ordinal
    while stretch > 0, days[stretch &- 1] > ordinal { stretch &-= 1 }
    return stretch
  }
}

extension CalendarDay {
  /// A number that grows with the day.
  fileprivate var ordinal: Int { (year * 16 + month) * 32 + day }
}
