/// A growable byte buffer with sixteen readable bytes past its end, so that whole blocks can be loaded anywhere in it.
///
/// Offsets are counted from 0. What the bytes past the end hold is not specified, unless `terminate()` was called last.
@safe @usableFromInline package struct PaddedBytes: ~Copyable {
  /// How many bytes past the end can be read.
  @inlinable static var padding: Int { Block.size }

  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  /// How many bytes fit before the buffer grows.
  @usableFromInline package internal(set) var capacity: Int
  /// How many bytes there are.
  @usableFromInline package internal(set) var count = 0

  /// Creates an empty buffer.
  package init(capacity: Int = 64) {
    self.capacity = capacity
    unsafe base = unsafe Self.allocate(capacity)
  }

  /// Creates a buffer of these bytes and a line feed past the end.
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

  /// The sixteen bytes from an offset on, which may be the end.
  @inlinable @inline(__always)
  package func block(at offset: Int) -> Block {
    assert(offset >= 0 && offset <= count)
    return unsafe (UnsafeRawPointer(base) + offset).loadUnaligned(as: Block.self)
  }

  /// The integer whose bytes begin at an offset, the first lowest.
  @inlinable @inline(__always)
  package func load<Integer: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as type: Integer.Type)
    -> Integer
  {
    assert(offset >= 0 && offset <= count && MemoryLayout<Integer>.size <= Self.padding)
    return unsafe Integer(littleEndian: (UnsafeRawPointer(base) + offset).loadUnaligned(as: Integer.self))
  }

  /// Some of the bytes.
  package func bytes(_ range: Range<Int>) -> [UInt8] { unsafe Array(buffer(range)) }

  /// Some of the bytes as text, malformed UTF-8 repaired.
  package func text(_ range: Range<Int>) -> String { unsafe String(decoding: buffer(range), as: UTF8.self) }

  /// Whether a line feed was put past the end.
  @inlinable package var isTerminated: Bool { self[count] == 0x0A }

  /// Some of the bytes, for the duration of a call.
  package func withSpan<Result, Failure: Error>(
    _ range: Range<Int>, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(buffer(range).span)
  }

  /// Some of the bytes, one by one, for the duration of a call.
  @inlinable @inline(__always)
  package func withBytes<Result>(from start: Int, to end: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    assert(start >= 0 && start <= end && end <= count)
    return unsafe body(
      Span(_unsafeElements: UnsafeBufferPointer(start: base + start, count: end &- start)))
  }

  func buffer(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    assert(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  // MARK: Writing

  /// Adds one byte.
  @inlinable @inline(__always)
  package mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    unsafe base[count] = byte
    count &+= 1
  }

  /// Adds bytes.
  package mutating func append(_ bytes: some Collection<UInt8>) {
    let isCopied: Void? = bytes.withContiguousStorageIfAvailable { unsafe append($0) }
    if isCopied == nil { for byte in bytes { append(byte) } }
  }

  /// Adds bytes.
  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.count > capacity - count { grow(by: bytes.count) }
    let room = unsafe UnsafeMutableBufferPointer(start: base + count, count: bytes.count)
    count += unsafe room.update(fromContentsOf: bytes)
  }

  /// Adds some of the bytes of another buffer.
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

  /// Adds the bytes of an integer, the lowest first.
  @inlinable @inline(__always)
  package mutating func append(integer: UInt32) {
    if capacity &- count < 4 { grow(by: 4) }
    unsafe UnsafeMutableRawPointer(base + count).storeBytes(of: integer.littleEndian, as: UInt32.self)
    count &+= 4
  }

  /// Overwrites bytes from an offset on.
  package mutating func replace(at offset: Int, with bytes: [UInt8]) {
    assert(offset >= 0 && offset + bytes.count <= count)
    for index in bytes.indices { unsafe base[offset + index] = bytes[index] }
  }

  /// Adds what a function writes, which returns how many bytes that is.
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

  /// Puts a line feed past the end, where readers of rows stop.
  package mutating func terminate() { unsafe base[count] = 0x0A }

  /// Removes the bytes from an offset on.
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

  /// Removes all bytes, and the room for more than so many.
  package mutating func removeAll(keepingCapacity kept: Int) {
    count = 0
    if capacity > kept { resize(kept) }
  }

  /// Makes room for so many bytes in all.
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
