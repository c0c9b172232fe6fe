/// The sizes of rows and chunks.
package enum RowLimits {
  /// The maximum length of a row, in bytes.
  package static let maxRow = 4 << 20
  /// The size of a chunk of whole rows, in bytes.
  package static let chunkSize = 1 << 18
  /// How far to search for the end of a row with an unclosed quote, in bytes, before treating its
  /// first line as the row; without a limit, each such row would scan the rest of the buffer.
  static let unclosedQuoteWindow = 1 << 12
}
