public import StrictJSON

/// Reads the rows of delimited files (RFC 4180), whose columns are named by the header row.
@usableFromInline package struct DelimitedReader: RowReader, ~Copyable {
  @inlinable package static var isInColumnOrder: Bool { true }
  @usableFromInline package let format: RowFormat
  @usableFromInline package let columns: [RowColumn]
  @usableFromInline package internal(set) var row = Row()
  @usableFromInline package internal(set) var fault: RowFault? {
    didSet { row.isFaulty = fault != nil }
  }
  private let delimiter: UInt8
  /// The byte that ends a row besides a line feed.
  private let lineEnd: UInt8
  @usableFromInline let cells: UncheckedList<Cell>
  /// The number of cells in the row, which may exceed the number of columns.
  @usableFromInline var found = 0

  /// Creates a reader for files with these columns.
  package init(columns: [RowColumn], format: RowFormat, lineBreak: LineBreak = .lf) {
    self.format = format
    self.columns = columns
    delimiter = format.delimiter ?? UInt8(ascii: ",")
    lineEnd = lineBreak.lastByte
    cells = UncheckedList(
      columns.enumerated().map { index, column in
        Cell(start: 0, end: 0, column: Int32(index), meaning: Int32(column.meaning), form: .plain)
      })
  }

  @inlinable package var valueCount: Int { min(found, cells.count) }

  @inlinable package func value(_ index: Int) -> Cell { cells[index] }

  @inlinable package func cell(_ column: Int) -> Cell? { column < found ? cells[column] : nil }

  @usableFromInline package mutating func read(_ bytes: borrowing PaddedBytes, at start: Int) {
    assert(bytes.isTerminated)
    row = Row(start: start)
    if fault != nil { fault = nil }
    found = 0
    let (delimiters, breaks, ends, quotes) = (
      splat(delimiter), splat(0x0A), splat(lineEnd), splat(UInt8(ascii: "\""))
    )
    var (cellStart, offset) = (start, start)
    while offset < bytes.count {
      let next = bytes.block(at: offset)
      let isSpecial = (next .== delimiters) .| (next .== breaks) .| (next .== quotes) .| (next .== ends)
      var hits = isSpecial.bits
      while hits != 0 {
        let hit = offset &+ hits.trailingZeroBitCount
        hits &= hits &- 1
        if hit >= bytes.count { break }
        if bytes[hit] == delimiter {
          add(cellStart, hit, .plain)
          cellStart = hit &+ 1
        } else if bytes[hit] == UInt8(ascii: "\"") {
          return readQuoted(bytes, cellStart)
        } else {
          return finish(bytes, cellStart, hit, .plain)
        }
      }
      offset &+= Block.size
    }
    finish(bytes, cellStart, bytes.count, .plain)
  }

  @usableFromInline package mutating func reject(_ fault: RowFault) {
    row = Row(next: 1)
    found = 0
    self.fault = fault
  }

  /// Reads the rest of a row cell by cell, once a quote is found.
  private mutating func readQuoted(_ bytes: borrowing PaddedBytes, _ first: Int) {
    var start = first
    while true {
      let cell = quotedCell(bytes, start) ?? bareCell(bytes, start, from: start)
      if cell.form == .malformed, fault == nil { fault = .strayQuote(column: found) }
      let end = cell.form == .quoted ? cell.end + 1 : cell.end
      guard end < bytes.count, bytes[end] == delimiter else {
        let lineBreak = endOfLine(bytes, from: end)
        return finish(bytes, cell.start, cell.form == .quoted ? cell.end : lineBreak, cell.form, lineBreak)
      }
      add(cell.start, cell.end, cell.form)
      start = end + 1
    }
  }

  /// Reads a cell that begins with a quote; nil if the cell does not.
  private mutating func quotedCell(_ bytes: borrowing PaddedBytes, _ start: Int) -> Span? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { return nil }
    guard let close = bytes.closingQuote(in: (start + 1)..<bytes.count) else {
      fault = .unclosedQuote(column: found)
      return Span(start: start, end: endOfLine(bytes, from: start), form: .malformed)
    }
    row.lines += bytes.count(of: 0x0A, in: start..<close)
    if lineEnd != 0x0A { row.lines += bytes.count(of: lineEnd, in: start..<close) }
    let after = close + 1
    let isLineEnd =
      bytes[after] == 0x0A || bytes[after] == lineEnd || (bytes[after] == 0x0D && bytes[after + 1] == 0x0A)
    if after >= bytes.count || isLineEnd || bytes[after] == delimiter {
      return Span(start: start + 1, end: close, form: .quoted)
    }
    return bareCell(bytes, start, from: after)
  }

  /// Reads a cell up to the next delimiter or line break; malformed if it contains a quote.
  private func bareCell(_ bytes: borrowing PaddedBytes, _ start: Int, from offset: Int) -> Span {
    let lineBreak = endOfLine(bytes, from: offset)
    let end = bytes.firstOffset(of: delimiter, in: offset..<lineBreak)
    let hasQuote = bytes.firstOffset(of: UInt8(ascii: "\""), in: start..<end) < end
    return Span(start: start, end: end, form: hasQuote ? .malformed : .plain)
  }

  private func endOfLine(_ bytes: borrowing PaddedBytes, from offset: Int) -> Int {
    bytes.endOfLine(lineEnd, in: offset..<max(offset, bytes.count))
  }

  @inline(__always)
  private mutating func add(_ start: Int, _ end: Int, _ form: Cell.Form) {
    if found < cells.count { set(found, start, end, form) }
    found &+= 1
  }

  @inline(__always)
  private func set(_ column: Int, _ start: Int, _ end: Int, _ form: Cell.Form) {
    cells[column].start = start
    cells[column].end = end
    cells[column].form = form
  }

  /// Adds the last cell and ends the row; CR before LF is part of the line break.
  @inline(__always)
  private mutating func finish(
    _ bytes: borrowing PaddedBytes, _ start: Int, _ end: Int, _ form: Cell.Form, _ lineBreak: Int? = nil
  ) {
    let lineBreak = lineBreak ?? end
    let isReturn = bytes[lineBreak] == 0x0D
    let followsReturn = lineBreak > row.start && !isReturn && bytes[lineBreak &- 1] == 0x0D
    row.end = followsReturn ? lineBreak &- 1 : lineBreak
    row.next =
      lineBreak &+ (isReturn && bytes[lineBreak &+ 1] == 0x0A && lineBreak &+ 1 < bytes.count ? 2 : 1)
    add(start, form == .quoted ? end : max(start, min(end, row.end)), form)
    row.isBlank = row.start == row.end
    if found != cells.count, !row.isBlank { repairCount() }
  }

  /// Records a wrong number of cells; surplus cells become part of the last column's cell.
  private mutating func repairCount() {
    let width = cells.count
    if fault == nil { fault = .cellCount(found: found, expected: width) }
    guard found > width, width > 0 else { return }
    let last = cells[width - 1]
    set(width - 1, last.form == .quoted ? last.start - 1 : last.start, row.end, .malformed)
    found = width
  }
}

/// The range and form of a cell.
private struct Span {
  let start: Int
  let end: Int
  let form: Cell.Form
}
