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
  public let topics: [String]
  /// What the rules are not, in one line.
  public let notice: String
}
