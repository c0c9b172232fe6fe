public import StrictJSON

/// An interning table: each distinct byte string has an index, in the order of insertion, from 0.
@usableFromInline package struct ByteTable: ~Copyable {
  /// An index and the hash of its key.
  @usableFromInline struct Slot: BitwiseCopyable {
    @usableFromInline var hash: UInt32 = 0
    /// Negative if the slot is empty.
    @usableFromInline var index: Int32 = -1

    @usableFromInline init() {}
  }

  /// The slots by hash; their count is a power of two and at least twice the number of keys.
  @usableFromInline var slots: UncheckedList<Slot>
  /// All keys, concatenated.
  @usableFromInline package internal(set) var keys = PaddedBytes(capacity: 1 << 10)
  /// The offsets at which keys begin, and that of the next key.
  @usableFromInline var starts = UncheckedList<Int>([0])
  /// A per-process random seed, so that no input can be crafted to collide.
  @usableFromInline let seed: UInt64

  private static let minSlots = 64

  /// Creates an empty table.
  package init() {
    slots = Self.emptySlots(Self.minSlots)
    var hasher = Hasher()
    hasher.combine(0)
    seed = UInt64(truncatingIfNeeded: hasher.finalize())
  }

  private static func emptySlots(_ count: Int) -> UncheckedList<Slot> {
    UncheckedList([Slot](repeating: Slot(), count: count))
  }

  /// The number of keys.
  @inlinable package var count: Int { starts.count &- 1 }

  /// The index of a key; nil if it is not in the table.
  @inlinable @inline(__always)
  package func index(of bytes: borrowing PaddedBytes, _ key: Range<Int>) -> Int? {
    let hash = bytes.hash(of: key, seed: seed)
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].index >= 0 {
      let index = Int(slots[slot].index)
      if slots[slot].hash == hash, keys.isEqual(from: starts[index], to: starts[index &+ 1], bytes, key) {
        return index
      }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  /// Adds a key that is not in the table.
  ///
  /// - Returns: The index of the key.
  package mutating func add(_ bytes: borrowing PaddedBytes, _ key: Range<Int>) -> Int {
    let index = count
    var slot = Slot()
    (slot.hash, slot.index) = (bytes.hash(of: key, seed: seed), Int32(index))
    keys.append(bytes, from: key.lowerBound, to: key.upperBound)
    starts.append(keys.count)
    if 2 * count > slots.count { grow() }
    insert(slot)
    return index
  }

  /// Removes all keys.
  package mutating func removeAll() {
    for index in 0..<slots.count { slots[index] = Slot() }
    starts.truncate(to: 1)
    keys.truncate(to: 0)
  }

  private mutating func grow() {
    var old = Self.emptySlots(2 * slots.count)
    swap(&old, &slots)
    for index in 0..<old.count where old[index].index >= 0 { insert(old[index]) }
  }

  private func insert(_ new: Slot) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: new.hash) & mask
    while slots[slot].index >= 0 { slot = (slot + 1) & mask }
    slots[slot] = new
  }
}

extension PaddedBytes {
  /// Hashes a range of the bytes, sixteen at a time.
  @inlinable @inline(__always)
  func hash(of range: Range<Int>, seed: UInt64) -> UInt32 {
    var hash = seed ^ UInt64(truncatingIfNeeded: range.count)
    // Input equal to the factor would zero the product, so the factor depends on the secret seed.
    let factor = seed &* 0x9E37_79B9_7F4A_7C15
    var offset = range.lowerBound
    while offset < range.upperBound {
      let words = words(at: offset, limit: range.upperBound)
      let (high, low) = (words[0] ^ hash).multipliedFullWidth(by: words[1] ^ factor)
      hash = high ^ low ^ hash.byteSwapped
      offset &+= Block.size
    }
    return UInt32(truncatingIfNeeded: hash ^ hash &>> 32)
  }

  /// Whether a range of the bytes equals a range of another buffer.
  @inlinable @inline(__always)
  func isEqual(from start: Int, to end: Int, _ other: borrowing PaddedBytes, _ range: Range<Int>) -> Bool {
    let count = min(end &- start, range.count)
    var difference = SIMD2(UInt64(truncatingIfNeeded: (end &- start) ^ range.count), 0)
    var offset = 0
    while offset < count {
      difference |=
        words(at: start &+ offset, limit: end)
        ^ other.words(at: range.lowerBound &+ offset, limit: range.upperBound)
      offset &+= Block.size
    }
    return difference[0] | difference[1] == 0
  }

  /// The sixteen bytes from an offset, with zeros in place of bytes at or past a limit.
  @inlinable @inline(__always)
  func words(at offset: Int, limit: Int) -> SIMD2<UInt64> {
    let words = unsafe unsafeBitCast(block(at: offset), to: SIMD2<UInt64>.self)
    let left = limit &- offset
    if left >= Block.size { return words }
    let low = left >= 8 ? UInt64.max : ~(UInt64.max << UInt64(8 &* left))
    let high = left <= 8 ? 0 : ~(UInt64.max << UInt64(8 &* (left &- 8)))
    return words & SIMD2(low, high)
  }
}
