import StrictJSON

/// Reads rows of JSON Lines, each an object; the keys become columns as they turn up.
///
/// A plain row costs one scan. Whatever is not plain is read again by the strict reader, which alone decides what is wrong.
public struct JSONLinesReader: RowReader, ~Copyable {
  /// How many columns are remembered from row to row.
  private static let mostColumns = 1024

  /// The keys that were met, those that were known beforehand first.
  public private(set) var columns: [RowColumn] = []
  /// The row that was read last.
  public private(set) var row = Row()
  /// What is wrong with it; nil when it is well-formed.
  public private(set) var fault: RowFault? {
    didSet { row.isFaulty = fault != nil }
  }
  private let knownColumns: Int
  private let meaningOf: (String) -> Int
  private var names = NameTable()
  private var members = PlainList<Cell>()
  /// By column.
  private var keys = PlainList<Key>()
  /// By column: the number of the row that had it last, and its place among that row's members.
  private var seen = PlainList<(row: Int, place: Int)>()
  /// By column, and before all by -1: the column that followed the last time.
  private var followers = PlainList<Int>()
  private var number = 0

  /// Creates a reader.
  ///
  /// - Parameter known: Keys that are columns from the beginning, in this order.
  /// - Parameter meaning: What to make of a key; asked once for each.
  public init(known: [String], meaning: @escaping (String) -> Int) {
    knownColumns = known.count
    meaningOf = meaning
    followers.append(0)
    for name in known { _ = addColumn(name, Array(name.utf8)) }
  }

  deinit {
    for column in 0..<keys.count { keys[column].words.deallocate() }
  }

  /// The value of a column in the row that was read last; nil when the row has none.
  public func cell(_ column: Int) -> Cell? {
    seen[column].row == number ? members[seen[column].place] : nil
  }

  /// The values of that row, in order; they stay until the next is read.
  public var values: UnsafeBufferPointer<Cell> {
    UnsafeBufferPointer(start: members.base, count: members.count)
  }

  /// How the rows are written.
  public var format: RowFormat { .jsonl }

  /// Reads the line that begins at a place; it ends at the limit at the latest.
  ///
  /// A line break must stand at the limit, and at least eight bytes behind it be readable.
  public mutating func read(_ bytes: UnsafePointer<UInt8>, at start: Int, limit: Int) {
    if columns.count > Self.mostColumns { forgetColumns() }
    begin(start)
    if !readPlain(bytes, start, limit) {
      begin(start)
      readCarefully(bytes, limit)
    }
  }

  /// Takes a row that cannot be read at all, as one without values.
  public mutating func refuse(_ fault: RowFault) {
    begin(0)
    row.next = 1
    self.fault = fault
  }

  private mutating func begin(_ start: Int) {
    row = Row(start: start)
    if fault != nil { fault = nil }
    number &+= 1
    members.removeAll()
  }

  // MARK: Columns

  private mutating func addColumn(_ name: String, _ written: [UInt8]) -> Int {
    let column = columns.count
    columns.append(RowColumn(name: name, meaning: meaningOf(name)))
    keys.append(Key(written, meaning: columns[column].meaning))
    seen.append((row: 0, place: 0))
    followers.append(column + 1)
    let padded = written + [UInt8](repeating: 0, count: Chunk.padding)
    padded.withUnsafeBufferPointer {
      names.add(UnsafeBufferPointer(rebasing: $0[..<written.count]), number: column)
    }
    return column
  }

  private mutating func forgetColumns() {
    let known = Array(columns[..<knownColumns])
    for column in 0..<keys.count { keys[column].words.deallocate() }
    keys.removeAll()
    seen.removeAll()
    followers.removeAll()
    followers.append(0)
    columns = []
    names = NameTable()
    for column in known { _ = addColumn(column.name, Array(column.name.utf8)) }
  }

  /// The column of a key that needs no unescaping.
  private mutating func column(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    let written = UnsafeBufferPointer(start: bytes + start, count: end - start)
    return names.number(of: written)
      ?? addColumn(String(decoding: written, as: UTF8.self), Array(written))
  }

  // MARK: Plain rows

