import ClaimFiles
import StrictJSON
import Testing

/// Rows that are looked at before the work begins.
struct RowSampleTests {
  /// Without waiting, only the first row is looked at, whatever else has already arrived.
  @Test(
    arguments: [
      ("{\"a\":1}\n{\"b\":2}\n", true, ["a"]), ("{\"a\":1}\n{\"b\":2}\n", false, ["a"]),
      ("{\"a\":\n{\"b\":2}\n", true, ["b"]), ("{\"a\":\n{\"b\":2}\n", false, []),
      ("\n{\"b\":2}\n", true, ["b"]), ("\n{\"b\":2}\n", false, []),
    ], [1, 7, 1000])
  func theFirstRow(_ given: (text: String, waits: Bool, names: [String]), _ readSize: Int) {
    var input = given.text.utf8[...]
    let source = RowSource<Never>(.jsonl, readSize: readSize) { span in
      let piece = input.prefix(span.byteCount)
      span.withUnsafeMutableBytes { $0.copyBytes(from: piece) }
      input = input.dropFirst(piece.count)
      return piece.count
    }
    #expect(source.firstRow(after: nil, waits: given.waits).map(\.name) == given.names)
  }
}
