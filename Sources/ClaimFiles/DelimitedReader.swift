import StrictJSON

/// Reads rows of cells after RFC 4180; the names come from the first row.
public struct DelimitedReader: RowReader, ~Copyable {
  /// How the rows are written.
  public let format: RowFormat
  /// The columns, in order.
  public let columns: [RowColumn]
  /// The row that was read last.
  public private(set) var row = Row()
  /// What is wrong with it; nil when it is well-formed.
  public private(set) var fault: RowFault? {
    didSet { row.isFaulty = fault != nil }
  }
  private let delimiter: UInt8
  @usableFromInline let cells: UnsafeMutablePointer<Cell>
  @usableFromInline let width: Int
  /// How many cells the row has; more than there are columns perhaps.
  @usableFromInline var found = 0

  /// Creates a reader for files with these columns.
  public init(columns: [RowColumn], format: RowFormat) {
    self.format = format
    self.columns = columns
    delimiter = format.delimiter ?? UInt8(ascii: ",")
    width = columns.count
    cells = .allocate(capacity: max(1, width))
    for (place, column) in columns.enumerated() {
      (cells + place).initialize(
        to: Cell(start: 0, end: 0, column: Int32(place), meaning: Int32(column.meaning), form: .plain))
    }
  }

  deinit { cells.deallocate() }

  /// The value of a column in the row that was read last; nil where the row ends before it.
  @inlinable public func cell(_ column: Int) -> Cell? { column < found ? cells[column] : nil }

  /// The values of that row, in order; they stay until the next is read.
  @inlinable public var values: UnsafeBufferPointer<Cell> {
    UnsafeBufferPointer(start: cells, count: min(found, width))
  }

  /// Reads the row that begins at a place; it ends at the limit at the latest.
  ///
  /// A line break must stand at the limit, and at least sixteen bytes behind it be readable.
  public mutating func read(_ bytes: UnsafePointer<UInt8>, at start: Int, limit: Int) {
    row = Row(start: start)
    if fault != nil { fault = nil }
    found = 0
    let (delimiters, breaks, quotes) = (every(delimiter), every(0x0A), every(UInt8(ascii: "\"")))
    var (cellStart, place) = (start, start)
    while place < limit {
      let next = block(bytes, place)
      var hits = ((next .== delimiters) .| (next .== breaks) .| (next .== quotes)).fours.lowest
      while hits != 0 {
        let hit = place &+ hits.firstPlace
        hits &= hits &- 1
        if hit >= limit { break }
        if bytes[hit] == delimiter {
          add(cellStart, hit, .plain)
          cellStart = hit &+ 1
        } else if bytes[hit] == 0x0A {
          return finish(bytes, cellStart, hit, .plain)
        } else {
          return readQuoted(bytes, cellStart, limit)
        }
      }
      place &+= 16
    }
    finish(bytes, cellStart, limit, .plain)
  }

  /// Takes a row that cannot be read at all, as one without values.
  public mutating func refuse(_ fault: RowFault) {
    row = Row(next: 1)
    found = 0
    self.fault = fault
  }

  /// Reads the cells from one on, cell by cell: there is a quote among them.
  private mutating func readQuoted(_ bytes: UnsafePointer<UInt8>, _ first: Int, _ limit: Int) {
    var start = first
    while true {
      let cell = quotedCell(bytes, start, limit) ?? bareCell(bytes, start, start, limit)
      if cell.form == .malformed, fault == nil { fault = .strayQuote(column: found) }
      let end = cell.form == .quoted ? cell.end + 1 : cell.end
      guard end < limit, bytes[end] == delimiter else {
        let breakPlace = bytes.first(0x0A, from: end, limit: limit)
        return finish(bytes, cell.start, cell.form == .quoted ? cell.end : breakPlace, cell.form, breakPlace)
      }
      add(cell.start, cell.end, cell.form)
      start = end + 1
    }
  }

  /// A cell that begins with a quote; nil when none stands there.
  private mutating func quotedCell(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ limit: Int) -> Span? {
    guard start < limit, bytes[start] == UInt8(ascii: "\"") else { return nil }
    guard let close = bytes.closingQuote(from: start + 1, limit: limit) else {
      fault = .unclosedQuote(column: found)
      let end = bytes.first(0x0A, from: start, limit: limit)
      return Span(start: start, end: end, form: .malformed)
    }
    row.lines += bytes.count(0x0A, from: start, limit: close)
    let after = close + 1
    let isLineEnd = bytes[after] == 0x0A || (bytes[after] == 0x0D && bytes[after + 1] == 0x0A)
    if after >= limit || isLineEnd || bytes[after] == delimiter {
      return Span(start: start + 1, end: close, form: .quoted)
    }
    return bareCell(bytes, start, after, limit)
  }

  /// A cell up to the next delimiter or line break; malformed when a quote stands in it.
  private func bareCell(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ from: Int, _ limit: Int
  ) -> Span {
    let lineEnd = bytes.first(0x0A, from: from, limit: limit)
    let end = bytes.first(delimiter, from: from, limit: lineEnd)
    let hasQuote = bytes.first(UInt8(ascii: "\""), from: start, limit: end) < end
    return Span(start: start, end: end, form: hasQuote ? .malformed : .plain)
  }

  @inline(__always)
  private mutating func add(_ start: Int, _ end: Int, _ form: Cell.Form) {
    if found < width { set(found, start, end, form) }
    found &+= 1
  }

  @inline(__always)
  private func set(_ column: Int, _ start: Int, _ end: Int, _ form: Cell.Form) {
    cells[column].start = start
    cells[column].end = end
    cells[column].form = form
  }

  /// Ends the row with its last cell; a carriage return before the line break belongs to the break.
  @inline(__always)
  private mutating func finish(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ form: Cell.Form, _ lineBreak: Int? = nil
  ) {
    let lineBreak = lineBreak ?? end
    row.end = lineBreak > row.start && bytes[lineBreak &- 1] == 0x0D ? lineBreak &- 1 : lineBreak
    row.next = lineBreak &+ 1
    add(start, form == .quoted ? end : max(start, min(end, row.end)), form)
    row.isBlank = row.start == row.end
    if found != width, !row.isBlank { repairCount(bytes) }
  }

  /// Tells a wrong number of cells; what is too much becomes part of the last column's cell.
  private mutating func repairCount(_ bytes: UnsafePointer<UInt8>) {
    if fault == nil { fault = .cellCount(found: found, expected: width) }
    guard found > width, width > 0 else { return }
    let last = cells[width - 1]
    let start = last.form == .quoted ? last.start - 1 : last.start
    set(width - 1, start, row.end, .malformed)
    found = width
  }
}

/// Where a cell stands, and how.
private struct Span {
  let start: Int
  let end: Int
  let form: Cell.Form
}
