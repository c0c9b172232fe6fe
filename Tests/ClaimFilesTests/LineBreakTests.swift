import ClaimFiles
import StrictJSON
import Testing

/// Rows that end with a line feed, a carriage return or both.
struct LineBreakTests {
  @Test(arguments: [
    ("a,b\n1,2\n", LineBreak.lf), ("a,b\r\n1,2\r\n", .crlf), ("a,b\r1,2\r", .cr), ("\ra,b\r", .cr),
    ("\"a\nb\",c\r1,2\r", .cr), ("\"a\rb\",c\n1,2\n", .lf), ("\"a\"\"\r\",c\r\n", .crlf), ("a,b\r", nil),
    ("a,b", nil), ("\"a\r", nil),
  ]) func theFirstRowShowsTheLineBreak(_ text: String, lineBreak: LineBreak?) {
    #expect(FirstRow(of: PaddedBytes(text.utf8), format: .csv)?.lineBreak == lineBreak)
  }

  /// Commas in quotes separate nothing, and what is not called CSV is taken at its word.
  @Test(arguments: [
    ("a,b\n", RowFormat.csv, RowFormat.csv), ("a;b\n", .csv, .ssv), ("a\tb\n", .csv, .tsv),
    ("\"a,b\";c\r\n", .csv, .ssv), ("a;b,c\n", .csv, .csv), ("a\n", .csv, .csv), ("a;b\n", .tsv, .tsv),
  ]) func theFirstRowShowsTheDelimiter(_ text: String, said: RowFormat, found: RowFormat) {
    #expect(FirstRow(of: PaddedBytes(text.utf8), format: said)?.format == found)
  }

  static let rows: [ReadRow] = [.values(["1", "2"]), .values(["3\r4", ""]), .values(["5\"", "6"])]

  @Test(arguments: [
    "1,2\r\"3\r4\",\r\"5\"\"\",6\r", "1,2\r\"3\r4\",\n\"5\"\"\",6", "1,2\r\n\r\"3\r4\",\r\r\"5\"\"\",6",
  ])
  func rowsEndWithReturns(_ text: String) {
    #expect(cells(text, columns: ["a", "b"], lineBreak: .cr) == Self.rows)
  }

  /// Every row of a source comes out, however it is cut, and whatever ends its rows.
  @Test(arguments: ["\n", "\r\n", "\r"], [1, 2, 3, 7, 1000])
  func noRowIsLost(_ lineBreak: String, _ readSize: Int) throws {
    let rows = (0..<200).map { "\"\($0)\(lineBreak)\",x" }
    var input = (["id,name"] + rows).map { $0 + lineBreak }.joined().utf8[...]
    let source = RowSource<Never>(.csv, readSize: readSize) { span in
      let piece = input.prefix(span.byteCount)
      span.withUnsafeMutableBytes { $0.copyBytes(from: piece) }
      input = input.dropFirst(piece.count)
      return piece.count
    }
    let header = try #require(source.takeHeader()).get()
    #expect(header.names == ["id", "name"])
    var found = 0
    var chunk = PaddedBytes()
    var reader = DelimitedReader(
      columns: [RowColumn(name: "id", meaning: 0), RowColumn(name: "name", meaning: 0)], format: .csv,
      lineBreak: header.lineBreak)
    while source.next(&chunk) != nil {
      var offset = 0
      while offset < chunk.count {
        reader.read(chunk, at: offset)
        offset = reader.row.next
        if reader.row.isBlank { continue }
        #expect(reader.fault == nil)
        #expect(reader.cell(0)?.text(in: chunk) == "\(found)\(lineBreak)")
        found += 1
      }
    }
    #expect(found == 200)
  }
}
