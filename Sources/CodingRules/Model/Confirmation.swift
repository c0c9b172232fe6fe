/// Whether an entry was confirmed for the edition.
package enum Confirmation: Hashable, Sendable {
  /// A source current for the edition confirms it.
  case confirmed
  /// A search found no source current for the edition.
  case notFound
  /// Nobody has searched.
  case missing

  /// Whether a source confirms it.
  package var isConfirmed: Bool { self == .confirmed }
}
