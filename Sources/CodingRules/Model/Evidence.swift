/// A document, and the location in it.
public struct Citation: Hashable, Sendable {
  /// The document.
  public let source: Source
  /// The section, page or routine; nil for the whole document.
  public let at: String?
}

/// What a statement rests on.
public struct Evidence: Hashable, Sendable {
  /// What it consists of.
  struct Grounds: Hashable, Sendable {
    let citations: [Citation]
    let isDerived: Bool
  }

  private let grounds: Deferred<Grounds>

  init(_ grounds: Deferred<Grounds>) {
    self.grounds = grounds
  }

  /// Rests on nothing; for a placeholder.
  static let none = Evidence(Deferred(Grounds(citations: [], isDerived: false)))

  /// The documents, the strongest first; empty only for a derivation of the authors alone.
  public var citations: [Citation] { grounds.value.citations }

  /// Whether the authors of the rules derived it, rather than found it in a document.
  public var isDerived: Bool { grounds.value.isDerived }

  /// The documents, each once, in order.
  public var sources: [Source] { citations.map(\.source).uniqued(by: \.id) }
}

/// How current a payer statement is.
package struct PayerDate: Hashable, Sendable {
  /// The date for which the payer's rule is known; nil when no source gives one.
  package var asOf: PartialDate? { deferredAsOf.value }
  private let deferredAsOf: Deferred<PartialDate?>
  /// Whether someone confirmed it for the edition.
  package let confirmation: Confirmation
  /// Whether somebody confirmed it for the edition.
  package var isConfirmed: Bool { confirmation.isConfirmed }

  init(asOf: Deferred<PartialDate?>, confirmation: Confirmation) {
    deferredAsOf = asOf
    self.confirmation = confirmation
  }

  /// After how many years a payer's rule is called old.
  static let maxYears = 2

  /// The first date of service for which the rule is too old to rely on; nil when it is never.
  var firstOldDay: CalendarDay? { asOf?.firstDay(afterYears: Self.maxYears) }

  /// Whether the rule is too old to rely on for a date of service.
  func isOld(on day: CalendarDay) -> Bool { asOf?.isOlder(thanYears: Self.maxYears, on: day) ?? false }
}
