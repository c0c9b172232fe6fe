/// A table whose first rows have been examined.
package struct Table {
  /// All rows after the header.
  package let rows: RowSource
  /// The header row of a delimited file; nil for JSON Lines.
  package let header: DelimitedHeader?
  /// The first rows.
  package let sample: RowSample

  /// The names of the columns.
  package var names: [String] { header?.names ?? sample.names }

  /// Reads the header row and examines the first rows; nil if the input is empty.
  ///
  /// - Parameters:
  ///   - max: The maximum number of rows to examine.
  ///   - waits: Whether to wait for rows that have not arrived yet.
  package init?(_ rows: RowSource, atMost max: Int, waits: Bool) throws(InputError) {
    if rows.format == .jsonl {
      if try rows.isEmpty() { return nil }
      header = nil
    } else {
      guard let header = try rows.readHeader() else { return nil }
      self.header = header
    }
    self.rows = rows
    sample = try rows.sample(after: header, max: max, waits: waits)
  }
}
