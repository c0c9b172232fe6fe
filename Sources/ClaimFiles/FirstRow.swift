package import StrictJSON

/// What the first row of a delimited file shows of all of them.
package struct FirstRow: Equatable, Sendable {
  /// What ends the rows.
  package let lineBreak: LineBreak
  /// The format of the rows; CSV with no comma between its names is recognized by the delimiter they do have.
  package let format: RowFormat

  /// Looks at the first row; nil when no row ends within the bytes.
  package init?(of bytes: borrowing PaddedBytes, format: RowFormat) {
    var counts: [RowFormat: Int] = [:]
    var offset = 0
    while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D {
      let isOpening = offset == 0 || format.mayHave(delimiter: bytes[offset - 1])
      if bytes[offset] == UInt8(ascii: "\""), isOpening {
        guard let close = bytes.closingQuote(in: (offset + 1)..<bytes.count) else { return nil }
        offset = close
      } else if let found = RowFormat(delimiter: bytes[offset]) {
        counts[found, default: 0] += 1
      }
      offset += 1
    }
    guard let lineBreak = LineBreak(at: offset, bytes) else { return nil }
    self.lineBreak = lineBreak
    let others: [RowFormat] = format == .csv && counts[.csv] == nil ? [.ssv, .tsv] : []
    self.format = others.first { counts[$0] != nil } ?? format
  }
}

extension LineBreak {
  /// The line break at an offset; nil when what follows could be part of it.
  fileprivate init?(at offset: Int, _ bytes: borrowing PaddedBytes) {
    guard offset < bytes.count else { return nil }
    if bytes[offset] == 0x0A {
      self = .lf
    } else {
      guard offset + 1 < bytes.count else { return nil }
      self = bytes[offset + 1] == 0x0A ? .crlf : .cr
    }
  }
}

extension RowFormat {
  fileprivate init?(delimiter: UInt8) {
    guard let format = Self.allCases.first(where: { $0.delimiter == delimiter }) else { return nil }
    self = format
  }

  /// Whether a file that is taken for one of this format may be separated so.
  fileprivate func mayHave(delimiter: UInt8) -> Bool {
    self == .csv ? RowFormat(delimiter: delimiter) != nil : self.delimiter == delimiter
  }
}
