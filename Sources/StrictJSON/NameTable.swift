/// Names as bytes, each with a small number: looked up without making a string.
///
/// At least eight bytes behind every name that is looked up must be readable; what they hold does not matter.
public struct NameTable: Sendable {
  /// One name, or an empty place.
  private struct Entry {
    var head: UInt64 = 0
    var tail: UInt64 = 0
    /// The length in bytes; negative in an empty place.
    var length = -1
    var number = 0
    /// Where the name stands among all names' bytes.
    var start = 0
  }

  private var entries = [Entry](repeating: Entry(), count: 32)
  private var bytes: [UInt8] = []
  /// How many names there are.
  public private(set) var count = 0

  /// Creates a table without names.
  public init() {}

  /// The number of a name; nil when it is not in the table.
  public func number(of name: UnsafeBufferPointer<UInt8>) -> Int? {
    let (head, tail) = ends(of: name)
    var place = Self.hash(head, tail, name.count) & (entries.count - 1)
    while true {
      let entry = entries[place]
      if entry.head == head, entry.tail == tail, entry.length == name.count, hasMiddle(of: name, entry) {
        return entry.number
      }
      if entry.length < 0 { return nil }
      place = (place + 1) & (entries.count - 1)
    }
  }

  /// Adds a name that is not in the table yet.
  public mutating func add(_ name: UnsafeBufferPointer<UInt8>, number: Int) {
    if count * 2 >= entries.count { grow() }
    let (head, tail) = ends(of: name)
    insert(Entry(head: head, tail: tail, length: name.count, number: number, start: bytes.count))
    bytes.append(contentsOf: name)
    count += 1
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: old.count * 2)
    for entry in old where entry.length >= 0 { insert(entry) }
  }

  private mutating func insert(_ entry: Entry) {
    var place = Self.hash(entry.head, entry.tail, entry.length) & (entries.count - 1)
    while entries[place].length >= 0 { place = (place + 1) & (entries.count - 1) }
    entries[place] = entry
  }

  /// Whether what lies between the first and last eight bytes is the same.
  private func hasMiddle(of name: UnsafeBufferPointer<UInt8>, _ entry: Entry) -> Bool {
    guard name.count > 16 else { return true }
    for place in 8..<(name.count - 8) where name[place] != bytes[entry.start + place] { return false }
    return true
  }

  /// The first eight bytes, zeros behind a shorter name, and the last eight of a longer one.
  @inline(__always)
  private func ends(of name: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
    guard name.count > 0, let base = UnsafeRawPointer(name.baseAddress) else { return (0, 0) }
    let head = base.loadUnaligned(as: UInt64.self).littleEndian
    guard name.count < 8 else {
      let tail = (base + (name.count - 8)).loadUnaligned(as: UInt64.self).littleEndian
      return (head, name.count == 8 ? 0 : tail)
    }
    return (head & ((1 &<< UInt64(8 * name.count)) - 1), 0)
  }

  @inline(__always)
  private static func hash(_ head: UInt64, _ tail: UInt64, _ length: Int) -> Int {
    let mixed = (head ^ (tail &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(length)) &* 0xD6E8_FEB8_6659_FD93
    return Int(mixed >> 40)
  }
}
