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
  row.reserveCapacity(1 << 10)
  for cell in cells {
    appendCell(cell, to: &row)
    row.append(UInt8(ascii: ","))
  }
  row.removeLast()
  row += [0x0D, 0x0A]
  return row
}

/// A cell, control characters made visible, in quotes where it needs them.
private func appendCell(_ cell: String, to row: inout [UInt8]) {
  let quote = UInt8(ascii: "\"")
  var text = isFormula(cell) ? "'" + cell : cell
  let (isASCII, hasComma, hasQuote) = text.withUTF8 { bytes in
    unsafe bytes.reduce(into: (true, false, false)) { found, byte in
      if byte < 0x20 || byte >= 0x7F { found.0 = false }
      if byte == UInt8(ascii: ",") { found.1 = true }
      if byte == quote { found.2 = true }
    }
  }
  if !isASCII { text = printable(text) }
  if hasQuote { text = text.replacing("\"", with: "\"\"") }
  let isQuoted = !isASCII || hasComma || hasQuote
  if isQuoted { row.append(quote) }
  text.withUTF8 { unsafe row.append(contentsOf: $0) }
  if isQuoted { row.append(quote) }
}
