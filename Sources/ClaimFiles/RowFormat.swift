/// How rows are written in a file.
@usableFromInline package enum RowFormat: String, CaseIterable, Sendable {
  /// Comma-separated values after RFC 4180, names in the first row.
  case csv
  /// The same with semicolons instead of commas, as spreadsheets write it where a comma is a decimal mark.
  case ssv
  /// The same with tabs instead of commas.
  case tsv
  /// JSON Lines: one object a line.
  case jsonl

  /// The format that a file's extension means; nil when it means none.
  package init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let point = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: point)...].lowercased() {
    case "csv": self = .csv
    case "ssv": self = .ssv
    case "tsv", "tab": self = .tsv
    case "jsonl", "ndjson": self = .jsonl
    default: return nil
    }
  }

  /// What separates two cells; nil for JSON Lines.
  package var delimiter: UInt8? {
    switch self {
    case .csv: UInt8(ascii: ",")
    case .ssv: UInt8(ascii: ";")
    case .tsv: UInt8(ascii: "\t")
    case .jsonl: nil
    }
  }
}

/// What ends the rows of a delimited file.
package enum LineBreak: Sendable {
  /// A line feed.
  case lf
  /// A carriage return and a line feed.
  case crlf
  /// A carriage return; a line feed ends a row of such a file too.
  case cr

  /// The bytes.
  package var bytes: [UInt8] {
    switch self {
    case .lf: [0x0A]
    case .crlf: [0x0D, 0x0A]
    case .cr: [0x0D]
    }
  }

  /// The byte that ends a row where no line feed does.
  var lastByte: UInt8 { self == .cr ? 0x0D : 0x0A }
}
