/// A growable byte buffer with sixteen readable bytes past its end, so that a whole block can be
/// loaded at any offset.
///
/// Offsets start at 0. The bytes past the end are unspecified, except right after `terminate()`.
@safe @usableFromInline package struct PaddedBytes: ~Copyable {
  /// The number of readable bytes past the end.
  @inlinable static var padding: Int { Block.size }

  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  /// The number of bytes that fit before the buffer grows.
  @usableFromInline package internal(set) var capacity: Int
  /// The number of bytes.
  @usableFromInline package internal(set) var count = 0

  /// Creates an empty buffer.
  package init(capacity: Int = 64) {
    self.capacity = capacity
    unsafe base = unsafe Self.allocate(capacity)
  }

  /// Creates a terminated buffer of these bytes.
  package init(_ bytes: some Collection<UInt8>) {
    self.init(capacity: bytes.count)
    append(bytes)
    terminate()
  }

  deinit { unsafe base.deallocate() }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    let base = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + padding)
    unsafe base.initialize(repeating: 0x0A, count: capacity + padding)
    return unsafe base
  }

  // MARK: Reading

  /// The byte at an offset, or one of the readable bytes past the end.
  @inlinable package subscript(offset: Int) -> UInt8 {
    @inline(__always) get {
      assert(offset >= 0 && offset < count + Self.padding)
      return unsafe base[offset]
    }
  }

  /// The sixteen bytes from an offset, which may equal `count`.
  @inlinable @inline(__always)
  package func block(at offset: Int) -> Block {
    assert(offset >= 0 && offset <= count)
    return unsafe (UnsafeRawPointer(base) + offset).loadUnaligned(as: Block.self)
  }

  /// The little-endian integer at an offset.
  @inlinable @inline(__always)
  package func load<Integer: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as type: Integer.Type)
    -> Integer
  {
    assert(offset >= 0 && offset <= count && MemoryLayout<Integer>.size <= Self.padding)
    return unsafe Integer(littleEndian: (UnsafeRawPointer(base) + offset).loadUnaligned(as: Integer.self))
  }

  /// A copy of a range of the bytes.
  package func bytes(_ range: Range<Int>) -> [UInt8] { unsafe Array(buffer(range)) }

  /// A range of the bytes as text, with malformed UTF-8 repaired.
  package func text(_ range: Range<Int>) -> String { unsafe String(decoding: buffer(range), as: UTF8.self) }

  /// Whether the byte past the end is a line feed.
  @inlinable package var isTerminated: Bool { self[count] == 0x0A }

  /// Calls a closure with a range of the bytes.
  @inlinable @inline(__always)
  package func withSpan<Result, Failure: Error>(
    _ range: Range<Int>, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    assert(range.lowerBound >= 0 && range.upperBound <= count)
    return try unsafe body(
      Span(_unsafeElements: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)))
  }

  func buffer(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    assert(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  // MARK: Writing

  /// Appends a byte.
  @inlinable @inline(__always)
  package mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    unsafe base[count] = byte
    count &+= 1
  }

  /// Appends bytes.
  package mutating func append(_ bytes: some Collection<UInt8>) {
    let isCopied: Void? = bytes.withContiguousStorageIfAvailable { unsafe append($0) }
    if isCopied == nil { for byte in bytes { append(byte) } }
  }

  /// Appends bytes.
  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.count > capacity - count { grow(by: bytes.count) }
    let room = unsafe UnsafeMutableBufferPointer(start: base + count, count: bytes.count)
    count += unsafe room.update(fromContentsOf: bytes)
  }

  /// Appends a range of another buffer.
  @inlinable @inline(__always)
  package mutating func append(_ other: borrowing PaddedBytes, from start: Int, to end: Int) {
    assert(start >= 0 && start <= end && end <= other.count)
    let length = end &- start
    if length > capacity &- count { grow(by: length) }
    let (target, source) = unsafe (
      UnsafeMutableRawPointer(base + count), UnsafeRawPointer(other.base + start)
    )
    if length <= 64 {
      var offset = 0
      repeat {
        let block = unsafe source.loadUnaligned(fromByteOffset: offset, as: Block.self)
        unsafe target.storeBytes(of: block, toByteOffset: offset, as: Block.self)
        offset &+= Block.size
      } while offset < length
    } else {
      unsafe target.copyMemory(from: source, byteCount: length)
    }
    count &+= length
  }

  /// Appends an integer in little-endian order.
  @inlinable @inline(__always)
  package mutating func append(integer: UInt32) {
    if capacity &- count < 4 { grow(by: 4) }
    unsafe UnsafeMutableRawPointer(base + count).storeBytes(of: integer.littleEndian, as: UInt32.self)
    count &+= 4
  }

  /// Overwrites bytes from an offset.
  package mutating func replace(at offset: Int, with bytes: [UInt8]) {
    assert(offset >= 0 && offset + bytes.count <= count)
    for index in bytes.indices { unsafe base[offset + index] = bytes[index] }
  }

  /// Appends what a closure writes; the closure returns the number of bytes written.
  package mutating func append<Failure: Error>(
    atMost room: Int, from write: (inout MutableRawSpan) throws(Failure) -> Int
  ) throws(Failure) -> Int {
    reserve(count + room)
    var span = unsafe MutableRawSpan(_unsafeStart: base + count, byteCount: room)
    let found = try write(&span)
    precondition(found >= 0 && found <= room)
    count += found
    return found
  }

  /// Writes a line feed past the end, where row readers stop.
  package mutating func terminate() { unsafe base[count] = 0x0A }

  /// Removes the bytes from an offset.
  @inlinable @inline(__always)
  package mutating func truncate(to newCount: Int) {
    assert(newCount >= 0 && newCount <= count)
    count = newCount
  }

  /// Removes the first bytes.
  package mutating func removeFirst(_ length: Int) {
    assert(length >= 0 && length <= count)
    unsafe base.update(from: base + length, count: count - length)
    count -= length
  }

  /// Removes all bytes and frees capacity above a limit.
  package mutating func removeAll(keepingCapacity kept: Int) {
    count = 0
    if capacity > kept { resize(kept) }
  }

  /// Ensures a total capacity.
  package mutating func reserve(_ wanted: Int) {
    if wanted > capacity { resize(wanted) }
  }

  @usableFromInline @inline(never)
  mutating func grow(by length: Int) { resize(max(2 * capacity, count + length)) }

  private mutating func resize(_ wanted: Int) {
    let other = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted + Self.padding)
    unsafe other.initialize(from: base, count: count)
    unsafe (other + count).initialize(repeating: 0x0A, count: wanted + Self.padding - count)
    unsafe base.deallocate()
    unsafe (base, capacity) = unsafe (other, wanted)
  }
}
