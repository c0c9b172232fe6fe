/// What a rule book is.
public struct Edition: Hashable, Sendable {
  /// Its short name.
  public let id: String
  /// What it is called.
  public let title: String
  /// The version of the rules.
  public let version: String
  /// When the rules were last reviewed.
  public let reviewed: CalendarDay
  /// The dates of service that the rules were reviewed for.
  public let period: Period
  /// The ids of all its topics; the first is the main one.
  package let topics: [String]
  /// What the rules are not, in one line.
  public let notice: String
  /// Whether somebody confirmed the whole for this edition.
  package let isConfirmed: Bool
}

/// Something that is known about a later edition.
package struct Announcement: Hashable, Sendable {
  /// The first date of service that it concerns.
  package let from: CalendarDay
  /// The topics that it concerns.
  package let topics: [String]
  /// The codes that it concerns.
  package let codes: [CodeRange]
  /// What is known.
  package let statement: Statement
}

/// A code for services that have none of their own.
package struct Fallback: Hashable, Sendable {
  /// The kind of service, as the beginning of its codes: `D0`.
  package let prefix: String
  /// What to report, and why.
  package let line: Line
}
