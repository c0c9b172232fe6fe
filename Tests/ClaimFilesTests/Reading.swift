import ClaimFiles

/// What a reader said of one row: its values as texts, or its fault.
enum ReadRow: Equatable {
  case values([String])
  case fault(RowFault)
}

/// Reads all rows of a text as batch does: in chunks cut where rows end.
func rows<Reader: RowReader & ~Copyable>(
  of text: [UInt8], by reader: consuming Reader, show: (Cell, RowColumn, UnsafePointer<UInt8>) -> String
) -> [ReadRow] {
  let chunk = Chunk(capacity: 8)
  text.withUnsafeBufferPointer(chunk.append)
  chunk.appendLineBreak()
  let bytes = UnsafePointer(chunk.bytes)
  var found: [ReadRow] = []
  var place = 0
  while place < chunk.count {
    reader.read(bytes, at: place, limit: chunk.count)
    place = reader.row.next
    if reader.row.isBlank { continue }
    let values = reader.values.map { show($0, reader.columns[Int($0.column)], bytes) }
    found.append(reader.fault.map(ReadRow.fault) ?? .values(values))
  }
  return found
}

/// The rows of a delimited text with columns of these names.
func cells(_ text: String, columns: [String], _ format: RowFormat = .csv) -> [ReadRow] {
  let columns = columns.map { RowColumn(name: $0, meaning: 0) }
  return rows(of: Array(text.utf8), by: DelimitedReader(columns: columns, format: format)) { cell, _, bytes in
    cell.text(in: bytes)
  }
}

/// The rows of JSON Lines, each value as `key=text`.
func members(_ text: [UInt8], known: [String] = []) -> [ReadRow] {
  rows(of: text, by: JSONLinesReader(known: known) { _ in 0 }) { cell, column, bytes in
    "\(column.name)=\(cell.text(in: bytes))"
  }
}
