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
    let text = printable(cell)
    if text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) {
      row += "\"\(text.replacing("\"", with: "\"\""))\"".utf8
    } else {
      row += text.utf8
    }
  }
  return row + [0x0D, 0x0A]
}
