/// Names as bytes, each with a small number in its scope: looked up without making a string.
///
/// At least eight bytes behind every name that is looked up must be readable; what they hold does not matter.
public struct NameTable: ~Copyable {
  /// One name, or an empty place.
  @usableFromInline struct Entry: BitwiseCopyable {
    @usableFromInline var head: UInt64 = 0
    @usableFromInline var tail: UInt64 = 0
    /// What lies in the middle, the length in bytes and the scope; negative in an empty place.
    @usableFromInline var kind = -1
    @usableFromInline var number: Int32 = 0
    /// Where the name stands among all names' bytes.
    @usableFromInline var start: Int32 = 0

    @usableFromInline init() {}

    @inlinable @inline(__always)
    func `is`(_ head: UInt64, _ tail: UInt64, _ kind: Int) -> Bool {
      self.head == head && self.tail == tail && self.kind == kind
    }
  }

  @usableFromInline var entries: UnsafeMutablePointer<Entry>
  /// How many places there are: two to the power of so many bits.
  @usableFromInline var bits: UInt64 = 6
  /// All names, one behind the other.
  private var bytes: [UInt8] = []
  /// How many bytes the names take.
  public var byteCount: Int { bytes.count }
  /// How many names there are.
  public private(set) var count = 0
  @usableFromInline var places: Int { 1 &<< Int(bits) }

  /// Creates a table without names.
  public init() {
    entries = Self.emptyEntries(1 << Int(bits))
  }

  deinit { entries.deallocate() }

  /// The number of a name; nil when the scope does not have it.
  @inlinable @inline(__always)
  public func number(of name: UnsafeBufferPointer<UInt8>, in scope: Int = 0) -> Int? {
    let (head, tail) = Self.ends(of: name)
    let kind = Self.kind(of: name, scope)
    let place = firstPlace(head, tail, kind)
    if entries[place].is(head, tail, kind), name.count <= 16 { return Int(entries[place].number) }
    return find(name, head, tail, kind, from: place)
  }

  /// The number of a name that is looked for from a place on.
  @usableFromInline @inline(never)
  func find(
    _ name: UnsafeBufferPointer<UInt8>, _ head: UInt64, _ tail: UInt64, _ kind: Int, from first: Int
  ) -> Int? {
    var place = first
    while entries[place].kind >= 0 {
      if entries[place].is(head, tail, kind), name.count <= 16 || hasMiddle(of: name, entries[place].start) {
        return Int(entries[place].number)
      }
      place = (place &+ 1) & (places &- 1)
    }
    return nil
  }

  /// Adds a name that its scope does not have yet.
  public mutating func add(_ name: UnsafeBufferPointer<UInt8>, in scope: Int = 0, number: Int) {
    // A small table is roomy, so that names hardly ever meet; a large one takes less memory.
    if count * (bits < 11 ? 8 : bits < 14 ? 4 : 2) >= places { grow() }
    let (head, tail) = Self.ends(of: name)
    var entry = Entry()
    (entry.head, entry.tail, entry.kind) = (head, tail, Self.kind(of: name, scope))
    (entry.number, entry.start) = (Int32(number), Int32(bytes.count))
    insert(entry)
    bytes.append(contentsOf: name)
    count += 1
  }

  private mutating func grow() {
    let old = UnsafeMutableBufferPointer(start: entries, count: places)
    bits += 1
    entries = Self.emptyEntries(places)
    for entry in old where entry.kind >= 0 { insert(entry) }
    old.deallocate()
  }

  private static func emptyEntries(_ count: Int) -> UnsafeMutablePointer<Entry> {
    let entries = UnsafeMutablePointer<Entry>.allocate(capacity: count)
    entries.initialize(repeating: Entry(), count: count)
    return entries
  }

  private mutating func insert(_ entry: Entry) {
    var place = firstPlace(entry.head, entry.tail, entry.kind)
    while entries[place].kind >= 0 { place = (place + 1) & (places - 1) }
    entries[place] = entry
  }

  /// Whether what lies between the first and last eight bytes is the same.
  private func hasMiddle(of name: UnsafeBufferPointer<UInt8>, _ start: Int32) -> Bool {
    for place in 8..<(name.count - 8) where name[place] != bytes[Int(start) + place] { return false }
    return true
  }

  /// The first eight bytes and the last eight; of a shorter name twice the same, zeros behind it.
  @inlinable @inline(__always)
  static func ends(of name: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
    guard name.count > 0, let base = UnsafeRawPointer(name.baseAddress) else { return (0, 0) }
    let tailPlace = max(0, name.count &- 8)
    let mask = UInt64.max &>> UInt64(64 &- 8 &* min(name.count, 8))
    let head = base.loadUnaligned(as: UInt64.self).littleEndian
    let tail = base.loadUnaligned(fromByteOffset: tailPlace, as: UInt64.self).littleEndian
    return (head & mask, tail & mask)
  }

  @inlinable @inline(__always)
  static func kind(of name: UnsafeBufferPointer<UInt8>, _ scope: Int) -> Int {
    let kind = name.count &<< 20 | scope
    return name.count <= 16 ? kind : kind | mix(middleOf: name) &<< 42
  }

  /// What lies between the first and last eight bytes as a number of 21 bits.
  @usableFromInline @inline(never)
  static func mix(middleOf name: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = UnsafeRawPointer(name.baseAddress) else { return 0 }
    var mixed: UInt64 = 0
    for place in stride(from: 8, to: name.count - 8, by: 8) {
      mixed = (mixed ^ base.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      mixed ^= mixed &>> 32
    }
    return Int(truncatingIfNeeded: mixed & 0x1F_FFFF)
  }

  /// Where a name stands, unless another stands there.
  @inlinable @inline(__always)
  func firstPlace(_ head: UInt64, _ tail: UInt64, _ kind: Int) -> Int {
    let ends = head ^ (tail &<< 32 | tail &>> 32)
    let mixed = (ends &+ UInt64(truncatingIfNeeded: kind)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed &>> (64 &- bits))
  }
}
