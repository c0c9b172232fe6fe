import ClaimFiles
import CodingRules
import StrictJSON

/// Rows of the result, put together from the row at hand and what is said of it.
extension RowAdvisor where Reader: ~Copyable {
  /// Writes a row whose result is ready.
  @inline(__always)
  mutating func write(
    _ entry: Int, _ day: CalendarDay?, _ bytes: UnsafePointer<UInt8>, _ sink: inout ByteSink
  ) {
    let start = sink.count
    var place = 0
    for part in parts.elements {
      ready.write(entry, place, to: &sink)
      write(part, day, bytes, &sink)
      place &+= 1
    }
    ready.write(entry, place, to: &sink)
    if layout.isSingleCell, sink.count &- start == layout.lineBreak.count {
      sink.truncate(start)
      sink.append("\"\"".utf8)
      sink.append(layout.lineBreak)
    }
  }

  /// Writes a row with a result of its own.
  mutating func write(_ result: RowResult, _ bytes: UnsafePointer<UInt8>, _ sink: inout ByteSink) {
    if layout.format == .jsonl, layout.copiesRows, !isObject {
      return writeUnreadable(result, bytes, &sink)
    }
    let entry = ready.add(layout.constants(result), result.remarks)
    write(entry, result.day, bytes, &sink)
    ready.forget(from: entry)
  }

  /// Whether the row can be copied to become an object with one more member.
  private var isObject: Bool {
    guard reader.format == .jsonl else { return true }
    return reader.fault == nil && !reader.values.contains { Int($0.meaning) == options.takenNumber }
  }

  /// Writes a line that cannot be copied as a text.
  private func writeUnreadable(_ result: RowResult, _ bytes: UnsafePointer<UInt8>, _ sink: inout ByteSink) {
    let line = UnsafeBufferPointer(
      rebasing: UnsafeBufferPointer(start: bytes, count: reader.row.next - 1)[reader.row.start...])
    sink.append("{\"row\":".utf8)
    sink.append(string: line)
    sink.append(",\"advice\":".utf8)
    sink.append((layout.isFull ? result.full : result.short).bytes(.compact))
    sink.append("}\n".utf8)
  }

  @inline(__always)
  private func write(
    _ part: ResultLayout.Part, _ day: CalendarDay?, _ bytes: UnsafePointer<UInt8>, _ sink: inout ByteSink
  ) {
    switch part {
    case .row: writeRow(bytes, &sink)
    case .cell(let column): write(reader.cell(column), bytes, &sink)
    case .day: if let day, layout.isFull { sink.append("\(day)".utf8) }
    }
  }

  @inline(__always)
  private func write(_ cell: Cell?, _ bytes: UnsafePointer<UInt8>, _ sink: inout ByteSink) {
    if let delimiter = layout.format.delimiter {
      sink.append(cell, of: bytes, delimiter: delimiter, from: reader.format.delimiter)
    } else {
      sink.append(cell, of: bytes, isJSON: reader.format == .jsonl)
    }
  }

  @inline(__always)
  private func writeRow(_ bytes: UnsafePointer<UInt8>, _ sink: inout ByteSink) {
    let row = reader.row
    if !row.isFaulty {
      sink.append(bytes + row.start, count: row.end &- row.start)
      if layout.format == .jsonl, !reader.values.isEmpty { sink.append(UInt8(ascii: ",")) }
    } else {
      for column in reader.columns.indices {
        if column > 0, let delimiter = layout.format.delimiter { sink.append(delimiter) }
        write(reader.cell(column), bytes, &sink)
      }
    }
  }
}
