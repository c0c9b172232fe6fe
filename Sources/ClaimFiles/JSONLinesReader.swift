public import StrictJSON

/// Reads rows of JSON Lines, each an object; the keys become columns as they turn up.
///
/// A row costs one scan; values that are not plain are checked where they stand. A row that cannot be read so is checked
/// as a whole, for what is wrong with it.
public struct JSONLinesReader: RowReader, ~Copyable {
  /// The row that was read last.
  public private(set) var row = Row()
  /// What is wrong with it; nil when it is well-formed.
  public private(set) var fault: RowFault? {
    didSet { row.isFaulty = fault != nil }
  }
  @usableFromInline var keys: KeyColumns
  @usableFromInline var members = PlainList<Cell>()
  /// The number of the row.
  @usableFromInline var number = 0
  /// Where its line ends; 0 while nobody has asked.
  private var lineEnd = 0

  /// Creates a reader.
  ///
  /// - Parameter known: Keys that are columns from the beginning, in this order.
  /// - Parameter meaning: What to make of a key; asked once for each.
  public init(known: [String], meaning: @escaping (String) -> Int) {
    keys = KeyColumns(known: known, meaning: meaning)
  }

  /// The keys that were met, those that were known beforehand first.
  public var columns: [RowColumn] { keys.columns }

  /// The value of a column in the row that was read last; nil when the row has none.
  @inlinable public func cell(_ column: Int) -> Cell? {
    keys.keys[column].row == number ? members[keys.keys[column].place] : nil
  }

  /// The values of that row, in order; they stay until the next is read.
  @inlinable public var values: UnsafeBufferPointer<Cell> { members.elements }

  /// How the rows are written.
  public var format: RowFormat { .jsonl }

  /// Reads the line that begins at a place; it ends at the limit at the latest.
  ///
  /// A line break must stand at the limit, and at least sixteen bytes behind it be readable.
  public mutating func read(_ bytes: UnsafePointer<UInt8>, at start: Int, limit: Int) {
    begin(start)
    if !readRow(bytes, start, limit) {
      begin(start)
      tellFault(bytes, limit)
    }
  }

  /// Takes a row that cannot be read at all, as one without values.
  public mutating func refuse(_ fault: RowFault) {
    begin(0)
    row.next = 1
    self.fault = fault
  }

  private mutating func begin(_ start: Int) {
    if keys.areTooMany { keys.forget() }
    row = Row(start: start)
    if fault != nil { fault = nil }
    number &+= 1
    lineEnd = 0
    members.keep(first: 0)
  }

  /// Reads the row; false when it is wrong.
  private mutating func readRow(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    var place = bytes.afterBlanks(start)
    if place >= limit || bytes[place] == 0x0A {
      (row.end, row.next, row.isBlank) = (place, place &+ 1, true)
      return true
    }
    guard bytes[place] == UInt8(ascii: "{") else { return false }
    place = bytes.afterBlanks(place &+ 1)
    var last: Int32 = -1
    var nameBytes = 0
    while bytes[place] != UInt8(ascii: "}") || last >= 0 {
      guard let (key, value) = keys.key(after: last, bytes, at: place), key.pointee.row != number,
        let end = take(bytes, bytes.afterBlanks(value), limit, key)
      else { return false }
      nameBytes &+= value &- place
      guard members.count <= Row.mostColumns, nameBytes <= Row.mostNameBytes else { return false }
      last = key.pointee.column
      place = bytes.afterBlanks(end)
      guard bytes[place] == UInt8(ascii: ",") else { break }
      place = bytes.afterBlanks(place &+ 1)
    }
    guard bytes[place] == UInt8(ascii: "}"), place < limit else { return false }
    row.end = place
    place = bytes.afterBlanks(place &+ 1)
    row.next = place &+ 1
    return place >= limit || bytes[place] == 0x0A
  }

  /// Takes the value that begins at a place; the place behind it, or nil when it is wrong.
  @inline(__always)
  private mutating func take(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ limit: Int, _ key: UnsafeMutablePointer<Key>
  ) -> Int? {
    if bytes[start] == UInt8(ascii: "\"") {
      let end = bytes.endOfPlainString(start &+ 1)
      if bytes[end] == UInt8(ascii: "\"") {
        add(key, start &+ 1, end, .plain)
        return end &+ 1
      }
    } else if bytes.isNull(at: start) {
      add(key, start, start &+ 4, .null)
      return start &+ 4
    }
    return takeAny(bytes, start, limit, key)
  }

  /// Takes a value of any kind, held to its line.
  @inline(never)
  private mutating func takeAny(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ limit: Int, _ key: UnsafeMutablePointer<Key>
  ) -> Int? {
    if lineEnd == 0 { lineEnd = bytes.first(0x0A, from: start, limit: limit) }
    let line = UnsafeBufferPointer(start: bytes, count: lineEnd)
    guard start < line.count, let end = try? line.endOfJSONValue(at: start) else { return nil }
    addValue(key, bytes, start, end)
    return end
  }

  @inline(__always)
  private mutating func add(_ key: UnsafeMutablePointer<Key>, _ start: Int, _ end: Int, _ form: Cell.Form) {
    (key.pointee.row, key.pointee.place) = (number, members.count)
    members.append(
      Cell(start: start, end: end, column: key.pointee.column, meaning: key.pointee.meaning, form: form))
  }

  /// Adds the value that stands between two places, quotes included.
  private mutating func addValue(
    _ key: UnsafeMutablePointer<Key>, _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) {
    switch bytes[start] {
    case UInt8(ascii: "\""):
      let isEscaped = bytes.first(UInt8(ascii: "\\"), from: start, limit: end) < end
      add(key, start + 1, end - 1, isEscaped ? .escaped : .plain)
    case UInt8(ascii: "n"): add(key, start, end, .null)
    case UInt8(ascii: "{"), UInt8(ascii: "["): add(key, start, end, .container)
    default: add(key, start, end, .literal)
    }
  }

  /// Tells what is wrong with the row, which ends with its line.
  private mutating func tellFault(_ bytes: UnsafePointer<UInt8>, _ limit: Int) {
    let lineEnd = bytes.first(0x0A, from: row.start, limit: limit)
    (row.end, row.next) = (lineEnd, lineEnd + 1)
    let line = UnsafeBufferPointer(start: bytes + row.start, count: lineEnd - row.start)
    do throws(JSONError) {
      try line.checkJSON()
      fault = bytes[bytes.afterBlanks(row.start)] == UInt8(ascii: "{") ? .tooWide : .notAnObject
    } catch {
      fault = .notJSON(error.kind, column: TextPosition(of: error.offset, in: line).column)
    }
  }
}

extension UnsafePointer<UInt8> {
  /// Whether `null` stands at a place.
  @inline(__always)
  fileprivate func isNull(at place: Int) -> Bool {
    let four = (UnsafeRawPointer(self) + place).loadUnaligned(as: UInt32.self)
    return UInt32(littleEndian: four) == 0x6C6C_756E
  }
}
