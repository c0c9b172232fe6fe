/// Bytes to be written, gathered in memory that is used again and again.
public struct ByteSink: ~Copyable {
  /// How many bytes are kept where there is an outlet.
  private static let mostKept = 1 << 20

  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var used = 0
  /// How many bytes have left by the outlet.
  @usableFromInline var gone = 0
  /// Where bytes go before there are too many, whole letters at a time; nil where all are kept.
  public var outlet: ((UnsafeBufferPointer<UInt8>) -> Void)?

  /// Creates an empty sink.
  public init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity + Chunk.padding)
    base.initialize(repeating: 0, count: capacity + Chunk.padding)
  }

  deinit { base.deallocate() }

  /// How many bytes there are, those that have left among them.
  @inlinable public var count: Int { gone &+ used }

  /// The bytes that have not left; they stay until the next change, and sixteen bytes behind them are readable.
  @inlinable public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: used) }

  /// Forgets the bytes behind a place, none of which has left.
  public mutating func truncate(_ count: Int) { used = count - gone }

  /// Forgets all bytes, and the room for more than are kept.
  public mutating func forget() {
    (used, gone) = (0, 0)
    if capacity > Self.mostKept { resize(Self.mostKept) }
  }

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
    if used &+ length > capacity { return appendInPieces(bytes, length) }
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

  /// Adds bytes for which there is no room yet.
  @usableFromInline @inline(never)
  mutating func appendInPieces(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    for start in stride(from: 0, to: length, by: Self.mostKept / 2) {
      let piece = min(length - start, Self.mostKept / 2)
      if used + piece > capacity { grow(piece) }
      (base + used).update(from: bytes + start, count: piece)
      used += piece
    }
  }

  /// Makes room for so many bytes more.
  @usableFromInline @inline(never)
  mutating func grow(_ length: Int) {
    if let outlet, used + length > Self.mostKept {
      let end = bytes.endOfLetters(before: used - 1)
      outlet(UnsafeBufferPointer(rebasing: bytes[..<end]))
      base.update(from: base + end, count: used - end)
      (used, gone) = (used - end, gone + end)
    }
    let most = outlet == nil ? .max : Self.mostKept
    if used + length > capacity { resize(max(min(2 * capacity, most), used + length)) }
  }

  private mutating func resize(_ wanted: Int) {
    let other = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted + Chunk.padding)
    other.initialize(repeating: 0, count: wanted + Chunk.padding)
    other.update(from: base, count: used)
    base.deallocate()
    (base, capacity) = (other, wanted)
  }
}
