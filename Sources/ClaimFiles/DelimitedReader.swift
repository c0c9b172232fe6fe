public import StrictJSON

/// Reads rows of cells after RFC 4180; the names come from the first row.
@usableFromInline package struct DelimitedReader: RowReader, ~Copyable {
  @inlinable package static var isInColumnOrder: Bool { true }
  @usableFromInline package let format: RowFormat
  @usableFromInline package let columns: [RowColumn]
  @usableFromInline package internal(set) var row = Row()
  @usableFromInline package internal(set) var fault: RowFault? {
    didSet { row.isFaulty = fault != nil }
  }
  private let delimiter: UInt8
  /// What ends a row where no line feed does.
  private let lineEnd: UInt8
  @usableFromInline let cells: UncheckedList<Cell>
  /// How many cells the row has; perhaps more than there are columns.
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
      every(delimiter), every(0x0A), every(lineEnd), every(UInt8(ascii: "\""))
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

  @usableFromInline package mutating func refuse(_ fault: RowFault) {
    row = Row(next: 1)
    found = 0
    self.fault = fault
  }

  /// Reads the cells from one on, cell by cell: there is a quote among them.
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

  /// A cell that begins with a quote; nil when there is none.
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

  /// A cell up to the next delimiter or line break; malformed when there is a quote in it.
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

  /// Ends the row with its last cell; a carriage return before a line feed is part of the line break.
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
    if found != cells.count, !row.isBlank { repairCount(bytes) }
  }

  /// Notes a wrong number of cells; what is too much becomes part of the last column's cell.
  private mutating func repairCount(_ bytes: borrowing PaddedBytes) {
    let width = cells.count
    if fault == nil { fault = .cellCount(found: found, expected: width) }
    guard found > width, width > 0 else { return }
    let last = cells[width - 1]
    set(width - 1, last.form == .quoted ? last.start - 1 : last.start, row.end, .malformed)
    found = width
  }
}

/// Where a cell is, and how it is written.
private struct Span {
  let start: Int
  let end: Int
  let form: Cell.Form
}
