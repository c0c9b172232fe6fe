extension AuditFinding {
  /// The names of the columns.
  static let columns = [
    "file", "line", "column", "segment", "severity", "check", "claim", "service_line", "date", "codes",
    "what", "why",
    "do", "sources", "other", "related_lines",
  ]

  /// The cells of a row, in the order of the columns; absent numbers are empty.
  func cells(_ file: String) -> [String] {
    [
      file, "\(position.line)", "\(position.column)", position.segment > 0 ? "\(position.segment)" : "",
      severity.rawValue, check, claim, line > 0 ? "\(line)" : "", day.map(\.description) ?? "",
      codes.joined(by: " "), what, why, action, sources.joined(by: " "), other?.text ?? "",
      related.map { "\($0.line)" }.joined(by: " "),
    ]
  }
}

/// A row of a CSV file after RFC 4180; control characters other than line breaks are made visible, and what a claim says
/// that a spreadsheet would take for a formula comes after an apostrophe.
func csvRow(_ cells: [String]) -> [UInt8] {
  var row: [UInt8] = []
  for (index, cell) in cells.enumerated() {
    if index > 0 { row.append(UInt8(ascii: ",")) }
    appendCell(cell, to: &row)
  }
  return row + [0x0D, 0x0A]
}

/// A cell, control characters made visible, in quotes where it needs them.
private func appendCell(_ cell: String, to row: inout [UInt8]) {
  let quote = UInt8(ascii: "\"")
  var cell = isFormula(cell) ? "'" + cell : cell
  let isPlain = cell.withUTF8 { bytes in
    unsafe bytes.reduce(true) { $0 && $1 >= 0x20 && $1 < 0x7F && $1 != quote && $1 != UInt8(ascii: ",") }
  }
  if isPlain {
    cell.withUTF8 { unsafe row.append(contentsOf: $0) }
    return
  }
  var text = printable(cell)
  row.append(quote)
  text.withUTF8 { bytes in
    unsafe bytes.forEach { byte in
      if byte == quote { row.append(quote) }
      row.append(byte)
    }
  }
  row.append(quote)
}
