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

/// A row of a CSV file after RFC 4180; control characters other than line breaks are made visible.
func csvRow(_ cells: [String]) -> [UInt8] {
  var row: [UInt8] = []
  for (index, cell) in cells.enumerated() {
    if index > 0 { row.append(UInt8(ascii: ",")) }
    appendCell(printable(cell), to: &row)
  }
  return row + [0x0D, 0x0A]
}

/// A cell, in quotes where it needs them.
private func appendCell(_ text: String, to row: inout [UInt8]) {
  let quote = UInt8(ascii: "\"")
  guard text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == quote }) else {
    row += text.utf8
    return
  }
  row.append(quote)
  for byte in text.utf8 {
    if byte == quote { row.append(quote) }
    row.append(byte)
  }
  row.append(quote)
}
