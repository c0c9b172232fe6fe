/// Reads rows of cells after RFC 4180; the names come from the first row.
public struct DelimitedReader: RowReader, ~Copyable {
  /// How the rows are written.
  public let format: RowFormat
  /// The columns, in order.
  public let columns: [RowColumn]
  /// The row that was read last.
  public private(set) var row = Row()
  /// What is wrong with it; nil when it is well-formed.
  public private(set) var fault: RowFault?
  /// The columns that mean something.
  public let present: [Int]
  private let delimiter: UInt8
  private let meanings: [Int]
  private let cells: UnsafeMutablePointer<Cell>
  private let width: Int
  /// How many cells the row has; more than there are columns perhaps.
  private var found = 0

  /// Creates a reader for files with these columns.
  public init(columns: [RowColumn], format: RowFormat) {
    self.format = format
    self.columns = columns
    delimiter = format.delimiter ?? UInt8(ascii: ",")
    meanings = columns.map(\.meaning)
    present = columns.indices.filter { columns[$0].meaning >= 0 }
    width = columns.count
    cells = .allocate(capacity: max(1, width))
  }

  deinit { cells.deallocate() }

  /// The value of a column in the row that was read last; nil where the row ends before it.
  @inline(__always)
  public func cell(_ column: Int) -> Cell? { column < found ? cells[column] : nil }

  /// What the caller made of a column's name.
  @inline(__always)
  public func meaning(_ column: Int) -> Int { meanings[column] }

  /// Reads the row that begins at a place; it ends at the limit at the latest.
  ///
  /// A line break must stand at the limit, and at least eight bytes behind it be readable.
  public mutating func read(_ bytes: UnsafePointer<UInt8>, at start: Int, limit: Int) {
    row = Row(start: start)
    if fault != nil { fault = nil }
    found = 0
    let (delimiters, breaks) = (every(delimiter), every(0x0A))
    let quotes = every(UInt8(ascii: "\""))
    var (cellStart, place) = (start, start)
    while place < limit {
      let eight = word(bytes, place)
      var hits = matches(eight, delimiters) | matches(eight, breaks) | matches(eight, quotes)
      while hits != 0 {
        let hit = place &+ hits.trailingZeroBitCount &>> 3
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
      place &+= 8
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
  private mutating func quotedCell(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ limit: Int) -> Cell? {
    guard start < limit, bytes[start] == UInt8(ascii: "\"") else { return nil }
    guard let close = bytes.closingQuote(from: start + 1, limit: limit) else {
      fault = .unclosedQuote(column: found)
      let end = bytes.first(0x0A, from: start, limit: limit)
      return Cell(start: start, end: end, form: .malformed, row: 0)
    }
    row.lines += bytes.count(0x0A, from: start, limit: close)
    let after = close + 1
    let isLineEnd = bytes[after] == 0x0A || (bytes[after] == 0x0D && bytes[after + 1] == 0x0A)
    if after >= limit || isLineEnd || bytes[after] == delimiter {
      return Cell(start: start + 1, end: close, form: .quoted, row: 0)
    }
    return bareCell(bytes, start, after, limit)
  }

  /// A cell up to the next delimiter or line break; malformed when a quote stands in it.
  private func bareCell(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ from: Int, _ limit: Int
  ) -> Cell {
    let lineEnd = bytes.first(0x0A, from: from, limit: limit)
    let end = bytes.first(delimiter, from: from, limit: lineEnd)
    let hasQuote = bytes.first(UInt8(ascii: "\""), from: start, limit: end) < end
    return Cell(start: start, end: end, form: hasQuote ? .malformed : .plain, row: 0)
  }

  @inline(__always)
  private mutating func add(_ start: Int, _ end: Int, _ form: Cell.Form) {
    if found < width { cells[found] = Cell(start: start, end: end, form: form, row: 0) }
    found &+= 1
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
    cells[width - 1] = Cell(start: start, end: row.end, form: .malformed, row: 0)
    found = width
  }
}
