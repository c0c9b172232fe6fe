/// The file format of rows.
@usableFromInline package enum RowFormat: String, CaseIterable, Sendable {
  /// Comma-separated values (RFC 4180) with a header row.
  case csv
  /// The same with semicolons, as spreadsheets export it in locales with a decimal comma.
  case ssv
  /// The same with tabs.
  case tsv
  /// JSON Lines: one object per line.
  case jsonl

  /// The format for a file name extension.
  package init(path: String) throws(InputError) {
    let name = path.split(separator: "/").last ?? ""
    let point = name.lastIndex(of: ".") ?? name.endIndex
    switch name[point...].lowercased() {
    case ".csv": self = .csv
    case ".ssv": self = .ssv
    case ".tsv", ".tab": self = .tsv
    case ".jsonl", ".ndjson": self = .jsonl
    case ".xlsx", ".xls", ".xlsm", ".xlsb", ".ods": throw .workbook
    default: throw .unknownFormat
    }
  }

  /// The byte that separates cells; nil for JSON Lines.
  package var delimiter: UInt8? {
    switch self {
    case .csv: UInt8(ascii: ",")
    case .ssv: UInt8(ascii: ";")
    case .tsv: UInt8(ascii: "\t")
    case .jsonl: nil
    }
  }
}

/// The line break that ends the rows of a delimited file.
package enum LineBreak: Sendable {
  /// A line feed.
  case lf
  /// A carriage return and a line feed.
  case crlf
  /// A carriage return; a line feed also ends a row of such a file.
  case cr

  /// The bytes of the line break.
  package var bytes: [UInt8] {
    switch self {
    case .lf: [0x0A]
    case .crlf: [0x0D, 0x0A]
    case .cr: [0x0D]
    }
  }

  /// The byte that ends a row besides a line feed.
  var lastByte: UInt8 { self == .cr ? 0x0D : 0x0A }
}
