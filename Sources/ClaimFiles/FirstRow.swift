package import StrictJSON

/// The line break and delimiter of a delimited file, detected from its first row.
package struct FirstRow: Equatable, Sendable {
  /// The line break of the file.
  package let lineBreak: LineBreak
  /// The format of the file; for CSV without commas in its header, that of the delimiter it has.
  package let format: RowFormat

  /// Examines the first row; nil if it does not end within the bytes.
  package init?(of bytes: borrowing PaddedBytes, format: RowFormat) {
    var found: Set<RowFormat> = []
    var offset = 0
    while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D {
      let isOpening = offset == 0 || format.mayHave(delimiter: bytes[offset - 1])
      if bytes[offset] == UInt8(ascii: "\""), isOpening {
        guard let close = bytes.closingQuote(in: (offset + 1)..<bytes.count) else { return nil }
        offset = close
      } else if let other = RowFormat(delimiter: bytes[offset]) {
        found.insert(other)
      }
      offset += 1
    }
    guard let lineBreak = LineBreak(at: offset, bytes) else { return nil }
    self.lineBreak = lineBreak
    let others: [RowFormat] = format == .csv && !found.contains(.csv) ? [.ssv, .tsv] : []
    self.format = others.first(where: found.contains) ?? format
  }
}

extension LineBreak {
  /// The line break at an offset; nil if the next byte, which could be part of it, is missing.
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

  /// Whether a file assumed to have this format may turn out to use a delimiter.
  fileprivate func mayHave(delimiter: UInt8) -> Bool {
    self == .csv ? RowFormat(delimiter: delimiter) != nil : self.delimiter == delimiter
  }
}
