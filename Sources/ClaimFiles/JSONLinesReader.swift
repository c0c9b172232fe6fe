public import StrictJSON

/// Reads JSON Lines, one object per row; keys become columns when first seen.
///
/// A row takes one scan that validates complex values in place. A row that fails it is parsed again
/// as a whole to find the fault.
@usableFromInline package struct JSONLinesReader: RowReader, ~Copyable {
  @inlinable package static var isInColumnOrder: Bool { false }
  @usableFromInline package internal(set) var row = Row()
  @usableFromInline package internal(set) var fault: RowFault? {
    didSet { row.isFaulty = fault != nil }
  }
  @usableFromInline var keys: KeyColumns
  @usableFromInline var members = UncheckedList<Cell>()
  /// The number of the row, from 1.
  @usableFromInline var number = 0
  private var known = InternedObjects()
  /// The end of the row's line; 0 until needed.
  private var lineEnd = 0

  /// Creates a reader.
  ///
  /// - Parameter known: The keys of the initial columns, in order.
  /// - Parameter meaning: The caller's meaning of a key; called when its column is added.
  package init(known: [String], meaning: @escaping (String) -> Int) {
    keys = KeyColumns(known: known, meaning: meaning)
  }

  /// The columns so far, the known ones first.
  @usableFromInline package var columns: [RowColumn] { keys.columns }

  @inlinable package func cell(_ column: Int) -> Cell? {
    keys.keys[column].row == number ? members[keys.keys[column].index] : nil
  }

  @inlinable package var valueCount: Int { members.count }

  @inlinable package func value(_ index: Int) -> Cell { members[index] }

  @usableFromInline package func objects(of cell: Cell) -> [Int] { known.numbers(ofArrayAt: cell.start) }

  @usableFromInline package var format: RowFormat { .jsonl }

  @usableFromInline package mutating func read(_ bytes: borrowing PaddedBytes, at start: Int) {
    assert(bytes.isTerminated)
    begin(start)
    if !readRow(bytes, start) {
      begin(start)
      findFault(bytes)
    }
  }

  @usableFromInline package mutating func reject(_ fault: RowFault) {
    begin(0)
    row.next = 1
    self.fault = fault
  }

  private mutating func begin(_ start: Int) {
    if keys.exceedLimits { keys.removeUnknown() }
    row = Row(start: start)
    if fault != nil { fault = nil }
    number &+= 1
    lineEnd = 0
    members.truncate(to: 0)
    known.beginRow()
  }

  /// Reads the row; returns false if it is malformed.
  private mutating func readRow(_ bytes: borrowing PaddedBytes, _ start: Int) -> Bool {
    let limit = bytes.count
    var offset = bytes.skippingWhitespace(from: start)
    if offset >= limit || bytes[offset] == 0x0A {
      (row.end, row.next, row.isBlank) = (offset, offset &+ 1, true)
      return true
    }
    guard bytes[offset] == UInt8(ascii: "{") else { return false }
    offset = bytes.skippingWhitespace(from: offset &+ 1)
    var last = -1
    var nameBytes = 0
    while bytes[offset] != UInt8(ascii: "}") || last >= 0 {
      guard let (key, value) = keys.key(after: last, bytes, at: offset), keys.keys[key].row != number,
        let end = readValue(bytes, bytes.skippingWhitespace(from: value), key)
      else { return false }
      nameBytes &+= value &- offset
      guard members.count <= Row.maxColumns, nameBytes <= Row.maxNameBytes else { return false }
      last = key
      offset = bytes.skippingWhitespace(from: end)
      guard bytes[offset] == UInt8(ascii: ",") else { break }
      offset = bytes.skippingWhitespace(from: offset &+ 1)
    }
    guard bytes[offset] == UInt8(ascii: "}"), offset < limit else { return false }
    row.end = offset
    offset = bytes.skippingWhitespace(from: offset &+ 1)
    row.next = offset &+ 1
    return offset >= limit || bytes[offset] == 0x0A
  }

  /// Reads the value at an offset; returns the offset past it, or nil if it is malformed.
  @inline(__always)
  private mutating func readValue(_ bytes: borrowing PaddedBytes, _ start: Int, _ key: Int) -> Int? {
    if bytes[start] == UInt8(ascii: "\"") {
      let end = bytes.endOfPlainString(from: start &+ 1)
      if bytes[end] == UInt8(ascii: "\"") {
        add(key, start &+ 1, end, .plain)
        return end &+ 1
      }
    } else if bytes.load(at: start, as: UInt32.self) == 0x6C6C_756E {  // null
      add(key, start, start &+ 4, .null)
      return start &+ 4
    }
    return readAnyValue(bytes, start, key)
  }

  /// Reads a value of any kind, up to the end of the line.
  @inline(never)
  private mutating func readAnyValue(_ bytes: borrowing PaddedBytes, _ start: Int, _ key: Int) -> Int? {
    if lineEnd == 0 { lineEnd = bytes.firstOffset(of: 0x0A, in: min(start, bytes.count)..<bytes.count) }
    guard start < lineEnd else { return nil }
    let hasMeaning = bytes[start] == UInt8(ascii: "[") && keys.keys[key].meaning >= 0
    let knownEnd = hasMeaning ? known.endOfArray(bytes, from: start, limit: lineEnd) : nil
    guard let end = try? knownEnd ?? bytes.endOfJSONValue(in: start..<lineEnd) else { return nil }
    addValue(key, bytes, start, end)
    return end
  }

  @inline(__always)
  private mutating func add(_ key: Int, _ start: Int, _ end: Int, _ form: Cell.Form) {
    keys.keys[key].row = number
    keys.keys[key].index = members.count
    members.append(
      Cell(
        start: start, end: end, column: Int32(truncatingIfNeeded: key), meaning: keys.keys[key].meaning,
        form: form))
  }

  /// Adds the value between two offsets, which include any quotes.
  private mutating func addValue(_ key: Int, _ bytes: borrowing PaddedBytes, _ start: Int, _ end: Int) {
    switch bytes[start] {
    case UInt8(ascii: "\""):
      let isEscaped = bytes.firstOffset(of: UInt8(ascii: "\\"), in: start..<end) < end
      add(key, start + 1, end - 1, isEscaped ? .escaped : .plain)
    case UInt8(ascii: "{"), UInt8(ascii: "["): add(key, start, end, .container)
    default: add(key, start, end, .literal)
    }
  }

  /// Determines the fault of the row, which ends with its line.
  private mutating func findFault(_ bytes: borrowing PaddedBytes) {
    let line = row.start..<bytes.firstOffset(of: 0x0A, in: row.start..<bytes.count)
    (row.end, row.next) = (line.upperBound, line.upperBound + 1)
    do throws(JSONError) {
      try bytes.checkJSON(in: line)
      fault = bytes[bytes.skippingWhitespace(from: row.start)] == UInt8(ascii: "{") ? .tooWide : .notAnObject
    } catch {
      let column = TextPosition(of: error.offset, in: bytes.bytes(line)).column
      fault = .notJSON(error.kind, column: column)
    }
  }
}
