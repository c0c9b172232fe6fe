/// A document, and the location in it.
public struct Citation: Hashable, Sendable {
  /// The document.
  public let source: Source
  /// The section, page or routine; nil for the whole document.
  public let at: String?
}

/// What a statement rests on.
public struct Evidence: Hashable, Sendable {
  /// The documents, the strongest first; empty only for a derivation of the authors alone.
  public let citations: [Citation]
  /// Whether the authors of the rules derived it, rather than found it in a document.
  public let isDerived: Bool

  /// Rests on nothing; for a placeholder.
  static let none = Evidence(citations: [], isDerived: false)

  /// The documents, in order.
  public var sources: [Source] { citations.map(\.source) }
}

/// How a statement about a payer stands in time.
public struct PayerDate: Hashable, Sendable {
  /// The date for which the payer's rule is known; nil when no source gives one.
  public let asOf: PartialDate?
  /// Whether somebody confirmed it for the edition.
  public let isConfirmed: Bool

  /// After how many years a payer's rule is called old.
  static let maxYears = 2

  /// Whether the rule is too old to rely on for a date of service.
  func isOld(on day: CalendarDay) -> Bool { asOf?.isOlder(thanYears: Self.maxYears, on: day) ?? false }
}
