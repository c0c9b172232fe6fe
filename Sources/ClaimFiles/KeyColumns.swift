import StrictJSON

/// The keys seen in JSON Lines rows; each is a column.
@usableFromInline struct KeyColumns: ~Copyable {
  /// The maximum number of keys and spellings kept from row to row, besides the known keys.
  private static let maxCount = 1024
  /// The number of guesses before a hash lookup.
  private static let tries = 4

  /// The columns, the known ones first.
  private(set) var columns: [RowColumn] = []
  private let knownCount: Int
  /// The maximum total length of all keys, in bytes.
  private let maxBytes: Int
  private let meaningOf: (String) -> Int
  /// The names of the columns, in the same order.
  private var names = ByteTable()
  /// Keys written with escapes or non-ASCII characters, as written.
  private var spellings = ByteTable()
  /// The column of each spelling.
  private var columnOfSpelling: [Int] = []
  /// The key of each column.
  @usableFromInline var keys = UncheckedList<Key>()
  /// The first guess at the start of a row.
  private var first = 0

  /// Creates the known columns.
  init(known: [String], meaning: @escaping (String) -> Int) {
    knownCount = known.count
    maxBytes = known.reduce(1 << 18) { $0 + $1.utf8.count }
    meaningOf = meaning
    for name in known { _ = number(of: name) }
  }

  /// The column of the key at an offset, and the offset past its colon; nil if there is no key.
  ///
  /// Guesses that keys come in the same order as in earlier rows before it looks one up.
  @inline(__always)
  mutating func key(
    after last: Int, _ bytes: borrowing PaddedBytes, at offset: Int
  ) -> (column: Int, next: Int)? {
    var guess = last < 0 ? first : Int(keys[last].follower)
    for _ in 0..<Self.tries where guess < keys.count {
      if keys[guess].matches(bytes, at: offset) { return (guess, offset &+ Int(keys[guess].length)) }
      guess = Int(keys[guess].follower)
    }
    return find(after: last, bytes, at: offset)
  }

  @inline(never)
  private mutating func find(
    after last: Int, _ bytes: borrowing PaddedBytes, at offset: Int
  ) -> (column: Int, next: Int)? {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { return nil }
    var end = bytes.endOfPlainString(from: offset &+ 1)
    let isPlain = bytes[end] == UInt8(ascii: "\"")
    if !isPlain { end = bytes.endOfString(from: end) }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return nil }
    let colon = bytes.skippingWhitespace(from: end &+ 1)
    let written = (offset + 1)..<end
    guard bytes[colon] == UInt8(ascii: ":"), written.count <= Row.maxNameBytes else { return nil }
    let found =
      isPlain
      ? names.index(of: bytes, written) ?? add(bytes, written)
      : spellings.index(of: bytes, written).map { columnOfSpelling[$0] } ?? addSpelling(bytes, written)
    guard let number = found else { return nil }
    if last < 0 { first = number } else { keys[last].follower = Int32(number) }
    return (number, colon &+ 1)
  }

  /// Adds a new spelling and returns its column; nil if it is not well-formed.
  private mutating func addSpelling(_ bytes: borrowing PaddedBytes, _ written: Range<Int>) -> Int? {
    let quoted = (written.lowerBound - 1)..<(written.upperBound + 1)
    guard (try? bytes.checkJSON(in: quoted)) != nil else { return nil }
    columnOfSpelling.append(number(of: bytes.jsonString(quoted)))
    return columnOfSpelling[spellings.add(bytes, written)]
  }

  private mutating func number(of name: String) -> Int {
    let bytes = PaddedBytes(name.utf8)
    return names.index(of: bytes, 0..<bytes.count) ?? add(bytes, 0..<bytes.count)
  }

  /// Adds the column of a new name.
  private mutating func add(_ bytes: borrowing PaddedBytes, _ name: Range<Int>) -> Int {
    let text = bytes.text(name)
    columns.append(RowColumn(name: text, meaning: meaningOf(text)))
    let number = names.add(bytes, name)
    keys.append(Key(Array(text.utf8), column: number, meaning: columns[number].meaning))
    return number
  }

  /// Whether there are more keys than are kept.
  @inline(__always)
  var exceedLimits: Bool {
    names.count &+ spellings.count > knownCount &+ Self.maxCount
      || names.keys.count &+ spellings.keys.count > maxBytes
  }

  /// Removes all columns except the known ones.
  mutating func removeUnknown() {
    self = KeyColumns(known: columns[..<knownCount].map(\.name), meaning: meaningOf)
  }
}

/// A key, and its position in the last row that had it.
@usableFromInline struct Key: BitwiseCopyable {
  /// The key with its quotes and colon, for comparison as a block.
  private var bytes = Block()
  private var mask = splat(0xFF)
  /// The length including quotes and colon.
  let length: Int32
  /// The caller's meaning of the key.
  let meaning: Int32
  /// The first guess after this key: a column that followed it in an earlier row.
  var follower: Int32
  /// The last row that had the key.
  @usableFromInline var row = 0
  /// The index of its value in that row.
  @usableFromInline var index = 0

  /// A key that exceeds a block or needs escapes becomes a block of zeros that never matches.
  init(_ name: [UInt8], column: Int, meaning: Int) {
    (self.meaning, follower) = (Int32(meaning), Int32(column + 1))
    length = Int32(name.count + 3)
    let isPlain = name.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    guard isPlain, length <= Block.size else { return }
    mask = Block()
    for (index, byte) in ([UInt8(ascii: "\"")] + name + "\":".utf8).enumerated() {
      (bytes[index], mask[index]) = (byte, 0xFF)
    }
  }

  @inline(__always)
  func matches(_ row: borrowing PaddedBytes, at offset: Int) -> Bool {
    let difference = unsafe unsafeBitCast((row.block(at: offset) ^ bytes) & mask, to: SIMD2<UInt64>.self)
    return difference[0] | difference[1] == 0
  }
}

extension PaddedBytes {
  /// The offset of the first byte at or after `start` that is not a space, tab, or carriage return.
  @inline(__always)
  func skippingWhitespace(from start: Int) -> Int {
    if self[start] > 0x20 { return start }
    var offset = start
    while self[offset] == 0x20 || self[offset] == 0x0D || self[offset] == 0x09 { offset &+= 1 }
    return offset
  }

  /// The offset of the quote that ends a string; stops early at a control character.
  func endOfString(from start: Int) -> Int {
    var offset = start
    while true {
      offset = endOfPlainString(from: offset)
      switch self[offset] {
      case UInt8(ascii: "\\"): offset &+= self[offset &+ 1] < 0x20 ? 1 : 2
      case 0x80...: offset &+= 1
      default: return offset
      }
    }
  }

  /// The offset of the first quote, backslash, control character, or non-ASCII byte; the
  /// terminating line feed guarantees one.
  @inline(__always)
  func endOfPlainString(from start: Int) -> Int {
    var offset = start
    while true {
      let found = notPlain(block(at: offset)).bits
      if found != 0 { return offset &+ found.trailingZeroBitCount }
      offset &+= Block.size
    }
  }
}
