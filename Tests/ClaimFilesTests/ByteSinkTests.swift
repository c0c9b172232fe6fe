import ClaimFiles
import StrictJSON
import TestSupport
import Testing

/// Buffering and flushing.
struct ByteSinkTests {
  /// Flushed and remaining bytes are all that was added, in order, and the buffer stays small.
  @Test(arguments: [1, 64, 5_000, 3 << 20]) func nothingIsLost(_ length: Int) {
    let piece = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / 251) }
    let padded = PaddedBytes(piece)
    var expected: [UInt8] = []
    var gone: [UInt8] = []
    var sink = ByteSink(capacity: 8)
    sink.flush = { gone += $0.bytes($1) }
    while expected.count < 5 << 20 {
      sink.append(padded, from: 0, to: length)
      sink.append(0x0A)
      sink.append("é".utf8)
      expected += piece + [0x0A] + "é".utf8
      let kept = sink.bytes.count
      #expect(kept <= 2 << 20)
    }
    let count = sink.count
    #expect(count == expected.count)
    #expect(gone + sink.bytes.bytes(0..<sink.bytes.count) == expected)
  }

  @Test(arguments: [("aé", 2, 1), ("aé", 1, 1), ("aé", 3, 3), ("é", 9, 2)])
  func charactersAreNotCut(_ text: String, _ limit: Int, _ end: Int) {
    #expect(PaddedBytes(text.utf8).characterBoundary(before: limit) == end)
  }

  @Test func invalidUTF8IsCut() {
    #expect(PaddedBytes([UInt8](repeating: 0x80, count: 9)).characterBoundary(before: 5) == 5)
  }

  @Test func removeAllStartsOver() {
    var gone = 0
    var sink = ByteSink(capacity: 8)
    sink.flush = { gone += $1.count }
    for _ in 0..<(3 << 20) { sink.append(0x61) }
    let count = sink.count
    sink.append("bc".utf8)
    sink.truncate(to: count)
    let counts = (sink.count, gone + sink.bytes.count)
    #expect(counts == (3 << 20, 3 << 20))
    sink.removeAll()
    sink.append("d".utf8)
    #expect(sink.bytes.bytes(0..<1) == [0x64])
  }

  @Test func lastBytesCanBeTruncated() {
    var gone = 0
    var sink = ByteSink(capacity: 8)
    sink.flush = { gone += $1.count }
    let piece = PaddedBytes([UInt8](repeating: 0x61, count: 1 << 20))
    sink.append(piece, from: 0, to: piece.count - 1)
    let count = sink.count
    sink.append(0x2C)
    sink.append(0x62)
    sink.truncate(to: count)
    let counts = (sink.count, gone + sink.bytes.count)
    #expect(counts == (count, count))
  }

  /// Text in pieces equals the whole, even with characters or invalid bytes at the boundaries.
  @Test func piecesEqualTheWhole() {
    var random = SeededGenerator(seed: 12)
    let pieces: [[UInt8]] = [
      Array("plain text".utf8), Array("é".utf8), Array("中".utf8), Array("😀".utf8),
      Array("\u{2028}\u{85}".utf8),
      [0x80], [0xE4, 0xB8], [0xF0, 0x9F, 0x98], [0xFF], [0xC3], Array("\"\\\n\u{1}".utf8),
    ]
    for length in [0, 1, 4_095, 4_096, 4_097, 20_000] {
      for _ in 0..<20 {
        var text: [UInt8] = []
        while text.count < length { text += pieces.randomElement(using: &random) ?? [] }
        if random.next() % 3 == 0 { text = text.map { $0 | 0x80 } }
        var whole: [UInt8] = []
        appendJSONString(String(decoding: text, as: UTF8.self), to: &whole)
        var sink = ByteSink(capacity: 8)
        sink.append(string: PaddedBytes(text), 0..<text.count)
        #expect(sink.bytes.bytes(0..<sink.count) == whole)
      }
    }
  }
}
