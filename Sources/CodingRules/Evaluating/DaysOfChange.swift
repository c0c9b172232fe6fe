/// The days on which the advice of some topics can change, whatever the answers.
package struct DaysOfChange: Sendable {
  /// The days as numbers in the same order, sorted.
  private let days: [Int]

  /// Finds the days of topics of a book.
  package init(of topics: [Topic], in book: RuleBook) {
    var periods = [book.edition.period]
    periods += book.announced.map { Period(from: $0.from, through: nil) }
    periods += book.codes.map(\.life.period)
    periods += topics.flatMap(\.questions).flatMap(\.answers).flatMap(\.effects).map(\.period)
    var days: Set<CalendarDay> = []
    for period in periods {
      if let from = period.from { days.insert(from) }
      if let end = period.through, let after = CalendarDay(daysSince1970: end.daysSince1970 + 1) {
        days.insert(after)
      }
    }
    self.days = days.map(Self.ordinal).sorted()
  }

  /// The number of the interval between two such days that a day lies in, from 0; all its days get the same advice.
  package func interval(of day: CalendarDay) -> Int {
    let ordinal = Self.ordinal(day)
    var interval = days.count
    while interval > 0, ordinal < days[interval - 1] { interval -= 1 }
    return interval
  }

  private static func ordinal(_ day: CalendarDay) -> Int { (day.year * 16 + day.month) * 32 + day.day }
}
