/// Whether somebody looked an entry up for the edition.
package enum Confirmation: Hashable, Sendable {
  /// It was found in a source of the edition's time.
  case confirmed
  /// It was looked for, and no source of the edition's time was found.
  case notFound
  /// Nobody has looked.
  case missing

  /// Whether it was found.
  package var isConfirmed: Bool { self == .confirmed }
}
