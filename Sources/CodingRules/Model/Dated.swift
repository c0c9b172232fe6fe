/// An example for one day: the day, and what is expected on it, word by word.
package struct DatedOutcome: Hashable, Sendable {
  /// The day.
  package let day: CalendarDay
  /// Procedures in short, with an exclamation mark before codes that are not in force; for a device its codes.
  package let outcome: [String]
}

/// The last day before something changes, and the first day after.
package struct Turn: Hashable, Sendable {
  let last: CalendarDay
  let first: CalendarDay
}

extension Period {
  /// The turns at the ends of the period, as far as both their days lie in another.
  func turns(in other: Period) -> [Turn] {
    let begin = from.flatMap { first in first.previous.map { Turn(last: $0, first: first) } }
    let end = through.flatMap { last in last.next.map { Turn(last: last, first: $0) } }
    return [begin, end].compactMap(\.self).filter { other.contains($0.last) && other.contains($0.first) }
  }
}
