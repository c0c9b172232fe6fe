public import StrictJSON

/// An output buffer that is reused from chunk to chunk.
@usableFromInline package struct ByteSink: ~Copyable {
  /// The number of bytes buffered before a flush.
  private static let maxBuffered = 1 << 20

  /// The bytes that have not been flushed.
  @usableFromInline package internal(set) var bytes: PaddedBytes
  /// The number of bytes flushed.
  @usableFromInline var flushedCount = 0
  /// Called with bytes to write when the buffer fills up, never splitting a character.
  /// If nil, the buffer grows instead.
  package var flush: ((borrowing PaddedBytes, Range<Int>) -> Void)?

  /// Creates an empty sink.
  package init(capacity: Int) { bytes = PaddedBytes(capacity: capacity) }

  /// The number of bytes appended, including flushed ones.
  @inlinable package var count: Int { flushedCount &+ bytes.count }

  /// Removes the bytes from an offset; none of them may have been flushed.
  package mutating func truncate(to newCount: Int) { bytes.truncate(to: newCount - flushedCount) }

  /// Overwrites bytes from an offset; none of them may have been flushed.
  package mutating func replace(at offset: Int, with text: [UInt8]) {
    bytes.replace(at: offset - flushedCount, with: text)
  }

  /// Removes all bytes and frees capacity above the flush threshold.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: Self.maxBuffered)
    flushedCount = 0
  }

  /// Appends a byte.
  @inlinable @inline(__always)
  package mutating func append(_ byte: UInt8) {
    if bytes.count == bytes.capacity { makeRoom(for: 1) }
    bytes.append(byte)
  }

  /// Appends a range of a buffer.
  @inlinable @inline(__always)
  package mutating func append(_ other: borrowing PaddedBytes, from start: Int, to end: Int) {
    if end &- start > bytes.capacity &- bytes.count { return appendInPieces(other, start, end) }
    bytes.append(other, from: start, to: end)
  }

  /// Appends bytes.
  package mutating func append(_ text: some Collection<UInt8>) {
    if text.count > bytes.capacity - bytes.count { makeRoom(for: text.count) }
    bytes.append(text)
  }

  /// Appends bytes that exceed the free capacity.
  @usableFromInline @inline(never)
  mutating func appendInPieces(_ other: borrowing PaddedBytes, _ start: Int, _ end: Int) {
    for piece in stride(from: start, to: end, by: Self.maxBuffered / 2) {
      let pieceEnd = min(end, piece + Self.maxBuffered / 2)
      if pieceEnd - piece > bytes.capacity - bytes.count { makeRoom(for: pieceEnd - piece) }
      bytes.append(other, from: piece, to: pieceEnd)
    }
  }

  /// Makes room for more bytes; a flush keeps the last byte so that `truncate` can remove it.
  @usableFromInline @inline(never)
  mutating func makeRoom(for length: Int) {
    if let flush, bytes.count + length > Self.maxBuffered {
      let end = bytes.characterBoundary(before: bytes.count - 1)
      flush(bytes, 0..<end)
      bytes.removeFirst(end)
      flushedCount += end
    }
    if bytes.count + length > bytes.capacity {
      let max = flush == nil ? Int.max : Self.maxBuffered
      bytes.reserve(Swift.max(min(2 * bytes.capacity, max), bytes.count + length))
    }
  }
}

extension PaddedBytes {
  /// The last offset up to a limit at which a character begins; the limit itself if the text before
  /// it is not UTF-8.
  package func characterBoundary(before limit: Int) -> Int {
    guard limit < count else { return count }
    return (max(0, limit - 3)...max(0, limit)).last { self[$0] & 0xC0 != 0x80 } ?? limit
  }
}
