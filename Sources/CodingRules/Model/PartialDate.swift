/// A date with the precision of its source: a year, a month or a day.
package struct PartialDate: Hashable, Sendable, CustomStringConvertible {
  /// The date as `2026`, `2026-01` or `2026-01-31`.
  package let description: String
  /// The earliest day it can mean.
  let firstDay: CalendarDay
  /// The latest day it can mean.
  let lastDay: CalendarDay

  /// Parses `2026`, `2026-01` or `2026-01-31`; nil for any other form.
  package init?(_ text: String) {
    let first: CalendarDay?
    var last: CalendarDay?
    switch text.utf8.count {
    case 4:
      first = CalendarDay(text + "-01-01")
      last = CalendarDay(text + "-12-31")
    case 7:
      first = CalendarDay(text + "-01")
      for day in 28...31 { last = CalendarDay(text + "-\(day)") ?? last }
    default:
      first = CalendarDay(text)
      last = first
    }
    guard let first, let last else { return nil }
    (description, firstDay, lastDay) = (text, first, last)
  }

  /// Returns the first day more than that many years after the date; nil beyond the year 9999.
  func firstDay(afterYears years: Int) -> CalendarDay? {
    let year = lastDay.year + years
    guard let same = CalendarDay(year: year, month: lastDay.month, day: lastDay.day) else {
      return CalendarDay(year: year, month: 3, day: 1)
    }
    return same.next
  }

  /// Whether the date is more than that many years before a day.
  func isOlder(thanYears years: Int, on day: CalendarDay) -> Bool {
    firstDay(afterYears: years).map { $0 <= day } == true
  }
}
