/// Bytes to be written, gathered in memory that is used again and again.
public struct ByteSink: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes there are.
  public private(set) var count = 0

  /// Creates an empty sink.
  public init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity + 8)
    base.initialize(repeating: 0, count: capacity + 8)
  }

  deinit { base.deallocate() }

  /// The bytes; they stay until the next change.
  public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// Forgets the bytes behind a place.
  public mutating func truncate(_ count: Int) { self.count = count }

  /// Adds one byte.
  @inline(__always)
  public mutating func append(_ byte: UInt8) {
    if count == capacity { grow(1) }
    base[count] = byte
    count &+= 1
  }

  /// Adds bytes; up to seven bytes behind them must be readable.
  @inline(__always)
  public mutating func append(_ bytes: UnsafePointer<UInt8>, count length: Int) {
    if count &+ length > capacity { grow(length) }
    let target = UnsafeMutableRawPointer(base + count)
    if length <= 32 {
      let source = UnsafeRawPointer(bytes)
      var place = 0
      while place < length {
        target.storeBytes(
          of: source.loadUnaligned(fromByteOffset: place, as: UInt64.self), toByteOffset: place,
          as: UInt64.self)
        place &+= 8
      }
    } else {
      target.copyMemory(from: bytes, byteCount: length)
    }
    count &+= length
  }

  /// Adds bytes of a sink, which have room behind them.
  @inline(__always)
  public mutating func append(padded bytes: UnsafeBufferPointer<UInt8>) {
    if let base = bytes.baseAddress { append(base, count: bytes.count) }
  }

  /// Adds bytes.
  public mutating func append(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { append(byte) }
  }

  private mutating func grow(_ length: Int) {
    let wanted = max(capacity * 2, count + length)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted + 8)
    larger.initialize(repeating: 0, count: wanted + 8)
    larger.update(from: base, count: count)
    base.deallocate()
    (base, capacity) = (larger, wanted)
  }
}
