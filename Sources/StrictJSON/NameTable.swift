/// Names as bytes, each with a small number in its scope: looked up without making a string.
///
/// At least eight bytes behind every name that is looked up must be readable; what they hold does not matter.
public struct NameTable: ~Copyable {
  /// One name, or an empty place.
  @usableFromInline struct Entry: BitwiseCopyable {
    @usableFromInline var head: UInt64 = 0
    @usableFromInline var tail: UInt64 = 0
    /// The length in bytes and the scope; negative in an empty place.
    @usableFromInline var kind = -1
    @usableFromInline var number: Int32 = 0
    /// Where the name stands among all names' bytes.
    @usableFromInline var start: Int32 = 0

    @usableFromInline init() {}
  }

  @usableFromInline var entries: UnsafeMutablePointer<Entry>
  /// How many places there are, a power of two.
  @usableFromInline var places = 32
  private var bytes: [UInt8] = []
  /// How many names there are.
  public private(set) var count = 0

  /// Creates a table without names.
  public init() {
    entries = .allocate(capacity: places)
    entries.initialize(repeating: Entry(), count: places)
  }

  deinit { entries.deallocate() }

  /// The number of a name; nil when the scope does not have it.
  @inlinable public func number(of name: UnsafeBufferPointer<UInt8>, in scope: Int = 0) -> Int? {
    let (head, tail) = Self.ends(of: name)
    let kind = Self.kind(name.count, scope)
    var place = Self.hash(head, tail, kind) & (places &- 1)
    while entries[place].kind >= 0 {
      if entries[place].head == head, entries[place].tail == tail, entries[place].kind == kind,
        name.count <= 16 || hasMiddle(of: name, entries[place].start)
      {
        return Int(entries[place].number)
      }
      place = (place &+ 1) & (places &- 1)
    }
    return nil
  }

  /// Adds a name that its scope does not have yet.
  public mutating func add(_ name: UnsafeBufferPointer<UInt8>, in scope: Int = 0, number: Int) {
    if count * 2 >= places { grow() }
    let (head, tail) = Self.ends(of: name)
    var entry = Entry()
    (entry.head, entry.tail, entry.kind) = (head, tail, Self.kind(name.count, scope))
    (entry.number, entry.start) = (Int32(number), Int32(bytes.count))
    insert(entry)
    bytes.append(contentsOf: name)
    count += 1
  }

  private mutating func grow() {
    let old = UnsafeMutableBufferPointer(start: entries, count: places)
    places *= 2
    entries = .allocate(capacity: places)
    entries.initialize(repeating: Entry(), count: places)
    for entry in old where entry.kind >= 0 { insert(entry) }
    old.deallocate()
  }

  private mutating func insert(_ entry: Entry) {
    var place = Self.hash(entry.head, entry.tail, entry.kind) & (places - 1)
    while entries[place].kind >= 0 { place = (place + 1) & (places - 1) }
    entries[place] = entry
  }

  /// Whether what lies between the first and last eight bytes is the same.
  @usableFromInline
  func hasMiddle(of name: UnsafeBufferPointer<UInt8>, _ start: Int32) -> Bool {
    for place in 8..<(name.count - 8) where name[place] != bytes[Int(start) + place] { return false }
    return true
  }

  /// The first eight bytes, zeros behind a shorter name, and the last eight of a longer one.
  @inlinable static func ends(of name: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
    guard name.count > 0, let base = UnsafeRawPointer(name.baseAddress) else { return (0, 0) }
    let head = base.loadUnaligned(as: UInt64.self).littleEndian
    guard name.count < 8 else {
      let tail = (base + (name.count - 8)).loadUnaligned(as: UInt64.self).littleEndian
      return (head, name.count == 8 ? 0 : tail)
    }
    return (head & ((1 &<< UInt64(8 * name.count)) - 1), 0)
  }

  @inlinable static func kind(_ length: Int, _ scope: Int) -> Int { length &<< 20 | scope }

  @inlinable static func hash(_ head: UInt64, _ tail: UInt64, _ kind: Int) -> Int {
    let rest = UInt64(truncatingIfNeeded: kind &>> 12 ^ kind)
    let mixed = (head ^ (tail &* 0x9E37_79B9_7F4A_7C15) ^ rest) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed &>> 40)
  }
}
