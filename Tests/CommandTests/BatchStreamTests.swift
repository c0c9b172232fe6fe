import Foundation
import TestSupport
import Testing

/// Batch in a pipeline: long input, unfinished input.
struct BatchStreamTests {
  static let row = #"{"purpose":"diagnostic","capture":"stone-cast","date":"2026-01-01"}"# + "\n"
  static let words = ["batch", "-", "--from", "jsonl", "--columns", "report", "--to", "csv"]

  @Test func resultsAreStreamed() throws {
    let process = Process()
    process.executableURL = CommandProcess.executable
    process.arguments = Self.words
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(Self.row.utf8))
    var answer = Data()
    while !String(decoding: answer, as: UTF8.self).contains("D0470") {
      answer += output.fileHandleForReading.availableData
    }
    try input.fileHandleForWriting.write(contentsOf: Data(Self.row.utf8))
    try input.fileHandleForWriting.close()
    answer += output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(String(decoding: answer, as: UTF8.self) == "report\nD0470\nD0470\n")
    #expect(process.terminationStatus == 0)
  }

  @Test func orderIsKeptAcrossChunks() throws {
    let input = (0..<60_000).map { "{\"id\":\($0),\"purpose\":\"device\",\"device\":\"crown\"}\n" }.joined()
    let result = CommandRun.run(
      ["batch", "-", "--from", "jsonl", "--columns", "id,status"], input: Data(input.utf8))
    let expected = (0..<60_000).map { "{\"id\":\($0),\"status\":\"ok\"}\n" }.joined()
    #expect(result == CommandResult(output: expected, errors: "", status: 0))
  }

  @Test func problemsAreListedInOrderUpToABound() throws {
    let result = CommandRun.run(
      Self.words, input: Data(String(repeating: "[]\n", count: 30_000).utf8))
    let listed = (1...20).map { "standard input:\($0): expected an object\n" }.joined()
    #expect(
      result.errors == listed
        + "cdtadvise: 30000 rows: 0 advised; 30000 need attention: 30000 invalid; 29980 of them are not listed here\n"
    )
    #expect(result.status == 65)
  }

  @Test func anOverlongRowIsReportedAndSkipped() throws {
    let long = "{\"note\":\"" + String(repeating: "x", count: 9 << 20) + "\"}\n"
    let result = CommandRun.run(Self.words, input: Data((Self.row + long + Self.row).utf8))
    #expect(
      result
        == CommandResult(
          output: "report\nD0470\n\"\"\nD0470\n",
          errors:
            "standard input:2: a row of more than 4 MiB is not read\ncdtadvise: 3 rows: 2 advised; 1 needs attention: 1 invalid\n",
          status: 65))
  }

  @Test func aLongRowIsRead() throws {
    let long = Self.row.dropLast(2) + ",\"note\":\"" + String(repeating: "é", count: 1 << 20) + "\"}\n"
    let result = CommandRun.run(Self.words, input: Data((long + Self.row).utf8))
    #expect(result == CommandResult(output: "report\nD0470\nD0470\n", errors: "", status: 0))
  }

  /// A row as long as several chunks, between chunks of rows: all output is complete and in order.
  @Test(arguments: [
    ("[", "0", "]"), (#"{"":"#, "0", "}"), (#"{"a":[{"b":"c"},7,"#, "0", "]}"),
    (#"[["\u0001 é"],"#, "0", "]"),
  ])
  func aLongRowOfAnyShapePassesThrough(_ open: String, _ value: String, _ close: String) throws {
    let depth = (3 << 18) / (open + close).utf8.count
    let nested = String(repeating: open, count: depth) + value + String(repeating: close, count: depth)
    let long = #"{"purpose":"diagnostic","capture":"stone-cast","note":\#(nested)}"# + "\n"
    let rows = String(repeating: Self.row, count: 5_000) + long
    let result = CommandRun.run(
      ["batch", "-", "--from", "jsonl", "--on", "2026-03-02", "-q"], input: Data((rows + rows).utf8))
    let advice = """
      {"report":["D0470"],"not_separately":["D0801","D0396"],"included_in":[],"nothing":null,"status":"ok",\
      "problem":null,"remarks":null}
      """
    let advised = rows.replacing("}\n", with: ",\"advice\":\(advice)}\n")
    #expect((result.output == advised + advised, result.errors, result.status) == (true, "", 0))
  }

  @Test func aLongMalformedLineIsWrittenWhole() throws {
    let line = String(repeating: "\u{1}", count: 1 << 20)
    let result = CommandRun.run(
      ["batch", "-", "--from", "jsonl", "--on", "2026-03-02"], input: Data((line + "\n" + Self.row).utf8))
    let written = String(repeating: "\\u0001", count: 1 << 20)
    #expect(result.output.hasPrefix("{\"row\":\"\(written)\",\"advice\":"))
    #expect(result.output.utf8.count < written.utf8.count + 500)
    #expect(result.status == 65)
  }

  /// An overlong value is reported by its beginning or its length.
  @Test(arguments: [
    (1_000, #"{"purpose":"▸"}"#, "purpose: no answer '▸'"), (1_000, #"{"topic":"▸"}"#, "no topic '▸'"),
    (1_000, #"{"date":"▸"}"#, "'date' needs a date like 3/2/2026 or 2026-03-02, not '▸'"),
    (100_000, #"{"purpose":"▸"}"#, "'purpose' needs a word, not 100000 bytes of text"),
    (100_000, #"{"topic":"▸"}"#, "'topic' needs a word, not 100000 bytes of text"),
    (100_000, #"{"date":"▸"}"#, "'date' needs a word, not 100000 bytes of text"),
    (100_000, #"{"role":"▸","purpose":"device"}"#, "'role' needs a word, not 100000 bytes of text"),
    (100_000, #"{"a":{"▸":1,"▸":2}}"#, "column 100012: duplicate key '▸'"),
    (100_000, #"{"services":[{"topic":"▸"}]}"#, "cannot be read: larger than 64 KiB"),
  ])
  func longWordsAreToldInShort(_ length: Int, _ row: String, message: String) throws {
    let row = row.replacing("▸", with: String(repeating: "w", count: length)) + "\n"
    let result = CommandRun.run(
      ["batch", "-", "--from", "jsonl", "--columns", "status", "--on", "2026-03-02", "--show-values"],
      input: Data((row + row).utf8))
    let sentence = message.replacing("▸", with: String(repeating: "w", count: 80) + "…")
    #expect(result.errors.hasPrefix("standard input:1: \(sentence)"), "\(result.errors.prefix(300))")
    #expect(result.errors.contains("standard input:2: \(sentence)"))
    #expect(result.output == "{\"status\":\"invalid\"}\n{\"status\":\"invalid\"}\n")
  }

  /// Rows peeked at for column names keep their order, even before an overlong row.
  @Test func anOverlongRowKeepsItsOrder() throws {
    let long = "{\"a\":\"" + String(repeating: "x", count: 4 << 20) + "\"}\n"
    let bad = "bad" + String(repeating: " ", count: 36) + "\n"
    let rows = String(repeating: bad, count: 7_000) + long + Self.row
    let result = CommandRun.run(
      ["batch", "-", "--from", "jsonl", "--columns", "status", "--to", "csv"], input: Data(rows.utf8))
    let named = CommandRun.run(
      ["batch", "-", "--from", "jsonl", "--to", "csv"], input: Data(rows.utf8))
    #expect(result.output.hasSuffix("invalid\ninvalid\nok\n"))
    let lines = named.output.split(separator: "\n")
    #expect(lines.count == 7_003)
    #expect(lines[7_001] == ",,,,invalid,a row of more than 4 MiB is not read,")
  }

  @Test func anUnclosedQuoteCostsOneRow() throws {
    let rows = "id,purpose,device\n\"1,device,crown\n" + String(repeating: "2,device,crown\n", count: 20_000)
    let result = CommandRun.run(
      ["batch", "-", "--from", "csv", "--columns", "id,status"], input: Data(rows.utf8))
    #expect(
      result.output == "id,status\n\"\"\"1,device,crown\",invalid\n"
        + String(repeating: "2,ok\n", count: 20_000))
    #expect(result.status == 65)
  }

  /// Consecutive unclosed quotes each cost only their own line.
  @Test func unclosedQuotesCostTheirRows() throws {
    let stray = String(repeating: "x\"y,\"z\n", count: 8_000)
    let rows = "1,device\n" + stray + "2,device\n3,device\n"
    let result = CommandRun.run(
      ["batch", "-", "--from", "csv", "--columns", "id,status"], input: Data(("id,purpose\n" + rows).utf8))
    let invalid = String(repeating: "\"x\"\"y\",invalid\n", count: 8_000)
    #expect(
      result.output == "id,status\n1,pending\n" + invalid + "2,pending\n3,pending\n")
    #expect(result.status == 65)
  }

  /// An incomplete result does not replace a complete file.
  @Test func incompleteFilesAreNotWritten() throws {
    let folder = try TestFiles.newFolder()
    let path = folder.appendingPathComponent("result.csv").path
    try "complete\n".write(toFile: path, atomically: true, encoding: .utf8)
    let result = CommandRun.run(
      Self.words + ["--fail-fast", "-o", path], input: Data((Self.row + "{}\n" + Self.row).utf8))
    #expect(result.status == 65)
    #expect(result.errors.hasSuffix("the rows after it were not read, and \(path) was not written\n"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "complete\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["result.csv"])
  }

  /// On a terminal, column names are sanitized, too, and rows end with LF.
  @Test(arguments: ["\n", "\r\n", "\r"]) func terminalOutputIsSanitized(_ lineBreak: String) {
    let rows = ["na\u{1B}[31mme,purpose", "\u{9B}31m,device", "a\u{202E}b,device"]
    let result = CommandRun.run(
      ["batch", "-", "--from", "csv", "--columns", "na\u{1B}[31mme,status", "-q"],
      input: Data(rows.map { $0 + lineBreak }.joined().utf8), isTerminal: true)
    #expect(
      result.output == "na\\u{1B}[31mme,status\n\\u{9B}31m,pending\na\\u{202E}b,pending\n")
  }

  /// No input bytes crash the program.
  @Test func randomBytesNeverCrash() throws {
    var random = SeededGenerator(seed: 4)
    let pieces: [[UInt8]] = [
      Array("{\"a\":".utf8), Array("\"".utf8), [0x0A], [0x0D], [0x2C], [0xFF], [0], Array("}".utf8),
      Array("[".utf8),
      Array("purpose".utf8), [0xEF, 0xBB, 0xBF], [0x09], [0x5C],
    ]
    for format in ["csv", "tsv", "jsonl"] {
      for target in ["csv", "jsonl"] {
        let bytes = (0..<4_000).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
        let result = CommandRun.run(
          ["batch", "-", "--from", format, "--to", target], input: Data(Array("a,\tpurpose\n".utf8) + bytes))
        #expect([0, 65].contains(result.status), "\(format) \(target) \(result.errors)")
      }
    }
  }
}
