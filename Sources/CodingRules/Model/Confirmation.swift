/// Whether someone confirmed an entry for the edition.
package enum Confirmation: Hashable, Sendable {
  /// A source of the edition's time confirms it.
  case confirmed
  /// Someone looked, and found no source of the edition's time.
  case notFound
  /// Nobody has looked.
  case missing

  /// Whether it was found.
  package var isConfirmed: Bool { self == .confirmed }
}
