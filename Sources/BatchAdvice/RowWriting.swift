import ClaimFiles
import CodingRules
import StrictJSON

/// Assembles output rows from the current row and its result.
extension BatchAdvisor where Reader: ~Copyable {
  /// Writes the current row with a result.
  @inline(__always)
  mutating func write(_ index: Int, _ bytes: borrowing PaddedBytes, _ sink: inout ByteSink) {
    let start = sink.count
    var rendered = 0
    for part in 0..<parts.count {
      switch parts[part] {
      case .shared(let start, let end): cache.results.writeShared(start, end, to: &sink)
      case .row: writeRow(bytes, &sink)
      case .cell(let column): write(reader.cell(column), bytes, &sink)
      case .rendered:
        cache.results.write(rendered, of: index, to: &sink)
        rendered &+= 1
      }
    }
    if layout.isSingleCell, sink.count &- start == layout.lineBreak.count {
      sink.truncate(to: start)
      sink.append("\"\"".utf8)
      sink.append(layout.lineBreak)
    }
  }

  /// Whether the row can be written in the output format; false for a malformed JSON line, which
  /// cannot be copied with a member added.
  var canBeWritten: Bool {
    guard delimiter == nil, inputDelimiter == nil, layout.copiesRows else { return true }
    if reader.fault != nil { return false }
    for index in 0..<reader.valueCount where Int(reader.value(index).meaning) == reservedNumber {
      return false
    }
    return true
  }

  /// Writes a line that cannot be copied as a JSON string.
  func writeAsText(_ result: RowResult, _ bytes: borrowing PaddedBytes, _ sink: inout ByteSink) {
    sink.append("{\"row\":".utf8)
    sink.append(string: bytes, reader.row.start..<min(reader.row.next - 1, bytes.count))
    sink.append(",\"advice\":".utf8)
    sink.append(layout.advice(result))
    sink.append("}\n".utf8)
  }

  @inline(__always)
  private mutating func write(_ cell: Cell?, _ bytes: borrowing PaddedBytes, _ sink: inout ByteSink) {
    if repairsRow, let cell {
      sink.append(repaired: cell, of: bytes, delimiter: delimiter)
    } else if let delimiter {
      sink.append(cell, of: bytes, delimiter: delimiter, from: inputDelimiter)
    } else {
      sink.append(cell, of: bytes, isJSON: inputDelimiter == nil)
    }
  }

  @inline(__always)
  private mutating func writeRow(_ bytes: borrowing PaddedBytes, _ sink: inout ByteSink) {
    let row = reader.row
    if !row.isFaulty, !repairsRow {
      sink.append(bytes, from: row.start, to: row.end)
      if delimiter == nil, reader.valueCount > 0 { sink.append(UInt8(ascii: ",")) }
      return
    }
    for column in reader.columns.indices {
      if column > 0, let delimiter { sink.append(delimiter) }
      write(reader.cell(column), bytes, &sink)
    }
  }
}
