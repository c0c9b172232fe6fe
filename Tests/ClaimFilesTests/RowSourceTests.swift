import ClaimFiles
import StrictJSON
import TestSupport
import Testing

/// Reading whole rows for every read size.
struct RowSourceTests {
  /// A source that delivers a text in pieces.
  private static func source(
    _ text: String, _ format: RowFormat, readSize: Int, maxRow: Int = RowLimits.maxRow
  ) -> RowSource {
    RowSource(format, readSize: readSize, maxRow: maxRow, read: inPieces(text.utf8))
  }

  /// An unclosed quote costs one row, for every read size.
  @Test(arguments: [32, 50, 64, 100, 1_000, 100_000], [1, 7, 64, 4_096])
  func noRowIsLostAfterAnUnclosedQuote(_ maxRow: Int, _ readSize: Int) throws {
    let text = "a,b\n\"x,1\n" + (1...400).map { "\($0),2\n" }.joined()
    let source = Self.source(text, .csv, readSize: readSize, maxRow: maxRow)
    var found: [UInt8] = []
    var chunk = PaddedBytes(capacity: RowLimits.chunkSize)
    while let content = try source.next(&chunk) {
      #expect(content == .rows)
      found += chunk.bytes(0..<chunk.count)
    }
    #expect(String(decoding: found, as: UTF8.self) == text)
  }

  @Test(arguments: ["\n", "\r\n", "\r"], [1, 2, 7, 1_000])
  func blankLinesBeforeTheHeaderAreCounted(_ lineBreak: String, _ readSize: Int) throws {
    let rows = [String](repeating: "", count: 5) + ["a,b", "1,2", ""]
    let source = Self.source(rows.joined(separator: lineBreak), .csv, readSize: readSize)
    let header = try #require(try source.readHeader())
    #expect(header.names == ["a", "b"])
    #expect(header.lines == 6)
  }

  /// Empty input, and names that are too long.
  @Test func missingHeaders() throws {
    #expect(try Self.source("", .csv, readSize: 64).isEmpty())
    #expect(try Self.source("", .csv, readSize: 64).readHeader() == nil)
    let long = Self.source(String(repeating: "x", count: 300) + "\na\n", .csv, readSize: 64, maxRow: 100)
    #expect(throws: InputError.header(.tooLong, line: 1)) { try long.readHeader() }
  }

  private static let malformed: [(String, RowFormat, UInt8?, String)] = [
    ("▸x,1", .csv, UInt8(ascii: ","), "�x"), ("\"▸,y\",1", .csv, UInt8(ascii: ","), "\"�,y\""),
    ("x\"▸,1", .csv, UInt8(ascii: ","), "\"x\"\"�\""), ("a,▸\t1", .tsv, UInt8(ascii: ","), "\"a,�\""),
    ("a,▸\t1", .tsv, UInt8(ascii: "\t"), "a,�"), ("\"▸\"\"y\",1", .csv, nil, "\"�\\\"y\""),
    ("▸\ty,1", .csv, nil, "\"�\\ty\""),
  ]

  /// Cells with invalid UTF-8 keep their quotes, or get quotes if they need them.
  @Test(arguments: malformed)
  func malformedTextIsRepaired(_ row: String, _ format: RowFormat, _ delimiter: UInt8?, _ written: String) {
    let bytes = PaddedBytes(
      (row + "\n").utf8.split(separator: "▸".utf8, omittingEmptySubsequences: false).map(Array.init)
        .joined(separator: [0xFF]).map { $0 })
    let columns = ["a", "b"].map { RowColumn(name: $0, meaning: 0) }
    var reader = DelimitedReader(columns: columns, format: format)
    reader.read(bytes, at: 0)
    var sink = ByteSink(capacity: 8)
    if let cell = reader.cell(0) { sink.append(repaired: cell, of: bytes, delimiter: delimiter) }
    #expect(String(decoding: sink.bytes.bytes(0..<sink.count), as: UTF8.self) == written)
  }
}
