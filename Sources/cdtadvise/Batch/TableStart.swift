import BatchAdvice
import ClaimFiles

/// How a table begins.
struct TableStart {
  /// The header of a delimited file; nil for JSON Lines.
  let header: DelimitedHeader?
}

extension RowSource<Failure> {
  /// How the table begins; nil when there is nothing to read.
  ///
  /// - Parameter path: How messages call it.
  func start(_ path: String) throws(Failure) -> TableStart? {
    if format == .jsonl { return try isEmpty() ? nil : TableStart(header: nil) }
    switch try readHeader() {
    case nil: return nil
    case .success(let header): return TableStart(header: header)
    case .failure(let fault): throw .badHeader(fault.fault.sentence, path: path, line: fault.line)
    }
  }
}

extension ByteInput {
  /// The rows of a table in a format and an encoding; nil for UTF-8, or what a byte order mark says.
  func rows(
    _ format: RowFormat, _ encoding: TextEncoding?, readSize: Int
  ) throws(Failure) -> RowSource<Failure> {
    let text = try DecodedInput<Failure>(encoding) { span throws(Failure) in try read(into: &span) }
    if text.isSpreadsheet { throw .spreadsheet(path: name) }
    return RowSource(format, readSize: self.readSize(atMost: readSize)) { span throws(Failure) in
      try text.read(into: &span)
    }
  }
}
