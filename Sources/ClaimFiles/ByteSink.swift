public import StrictJSON

/// Bytes to be written, collected in a buffer that is used again and again.
@usableFromInline package struct ByteSink: ~Copyable {
  /// How many bytes are kept where there is an outlet.
  private static let maxKept = 1 << 20

  /// The bytes that have not left.
  @usableFromInline package internal(set) var bytes: PaddedBytes
  /// How many bytes have left by the outlet.
  @usableFromInline var sentCount = 0
  /// Where bytes go before there are too many, whole characters at a time; nil where all are kept.
  package var outlet: ((borrowing PaddedBytes, Range<Int>) -> Void)?

  /// Creates an empty sink.
  package init(capacity: Int) { bytes = PaddedBytes(capacity: capacity) }

  /// How many bytes there are, including those that have left.
  @inlinable package var count: Int { sentCount &+ bytes.count }

  /// Removes the bytes from an offset on, none of which has left.
  package mutating func truncate(to newCount: Int) { bytes.truncate(to: newCount - sentCount) }

  /// Overwrites bytes from an offset on, none of which has left.
  package mutating func replace(at offset: Int, with text: [UInt8]) {
    bytes.replace(at: offset - sentCount, with: text)
  }

  /// Removes all bytes, and the room for more than are kept.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: Self.maxKept)
    sentCount = 0
  }

  /// Adds one byte.
  @inlinable @inline(__always)
  package mutating func append(_ byte: UInt8) {
    if bytes.count == bytes.capacity { makeRoom(for: 1) }
    bytes.append(byte)
  }

  /// Adds bytes of a buffer.
  @inlinable @inline(__always)
  package mutating func append(_ other: borrowing PaddedBytes, from start: Int, to end: Int) {
    if end &- start > bytes.capacity &- bytes.count { return appendInPieces(other, start, end) }
    bytes.append(other, from: start, to: end)
  }

  /// Adds bytes.
  package mutating func append(_ text: some Collection<UInt8>) {
    if text.count > bytes.capacity - bytes.count { makeRoom(for: text.count) }
    bytes.append(text)
  }

  /// Adds bytes for which there is no room yet.
  @usableFromInline @inline(never)
  mutating func appendInPieces(_ other: borrowing PaddedBytes, _ start: Int, _ end: Int) {
    for piece in stride(from: start, to: end, by: Self.maxKept / 2) {
      let pieceEnd = min(end, piece + Self.maxKept / 2)
      if pieceEnd - piece > bytes.capacity - bytes.count { makeRoom(for: pieceEnd - piece) }
      bytes.append(other, from: piece, to: pieceEnd)
    }
  }

  /// Makes room for so many bytes more; what was added last stays for `truncate`.
  @usableFromInline @inline(never)
  mutating func makeRoom(for length: Int) {
    if let outlet, bytes.count + length > Self.maxKept {
      let end = bytes.endOfCharacters(before: bytes.count - 1)
      outlet(bytes, 0..<end)
      bytes.removeFirst(end)
      sentCount += end
    }
    if bytes.count + length > bytes.capacity {
      let max = outlet == nil ? Int.max : Self.maxKept
      bytes.reserve(Swift.max(min(2 * bytes.capacity, max), bytes.count + length))
    }
  }
}

extension PaddedBytes {
  /// The last offset up to a limit where a character begins; the limit where the bytes before it are not UTF-8.
  package func endOfCharacters(before limit: Int) -> Int {
    guard limit < count else { return count }
    return (max(0, limit - 3)...max(0, limit)).last { self[$0] & 0xC0 != 0x80 } ?? limit
  }
}
