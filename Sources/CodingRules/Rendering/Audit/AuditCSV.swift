extension AuditFinding {
  static let columns = [
    "file", "line", "column", "segment", "severity", "check", "claim", "service_line", "date", "codes",
    "what", "why",
    "do", "sources", "other", "related_lines",
  ]

  /// Returns the cells of a row, in column order; absent numbers are empty.
  func cells(_ file: String) -> [String] {
    [
      file, String(position.line), String(position.column),
      position.segment > 0 ? String(position.segment) : "",
      severity.rawValue, check, claim, line > 0 ? String(line) : "", day.map(\.description) ?? "",
      codes.joined(by: " "), what, why, action, sources.joined(by: " "), other?.text ?? "",
      related.map { $0.name(in: claim) }.joined(by: " "),
    ]
  }
}

extension RelatedLine {
  /// The number of the line as `2`, or as `A2:2` if it is in another claim than the finding; of a line
  /// without a number, the line of the file.
  fileprivate func name(in claim: String) -> String {
    if line == 0 { return String(position.line) }
    return claim == self.claim ? String(line) : "\(self.claim):\(line)"
  }
}

/// Appends a CSV row (RFC 4180), with control characters other than line breaks escaped, and an
/// apostrophe before claim text that a spreadsheet would evaluate as a formula.
func appendRow(_ cells: [String], to bytes: inout [UInt8]) {
  for (index, cell) in cells.enumerated() {
    if index > 0 { bytes.append(UInt8(ascii: ",")) }
    appendCell(cell, to: &bytes)
  }
  bytes += [0x0D, 0x0A]
}

/// Appends a cell with control characters escaped, quoted if necessary.
private func appendCell(_ cell: String, to bytes: inout [UInt8]) {
  let quote = UInt8(ascii: "\"")
  var text = isFormula(cell) ? "'" + cell : cell
  let (isASCII, hasComma, hasQuote) = text.withUTF8 { text in
    var (other, commas, quotes): (UInt8, UInt8, UInt8) = (0, 0, 0)
    for index in 0..<text.count {
      let byte = unsafe text[index]
      other |= byte &- 0x20 >= 0x5F ? 1 : 0
      commas |= byte == UInt8(ascii: ",") ? 1 : 0
      quotes |= byte == quote ? 1 : 0
    }
    return (other == 0, commas != 0, quotes != 0)
  }
  if !isASCII { text = printable(text) }
  if hasQuote { text = text.replacing("\"", with: "\"\"") }
  let isQuoted = !isASCII || hasComma || hasQuote
  if isQuoted { bytes.append(quote) }
  text.withUTF8 { unsafe bytes.append(contentsOf: $0) }
  if isQuoted { bytes.append(quote) }
}
