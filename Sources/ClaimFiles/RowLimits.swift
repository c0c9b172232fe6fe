/// How much is read at once.
package enum RowLimits {
  /// The longest row that is read, in bytes.
  package static let maxRow = 4 << 20
  /// How many bytes of whole rows are handed on at once.
  package static let chunkSize = 1 << 18
  /// How far to look for the end of a row after a quote that is never closed, in bytes, before its first line is taken
  /// for the row; else each such row would cost all that follows.
  static let strayWindow = 1 << 12
}
