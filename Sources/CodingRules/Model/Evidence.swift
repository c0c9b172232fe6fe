/// A document and a location in it.
public struct Citation: Hashable, Sendable {
  /// The document.
  public let source: Source
  /// The section, page or routine; nil for the whole document.
  public let at: String?
}

/// The basis of a statement.
public struct Evidence: Hashable, Sendable {
  /// The parts, which are read together.
  struct Grounds: Hashable, Sendable {
    let citations: [Citation]
    let isDerived: Bool
  }

  private let grounds: Deferred<Grounds>

  init(_ grounds: Deferred<Grounds>) {
    self.grounds = grounds
  }

  /// No evidence; for placeholders.
  static let none = Evidence(Deferred(Grounds(citations: [], isDerived: false)))

  /// The documents, strongest first; empty only for a derivation by the authors alone.
  public var citations: [Citation] { grounds.value.citations }

  /// Whether the authors of the rules derived it, rather than found it in a document.
  public var isDerived: Bool { grounds.value.isDerived }

  /// The documents without duplicates, in the same order.
  public var sources: [Source] { citations.map(\.source).uniqued(by: \.id) }
}

/// The date and confirmation of a statement about a payer.
package struct PayerDate: Hashable, Sendable {
  /// The date as of which the payer's rule is known; nil if no source gives one.
  package var asOf: PartialDate? { deferredAsOf.value }
  private let deferredAsOf: Deferred<PartialDate?>
  /// The confirmation for the edition.
  package let confirmation: Confirmation
  /// Whether it was confirmed for the edition.
  package var isConfirmed: Bool { confirmation.isConfirmed }

  init(asOf: Deferred<PartialDate?>, confirmation: Confirmation) {
    deferredAsOf = asOf
    self.confirmation = confirmation
  }

  /// The age in years after which the rule of a payer or a plan counts as old.
  static let maxYears = 2

  /// The first date of service for which the rule is too old to rely on; nil if there is none.
  var firstOldDay: CalendarDay? { asOf?.firstDay(afterYears: Self.maxYears) }

  /// Whether the rule is too old to rely on for a date of service.
  func isOld(on day: CalendarDay) -> Bool { asOf?.isOlder(thanYears: Self.maxYears, on: day) ?? false }
}
