import ClaimFiles

/// The beginning of a table.
struct TableStart {
  /// The header row of a delimited file; nil for JSON Lines.
  let header: DelimitedHeader?
  /// The first rows.
  let sample: RowSample

  /// The names of the columns.
  var names: [String] { header?.names ?? sample.names }
}

extension RowSource<Failure> {
  /// Reads the header row and looks ahead at the first rows; nil if the input is empty.
  ///
  /// - Parameters:
  ///   - path: The name in messages.
  ///   - max: How many rows to look at.
  ///   - waits: Whether to wait for rows that have not arrived yet.
  func start(_ path: String, rows max: Int, waits: Bool) throws(Failure) -> TableStart? {
    var header: DelimitedHeader?
    if format == .jsonl {
      if try isEmpty() { return nil }
    } else {
      guard let row = try readHeader() else { return nil }
      header = try rethrow(row.get()) { (fault: HeaderFault) in
        .badHeader(fault.fault.sentence, path: path, line: fault.line)
      }
    }
    return TableStart(header: header, sample: try sample(after: header, max: max, waits: waits))
  }
}

extension ByteInput {
  /// The rows of a table.
  ///
  /// - Parameter encoding: Nil for UTF-8, or UTF-16 if a byte order mark says so.
  func rows(
    _ format: RowFormat, _ encoding: TextEncoding?, readSize: Int
  ) throws(Failure) -> RowSource<Failure> {
    let text = try DecodedInput<Failure>(encoding, read: read)
    if text.isSpreadsheet { throw .spreadsheet(path: name) }
    return RowSource(format, readSize: self.readSize(atMost: readSize), read: text.read(into:))
  }
}
