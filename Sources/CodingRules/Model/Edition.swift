/// The title, version and dates of a rule book.
public struct Edition: Hashable, Sendable {
  /// Its short name.
  public let id: String
  /// Its title.
  public let title: String
  /// The version of the rules.
  public let version: String
  /// The day of the last review.
  public let reviewed: CalendarDay
  /// The dates of service that the rules were reviewed for.
  public let period: Period
  /// The ids of all its topics; the first is the main one.
  package let topics: [String]
  /// The disclaimer, in one line.
  public let notice: String
  /// Whether the whole book was confirmed for this edition.
  package let isConfirmed: Bool
}

/// An announced change of a later edition.
package struct Announcement: Hashable, Sendable {
  /// The first date of service it affects.
  package let from: CalendarDay
  /// The topics it affects.
  package let topics: [String]
  /// The codes it affects.
  package let codes: [CodeRange]
  /// The announcement as a sentence.
  package let statement: Statement
}

/// A code for services without a specific code.
package struct Fallback: Hashable, Sendable {
  /// The kind of service, as a prefix of its codes: `D0`.
  package let prefix: String
  /// What to report, and why.
  package let line: Line
}
