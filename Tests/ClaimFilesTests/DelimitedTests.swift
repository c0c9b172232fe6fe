import ClaimFiles
import StrictJSON
import Testing

/// RFC 4180 and deviations from it.
struct DelimitedTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let rows: [ReadRow]

    init(_ text: String, _ rows: ReadRow...) {
      (self.text, self.rows) = (text, rows)
    }

    var testDescription: String { text }
  }

  static let cases = [
    Case("1,2\n3,4\n", .values(["1", "2"]), .values(["3", "4"])),
    Case("1,2", .values(["1", "2"])),
    Case("1,2\r\n3,4\r\n", .values(["1", "2"]), .values(["3", "4"])),
    Case(",\n", .values(["", ""])),
    Case("\n\r\n1,2\n\n", .values(["1", "2"])),
    Case("\"a,b\",\"c\"\"d\"\n", .values(["a,b", "c\"d"])),
    Case("\"a\r\nb\",2\n3,4", .values(["a\r\nb", "2"]), .values(["3", "4"])),
    Case("\"\",\"\"\r\n", .values(["", ""])),
    Case("1,\"2\"", .values(["1", "2"])),
    Case(
      "a long cell of more than eight bytes,é中👍\n", .values(["a long cell of more than eight bytes", "é中👍"])),
    Case(" 1 , 2 \n", .values([" 1 ", " 2 "])),
    Case("1\n", .fault(.cellCount(found: 1, expected: 2))),
    Case("1,2,3\n4,5\n", .fault(.cellCount(found: 3, expected: 2)), .values(["4", "5"])),
    Case("1,5\" x\n3,4\n", .fault(.strayQuote(column: 1)), .values(["3", "4"])),
    Case("\"1\"x,2\n3,4\n", .fault(.strayQuote(column: 0)), .values(["3", "4"])),
    Case("3,4\n1,\"2\n", .values(["3", "4"]), .fault(.unclosedQuote(column: 1))),
  ]

  @Test(arguments: cases) func rowsAreRead(_ example: Case) {
    #expect(cells(example.text, columns: ["a", "b"]) == example.rows)
  }

  @Test(arguments: cases) func tabsSeparateLikeCommas(_ example: Case) {
    let text = example.text.replacing(",", with: "\t")
    let rows = example.rows.map { row in
      guard case .values(let values) = row else { return row }
      return ReadRow.values(values.map { $0.replacing(",", with: "\t") })
    }
    #expect(cells(text, columns: ["a", "b"], .tsv) == rows)
  }

  /// The end of the last row in a text that is not yet complete.
  @Test(arguments: [
    ("", 0), ("1,2", 0), ("1,2\n3", 4), ("1,\"2\n3", 0), ("1\n\"2\n3\"", 2), ("1\n\"2\n3\"\n4", 8),
    ("\"a\"\"\nb\"\nc", 8), ("5\" x\n6\n", 7), ("\"a\"\"", 0),
  ]) func rowsAreCutWhereTheyEnd(_ text: String, end: Int) {
    let found = RowSplitter(.csv).endOfLastRow(PaddedBytes(text.utf8))
    #expect(found == end)
  }

  @Test func theFirstRowNamesTheColumns() throws {
    let bytes = PaddedBytes("\r\n\"a\nb\", C ,\"\"\"\"\r\n1,2,3\r\n".utf8)
    var lines = 0
    let found = try DelimitedHeader(bytes, format: .csv, lineBreak: .crlf, lines: &lines)
    let header = try #require(found)
    #expect(header.names == ["a\nb", " C ", "\""])
    #expect(header.lines == 3)
    #expect(header.repeatedName == nil)
  }

  /// The last row needs no line break; the default delimiter is a comma.
  @Test(arguments: RowFormat.allCases) func theLastRowNeedsNoLineBreak(_ format: RowFormat) {
    let columns = ["a", "b"].map { RowColumn(name: $0, meaning: 0) }
    var reader = DelimitedReader(columns: columns, format: format)
    let bytes = PaddedBytes([0x78, format.delimiter ?? UInt8(ascii: ","), 0x79])
    reader.read(bytes, at: 0)
    #expect((0..<reader.valueCount).map { reader.value($0).text(in: bytes) } == ["x", "y"])
    #expect(reader.fault == nil && reader.row.next >= 3)
  }

  @Test func columnsAreLimited() throws {
    func header(_ names: [String]) throws -> DelimitedHeader? {
      var lines = 0
      return try DelimitedHeader(
        PaddedBytes((names.joined(separator: ",") + "\n").utf8), format: .csv, lineBreak: .lf, lines: &lines)
    }
    let names = (0...Row.maxColumns).map { "\($0)" }
    #expect(try header(names.dropLast())?.names.count == Row.maxColumns)
    #expect(throws: InputError.header(.tooWide, line: 1)) { try header(names) }
    let long = String(repeating: "x", count: Row.maxNameBytes)
    #expect(try header([long])?.names == [long])
    #expect(throws: InputError.header(.tooWide, line: 1)) { try header([long, "y"]) }
  }

  @Test(arguments: [
    ("rows.csv", RowFormat.csv), ("a.b/rows.TSV", .tsv), ("x.jsonl", .jsonl), ("x.ndjson", .jsonl),
    ("csv", nil),
    ("a.csv/rows", nil), ("-", nil), ("rows.txt", nil), ("x.ssv", .ssv), ("x.tab", .tsv), ("/", nil),
    ("", nil),
  ]) func theEndingTellsTheFormat(_ path: String, format: RowFormat?) {
    #expect((try? RowFormat(path: path)) == format)
  }
}
