extension Check {
  /// Every source is cited, and every shared entry is used.
  static let everythingNamed = Check { book in book.parts.read { $0.unnamed } }
}
