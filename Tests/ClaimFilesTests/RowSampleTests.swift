import ClaimFiles
import StrictJSON
import TestSupport
import Testing

/// Peeking at rows before processing.
struct RowSampleTests {
  /// Without waiting, only the first row is examined, even if more have arrived.
  @Test(
    arguments: [
      ("{\"a\":1}\n{\"b\":2}\n", true, ["a"]), ("{\"a\":1}\n{\"b\":2}\n", false, ["a"]),
      ("{\"a\":\n{\"b\":2}\n", true, ["b"]), ("{\"a\":\n{\"b\":2}\n", false, []),
      ("\n{\"b\":2}\n", true, ["b"]), ("\n{\"b\":2}\n", false, []),
    ], [1, 7, 1000])
  func theFirstRow(_ given: (text: String, waits: Bool, names: [String]), _ readSize: Int) throws {
    let source = RowSource(.jsonl, readSize: readSize, read: inPieces(given.text.utf8))
    #expect(try source.sample(after: nil, max: 1, waits: given.waits).names == given.names)
  }

  /// An overlong row counts as one row wherever it is, with or without peeking.
  @Test(arguments: [([0], true), ([1], true), ([0, 1, 3], true), ([0], false), ([0, 1], false)])
  func overlongRowsKeepTheirOrder(_ long: [Int], waits: Bool) throws {
    let texts = (0..<4).map { row in
      let text = long.contains(row) ? String(repeating: "x", count: 1 << 12) : "x"
      return "{\"k\(row)\":\"\(text)\"}\n"
    }
    let read = inPieces(texts.joined().utf8)
    let source = RowSource(.jsonl, readSize: 300, maxRow: 1 << 10, read: read)
    #expect(try !source.isEmpty())
    let first = (0..<4).first { !long.contains($0) } ?? 0
    let isFound = waits || !long.contains(0)
    #expect(try source.sample(after: nil, max: 1, waits: waits).names == (isFound ? ["k\(first)"] : []))
    var rows: [String] = []
    var chunk = PaddedBytes(capacity: RowLimits.chunkSize)
    while let content = try source.next(&chunk) {
      let text = String(decoding: chunk.bytes(0..<chunk.count), as: UTF8.self)
      rows += content == .tooLong ? ["long"] : text.split(separator: "\n").map(String.init)
    }
    #expect(rows == (0..<4).map { long.contains($0) ? "long" : "{\"k\($0)\":\"x\"}" })
  }
}
