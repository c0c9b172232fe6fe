import ClaimFiles
import StrictJSON
import TestSupport
import Testing

/// Rows that end with LF, CR, or CRLF.
struct LineBreakTests {
  @Test(arguments: [
    ("a,b\n1,2\n", LineBreak.lf), ("a,b\r\n1,2\r\n", .crlf), ("a,b\r1,2\r", .cr), ("\ra,b\r", .cr),
    ("\"a\nb\",c\r1,2\r", .cr), ("\"a\rb\",c\n1,2\n", .lf), ("\"a\"\"\r\",c\r\n", .crlf), ("a,b\r", nil),
    ("a,b", nil), ("\"a\r", nil),
  ]) func theFirstRowShowsTheLineBreak(_ text: String, lineBreak: LineBreak?) {
    #expect(FirstRow(of: PaddedBytes(text.utf8), format: .csv)?.lineBreak == lineBreak)
  }

  /// Quoted commas do not count, and the delimiter is detected only for CSV.
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

  /// A row with its line, from 1, and its cells, which are empty if it is malformed.
  struct LinedRow: Equatable {
    var line: Int
    var cells: [String]
  }

  /// Reads a two-column text in pieces; throws the fault of its header.
  static func lined(_ text: String, readSize: Int) throws(InputError) -> [LinedRow] {
    let source = RowSource(.csv, readSize: readSize, read: inPieces(text.utf8))
    guard let header = try source.readHeader() else { return [] }
    let columns = header.names.map { RowColumn(name: $0, meaning: 0) }
    var reader = DelimitedReader(columns: columns, format: source.format, lineBreak: header.lineBreak)
    var (found, line) = ([LinedRow](), header.lines + 1)
    var chunk = PaddedBytes()
    while try source.next(&chunk) != nil {
      var offset = 0
      while offset < chunk.count {
        reader.read(chunk, at: offset)
        offset = reader.row.next
        defer { line += reader.row.lines }
        if reader.row.isBlank { continue }
        let cells = (0..<reader.valueCount).map { reader.value($0).text(in: chunk) }
        found.append(LinedRow(line: line, cells: reader.fault == nil ? cells : []))
      }
    }
    return found
  }

  /// Every row is delivered for every read size and line break.
  @Test(arguments: ["\n", "\r\n", "\r"], [1, 2, 3, 7, 1000])
  func noRowIsLost(_ lineBreak: String, _ readSize: Int) throws {
    let rows = (0..<200).map { "\"\($0)\(lineBreak)\",x" }
    let text = (["id,name"] + rows).map { $0 + lineBreak }.joined()
    let found = try Self.lined(text, readSize: readSize)
    #expect(found.map(\.cells) == (0..<200).map { ["\($0)\(lineBreak)", "x"] })
    #expect(found.map(\.line) == (0..<200).map { 2 + 2 * $0 })
  }

  /// Rows, header faults, and line numbers are the same for every read size, even with mixed line
  /// breaks.
  @Test(arguments: ["\n", "\r\n", "\r"]) func piecesChangeNothing(_ lineBreak: String) {
    var random = SeededGenerator(seed: 1_913)
    let pieces = ["a", "\"", "\"b\"", ",", ",", "\r", "\n", "\r\n", lineBreak]
    for number in 0..<80 {
      let header = number < 20 ? "id,name\(lineBreak)" : ""
      let text = header + (0..<30).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      func lined(_ readSize: Int) -> Result<[LinedRow], InputError> {
        Result { () throws(InputError) in try Self.lined(text, readSize: readSize) }
      }
      let whole = lined(1 << 18)
      for readSize in 1...4 {
        #expect(lined(readSize) == whole, "\(text.debugDescription)")
      }
    }
  }
}
