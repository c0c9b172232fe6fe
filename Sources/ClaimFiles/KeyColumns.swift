public import StrictJSON

/// The keys that rows of JSON Lines have had, each a column with a number.
@usableFromInline struct KeyColumns: ~Copyable {
  /// How many keys, in all their spellings, are remembered from row to row beside those that are known.
  private static let most = 1024
  /// The scope of keys as they are written, with escapes or letters beyond ASCII; that of names is 0.
  private static let spellings = 1
  /// How many keys are tried before one is looked up.
  private static let tries = 4

  /// The columns, those that were known beforehand first.
  private(set) var columns: [RowColumn] = []
  private let knownCount: Int
  /// How many bytes all keys may take.
  private let mostBytes: Int
  private let meaningOf: (String) -> Int
  /// The columns of names and spellings.
  private var numbers = NameTable()
  /// By column.
  @usableFromInline var keys = PlainList<Key>()
  /// The column that came first the last time.
  private var first: Int32 = 0

  /// Creates the columns that are known from the beginning.
  init(known: [String], meaning: @escaping (String) -> Int) {
    knownCount = known.count
    mostBytes = known.reduce(1 << 18) { $0 + $1.utf8.count }
    meaningOf = meaning
    for name in known { _ = number(of: name) }
  }

  /// The key that begins at a place, and the place behind its colon; nil where no plain key stands.
  ///
  /// The key that followed the one before the last time is tried first, then those that followed it.
  @inline(__always)
  mutating func key(
    after last: Int32, _ bytes: UnsafePointer<UInt8>, at place: Int
  ) -> (UnsafeMutablePointer<Key>, next: Int)? {
    var guess = Int(last < 0 ? first : keys[Int(last)].follower)
    for _ in 0..<Self.tries where guess < keys.count {
      if keys[guess].stands(at: place, in: bytes) {
        return (keys.base + guess, place &+ Int(keys[guess].length))
      }
      guess = Int(keys[guess].follower)
    }
    return find(after: last, bytes, at: place)
  }

  @inline(never)
  private mutating func find(
    after last: Int32, _ bytes: UnsafePointer<UInt8>, at place: Int
  ) -> (UnsafeMutablePointer<Key>, next: Int)? {
    guard bytes[place] == UInt8(ascii: "\"") else { return nil }
    var end = bytes.endOfPlainString(place &+ 1)
    let isPlain = bytes[end] == UInt8(ascii: "\"")
    if !isPlain { end = bytes.endOfString(end) }
    let colon = bytes.afterBlanks(end &+ 1)
    guard bytes[end] == UInt8(ascii: "\""), bytes[colon] == UInt8(ascii: ":") else { return nil }
    let written = UnsafeBufferPointer(start: bytes + place + 1, count: end &- place &- 1)
    guard written.count <= Row.mostNameBytes else { return nil }
    let found =
      isPlain
      ? numbers.number(of: written) ?? add(written)
      : numbers.number(of: written, in: Self.spellings) ?? learn(written)
    guard let number = found else { return nil }
    if last < 0 { first = Int32(number) } else { keys.base[Int(last)].follower = Int32(number) }
    return (keys.base + number, colon &+ 1)
  }

  /// The column of a key that is spelled in a new way; nil when it is not well-formed.
  private mutating func learn(_ written: UnsafeBufferPointer<UInt8>) -> Int? {
    let quoted = [UInt8(ascii: "\"")] + written + [UInt8(ascii: "\"")]
    guard let name = try? JSONDocument(quoted).root.string else { return nil }
    let number = number(of: name)
    numbers.add(written, in: Self.spellings, number: number)
    return number
  }

  private mutating func number(of name: String) -> Int {
    let padded = Array(name.utf8) + [UInt8](repeating: 0, count: Chunk.padding)
    return padded.withUnsafeBufferPointer { padded in
      let name = UnsafeBufferPointer(rebasing: padded[..<name.utf8.count])
      return numbers.number(of: name) ?? add(name)
    }
  }

  /// Adds the column of a new name, behind which some bytes must be readable.
  private mutating func add(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    let number = columns.count
    let text = String(decoding: name, as: UTF8.self)
    columns.append(RowColumn(name: text, meaning: meaningOf(text)))
    keys.append(Key(name, column: number, meaning: columns[number].meaning))
    numbers.add(name, number: number)
    return number
  }

  /// Whether there are more keys than should be kept.
  @inline(__always)
  var areTooMany: Bool { numbers.count > knownCount &+ Self.most || numbers.byteCount > mostBytes }

  /// Forgets all but the known columns.
  mutating func forget() {
    let known = columns[..<knownCount].map(\.name)
    columns = []
    numbers = NameTable()
    keys = PlainList<Key>()
    first = 0
    for name in known { _ = number(of: name) }
  }
}

/// A key of rows, and what the last rows had of it.
@usableFromInline struct Key: BitwiseCopyable {
  /// The key with its quotes and colon, to be compared at one place.
  private var bytes = Block()
  private var mask = every(0xFF)
  /// With quotes and colon.
  let length: Int32
  let column: Int32
  /// What the caller made of it.
  let meaning: Int32
  /// The column that followed the last time.
  var follower: Int32
  /// The row that had it last.
  @usableFromInline var row = 0
  /// Its place among that row's members.
  @usableFromInline var place = 0

  /// A key that is long, or stands in a row only with escapes, is as a block of zeros, which stands nowhere.
  init(_ name: UnsafeBufferPointer<UInt8>, column: Int, meaning: Int) {
    (self.column, self.meaning, follower) = (Int32(column), Int32(meaning), Int32(column + 1))
    length = Int32(name.count + 3)
    let isPlain = name.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    guard isPlain, length <= Block.scalarCount else { return }
    let written = [UInt8(ascii: "\"")] + name + Array("\":".utf8)
    mask = Block()
    for (place, byte) in written.enumerated() { (bytes[place], mask[place]) = (byte, 0xFF) }
  }

  @inline(__always)
  func stands(at place: Int, in row: UnsafePointer<UInt8>) -> Bool {
    let difference = unsafeBitCast((block(row, place) ^ bytes) & mask, to: SIMD2<UInt64>.self)
    return difference[0] | difference[1] == 0
  }
}

extension UnsafePointer<UInt8> {
  /// The place of the first byte from there on that is no blank within a line.
  @inline(__always)
  func afterBlanks(_ start: Int) -> Int {
    if self[start] > 0x20 { return start }
    var place = start
    while self[place] == 0x20 || self[place] == 0x0D || self[place] == 0x09 { place &+= 1 }
    return place
  }

  /// The place of the quote that ends a string, whatever it holds; a control character at the latest.
  func endOfString(_ start: Int) -> Int {
    var place = start
    while true {
      place = endOfPlainString(place)
      switch self[place] {
      case UInt8(ascii: "\\"): place &+= self[place &+ 1] < 0x20 ? 1 : 2
      case 0x80...: place &+= 1
      default: return place
      }
    }
  }

  /// The place of the first byte that ends a string or is not plain ASCII; the line break at the latest.
  @inline(__always)
  func endOfPlainString(_ start: Int) -> Int {
    var place = start
    while true {
      let found = notPlain(block(self, place)).fours
      if found != 0 { return place &+ found.firstPlace }
      place &+= 16
    }
  }
}
