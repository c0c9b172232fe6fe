import ClaimFiles
import StrictJSON

/// The result of reading a row: its values as text, or its fault.
enum ReadRow: Equatable {
  case values([String])
  case fault(RowFault)
}

/// Reads all rows of a text.
func rows<Reader: RowReader & ~Copyable>(
  of text: [UInt8], by reader: consuming Reader, show: (Cell, RowColumn, borrowing PaddedBytes) -> String
) -> [ReadRow] {
  let bytes = PaddedBytes(text.last == 0x0A ? text : text + [0x0A])
  var found: [ReadRow] = []
  var offset = 0
  while offset < bytes.count {
    reader.read(bytes, at: offset)
    offset = reader.row.next
    if reader.row.isBlank { continue }
    var values: [String] = []
    for index in 0..<reader.valueCount {
      let cell = reader.value(index)
      values.append(show(cell, reader.columns[Int(cell.column)], bytes))
    }
    found.append(reader.fault.map(ReadRow.fault) ?? .values(values))
  }
  return found
}

/// Reads a delimited text with these columns.
func cells(
  _ text: String, columns: [String], _ format: RowFormat = .csv, lineBreak: LineBreak = .lf
) -> [ReadRow] {
  let columns = columns.map { RowColumn(name: $0, meaning: 0) }
  let reader = DelimitedReader(columns: columns, format: format, lineBreak: lineBreak)
  return rows(of: Array(text.utf8), by: reader) { cell, _, bytes in cell.text(in: bytes) }
}

/// Reads JSON Lines, with each value as `key=text`.
func members(_ text: [UInt8], known: [String] = []) -> [ReadRow] {
  rows(of: text, by: JSONLinesReader(known: known) { _ in 0 }) { cell, column, bytes in
    "\(column.name)=\(cell.text(in: bytes))"
  }
}