  /// Reads the row; false when it is not plain, or wrong.
  private mutating func readPlain(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    var place = bytes.afterBlanks(start)
    if place >= limit || bytes[place] == 0x0A {
      (row.end, row.next, row.isBlank) = (place, place &+ 1, true)
      return true
    }
    guard bytes[place] == UInt8(ascii: "{") else { return false }
    place = bytes.afterBlanks(place &+ 1)
    var last = -1
    while bytes[place] != UInt8(ascii: "}") || last >= 0 {
      guard bytes[place] == UInt8(ascii: "\"") else { return false }
      var column = followers[last &+ 1]
      if column < keys.count, keys[column].stands(at: place &+ 1, in: bytes) {
        place &+= keys[column].length &+ 1
      } else {
        let end = bytes.endOfPlainString(place &+ 1)
        guard bytes[end] == UInt8(ascii: "\"") else { return false }
        column = self.column(bytes, place &+ 1, end)
        followers[last &+ 1] = column
        place = end &+ 1
      }
      last = column
      place = bytes.afterBlanks(place)
      guard bytes[place] == UInt8(ascii: ":"), seen[column].row != number else { return false }
      guard let after = take(bytes, bytes.afterBlanks(place &+ 1), limit, column) else { return false }
      place = bytes.afterBlanks(after)
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
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ limit: Int, _ column: Int
  ) -> Int? {
    if bytes[start] == UInt8(ascii: "\"") {
      let end = bytes.endOfPlainString(start &+ 1)
      if bytes[end] == UInt8(ascii: "\""), end < limit {
        add(column, start &+ 1, end, .plain)
        return end &+ 1
      }
    }
    return takeAny(bytes, start, limit, column)
  }

  /// Takes a value of any kind, held to its line.
  private mutating func takeAny(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ limit: Int, _ column: Int
  ) -> Int? {
    let line = UnsafeBufferPointer(start: bytes, count: bytes.first(0x0A, from: start, limit: limit))
    guard start < line.count, let end = try? line.endOfJSONValue(at: start) else { return nil }
    addValue(bytes, start, end, column)
    return end
  }

  @inline(__always)
  private mutating func add(_ column: Int, _ start: Int, _ end: Int, _ form: Cell.Form) {
    seen[column] = (row: number, place: members.count)
    members.append(
      Cell(start: start, end: end, column: Int32(column), meaning: keys[column].meaning, form: form))
  }

  /// Adds the value that stands between two places, quotes included.
  private mutating func addValue(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ column: Int) {
    switch bytes[start] {
    case UInt8(ascii: "\""):
      let isEscaped = bytes.first(UInt8(ascii: "\\"), from: start, limit: end) < end
      add(column, start + 1, end - 1, isEscaped ? .escaped : .plain)
    case UInt8(ascii: "n"): add(column, start, end, .null)
    case UInt8(ascii: "{"), UInt8(ascii: "["): add(column, start, end, .container)
    default: add(column, start, end, .literal)
    }
  }

  // MARK: All rows

  /// Reads the row by the strict reader.
  private mutating func readCarefully(_ bytes: UnsafePointer<UInt8>, _ limit: Int) {
    let lineEnd = bytes.first(0x0A, from: row.start, limit: limit)
    (row.end, row.next) = (lineEnd, lineEnd + 1)
    let line = UnsafeBufferPointer(start: bytes + row.start, count: lineEnd - row.start)
    do throws(JSONError) {
      let value = try JSONDocument(line).root
      guard let members = value.members else {
        fault = .notAnObject
        return
      }
      for member in members { take(bytes, member) }
      row.end = row.start + value.offset + value.bytes.count - 1
    } catch {
      fault = .notJSON(error.kind, column: TextPosition(of: error.offset, in: line).column)
    }
  }

  private mutating func take(_ bytes: UnsafePointer<UInt8>, _ member: JSONValue.Member) {
    let written = Array(member.key.utf8)
    let padded = written + [UInt8](repeating: 0, count: Chunk.padding)
    let column = padded.withUnsafeBufferPointer {
      names.number(of: UnsafeBufferPointer(rebasing: $0[..<written.count]))
    }
    let start = row.start + member.value.offset
    let place = column ?? addColumn(member.key, written)
    addValue(bytes, start, start + member.value.bytes.count, place)
  }
}

/// A key's bytes and its closing quote as words, to be compared at one place.
private struct Key: BitwiseCopyable {
  /// What the caller made of it.
  let meaning: Int32
  /// With the closing quote.
  let length: Int
  /// Whether it stands in a row as it is, without escapes.
  private let isPlain: Bool
  let words: UnsafeMutablePointer<UInt64>
  private let lastMask: UInt64

  init(_ name: [UInt8], meaning: Int) {
    self.meaning = Int32(meaning)
    length = name.count + 1
    isPlain = name.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    words = .allocate(capacity: name.count / 8 + 1)
    words.initialize(repeating: 0, count: name.count / 8 + 1)
    for (place, byte) in (name + [UInt8(ascii: "\"")]).enumerated() {
      words[place / 8] |= UInt64(byte) << UInt64(place % 8 * 8)
    }
    lastMask = UInt64.max >> UInt64((8 - length % 8) % 8 * 8)
  }

  @inline(__always)
  func stands(at place: Int, in bytes: UnsafePointer<UInt8>) -> Bool {
    guard isPlain else { return false }
    let last = (length &- 1) &>> 3
    for index in 0..<last where word(bytes, place &+ 8 &* index) != words[index] { return false }
    return (word(bytes, place &+ 8 &* last) ^ words[last]) & lastMask == 0
  }
}

extension UnsafePointer<UInt8> {
  /// The place of the first byte from there on that is no blank within a line.
  @inline(__always)
  fileprivate func afterBlanks(_ start: Int) -> Int {
    var place = start
    while self[place] == 0x20 || self[place] == 0x0D || self[place] == 0x09 { place &+= 1 }
    return place
  }

  /// The place of the first byte that ends a string or is not plain ASCII; the line break at the latest.
  @inline(__always)
  fileprivate func endOfPlainString(_ start: Int) -> Int {
    var place = start
    while true {
      let found = notPlain(word(self, place))
      if found != 0 { return place &+ found.trailingZeroBitCount &>> 3 }
      place &+= 8
    }
  }
}
