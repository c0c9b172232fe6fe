/// The days on which the advice of some topics can change, whatever the answers.
package struct DaysOfChange: Sendable {
  /// The days, sorted.
  private let days: [CalendarDay]

  /// Finds the days of a book.
  package init(in book: RuleBook) {
    var periods = [book.edition.period]
    periods += book.announced.map { Period(from: $0.from, through: nil) }
    for effect in book.topics.flatMap(\.questions).flatMap(\.answers).flatMap(\.effects) {
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
    self.days = days.sorted()
  }

  /// The number of the interval between two such days that a day lies in, from 0; all its days get the same advice.
  package func interval(of day: CalendarDay) -> Int {
    var interval = days.count
    while interval > 0, day < days[interval - 1] { interval -= 1 }
    return interval
  }
}
