/// The outcome an example expects on one day.
package struct DatedOutcome: Hashable, Sendable {
  /// The day.
  package let day: CalendarDay
  /// Procedures in shorthand, with `!` before codes not in force; for a device, its codes.
  package let outcome: [String]
}

/// The last day before a change and the first day after it.
package struct DateBoundary: Hashable, Sendable {
  let last: CalendarDay
  let first: CalendarDay
}

extension Period {
  /// Returns the boundaries of the period whose days are both within another period.
  func boundaries(in other: Period) -> [DateBoundary] {
    let begin = from.flatMap { first in first.previous.map { DateBoundary(last: $0, first: first) } }
    let end = through.flatMap { last in last.next.map { DateBoundary(last: last, first: $0) } }
    return [begin, end].compactMap(\.self).filter { other.contains($0.last) && other.contains($0.first) }
  }
}
