extension Check {
  /// Every source is cited, and every shared entry is used.
  static let everythingReferenced = Check { book in book.parts.read { $0.unreferenced } }
}
