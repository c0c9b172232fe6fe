import ClaimFiles
import StrictJSON
import TestSupport
import Testing

/// Written cells and values can be read back unchanged.
struct RoundTripTests {
  static let alphabet = [
    "a", "Z", "0", ",", "\"", "\n", "\r\n", "\t", " ", "é", "中", "👍", "\\", "\u{1B}", "\r",
  ]

  /// Random texts with frequent special characters.
  static func texts(_ count: Int, seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      (0..<Int.random(in: 0...12, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "x" }
        .joined()
    }
  }

  @Test(arguments: [RowFormat.csv, .tsv]) func cellsComeBack(_ format: RowFormat) throws {
    let delimiter = try #require(format.delimiter)
    let texts = Self.texts(3_000, seed: 7)
    for start in stride(from: 0, to: texts.count, by: 3) {
      let row = ["x"] + texts[start..<(start + 3)]
      var sink = ByteSink(capacity: 8)
      for (column, text) in row.enumerated() {
        if column > 0 { sink.append(delimiter) }
        sink.append(delimited: text, delimiter)
      }
      let written = sink.bytes.text(0..<sink.count)
      #expect(cells(written + "\n", columns: ["a", "b", "c", "d"], format) == [.values(row)])
    }
  }

  @Test func cellsBecomeMembersAndCellsAgain() {
    for text in Self.texts(3_000, seed: 8) {
      let json = converted(text, from: .csv)
      #expect(members(Array("{\"a\":\(json)}".utf8)) == [.values(["a=" + text])])
    }
  }

  /// JSON Lines members are copied to JSON unchanged.
  @Test(arguments: [#""x""#, #""a\n\u00e9""#, "null", "-1.5e3", "true", "[1,{}]"]) func membersAreUnchanged(
    _ value: String
  ) {
    let bytes = PaddedBytes("{\"a\":\(value)}\n".utf8)
    var reader = JSONLinesReader(known: ["a"]) { _ in 0 }
    reader.read(bytes, at: 0)
    var sink = ByteSink(capacity: 8)
    sink.append(reader.value(0), of: bytes, isJSON: true)
    #expect(sink.bytes.text(0..<sink.count) == value)
  }

  /// Converts the text from a cell to JSON.
  private func converted(_ text: String, from format: RowFormat) -> String {
    var row = ByteSink(capacity: 8)
    row.append("x,".utf8)
    row.append(delimited: text, UInt8(ascii: ","))
    let bytes = PaddedBytes(row.bytes.bytes(0..<row.count) + [0x0A])
    var reader = DelimitedReader(
      columns: [RowColumn(name: "x", meaning: 0), RowColumn(name: "a", meaning: 0)], format: format)
    reader.read(bytes, at: 0)
    var sink = ByteSink(capacity: 8)
    sink.append(reader.cell(1), of: bytes, isJSON: false)
    return sink.bytes.text(0..<sink.count)
  }
}
