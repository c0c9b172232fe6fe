/// Bytes to be written, gathered in memory that is used again and again.
public struct ByteSink: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var used = 0

  /// Creates an empty sink.
  public init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity + Chunk.padding)
    base.initialize(repeating: 0, count: capacity + Chunk.padding)
  }

  deinit { base.deallocate() }

  /// How many bytes there are.
  @inlinable public var count: Int { used }

  /// The bytes; they stay until the next change, and sixteen bytes behind them are readable.
  @inlinable public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: used) }

  /// Forgets the bytes behind a place.
  public mutating func truncate(_ count: Int) { used = count }

  /// Adds one byte.
  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    if used == capacity { grow(1) }
    base[used] = byte
    used &+= 1
  }

  /// Adds bytes; sixteen bytes behind them must be readable.
  @inlinable @inline(__always)
  public mutating func append(_ bytes: UnsafePointer<UInt8>, count length: Int) {
    if used &+ length > capacity { grow(length) }
    let (target, source) = (UnsafeMutableRawPointer(base + used), UnsafeRawPointer(bytes))
    if length <= 64 {
      var place = 0
      repeat {
        let next = source.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
        target.storeBytes(of: next, toByteOffset: place, as: SIMD16<UInt8>.self)
        place &+= 16
      } while place < length
    } else {
      target.copyMemory(from: source, byteCount: length)
    }
    used &+= length
  }

  /// Adds the bytes between two places of another sink.
  @inlinable @inline(__always)
  public mutating func append(_ other: borrowing ByteSink, from start: Int, to end: Int) {
    append(other.base + start, count: end &- start)
  }

  /// Adds bytes.
  public mutating func append(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { append(byte) }
  }

  @usableFromInline @inline(never)
  mutating func grow(_ length: Int) {
    let wanted = max(capacity * 2, used + length)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted + Chunk.padding)
    larger.initialize(repeating: 0, count: wanted + Chunk.padding)
    larger.update(from: base, count: used)
    base.deallocate()
    (base, capacity) = (larger, wanted)
  }
}
