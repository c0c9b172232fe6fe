import BatchAdvice
import ClaimFiles
import TestSupport
import Testing

/// Properties that hold for all rows, however they are split, joined, or read.
struct RowPropertyTests {
  /// The rows of a file, each with its line break, and the text before them.
  struct File: Sendable, CustomTestStringConvertible {
    let format: RowFormat
    var header = ""
    let rows: [String]

    var text: String { header + rows.joined() }
    var testDescription: String { format.rawValue }
  }

  static let files: [File] = {
    var random = SeededGenerator(seed: 1_507)
    let cells = [
      "diagnostic", "device", "stone-cast", "crown", "", "wrong", "\"a,b\"", "\"line\nbreak\"",
      "\"say \"\"x\"\"\"", " ",
      "2026-03-02", "3/2/2026", "2026-02-30", "panoramic", "é🦷", "=1+1", "\u{1B}[31m",
    ]
    let tables = [RowFormat.csv, .tsv].map { format in
      let delimiter = format == .csv ? "," : "\t"
      let rows = (0..<120).map { number in
        let count = number % 11 == 0 ? Int.random(in: 1...7, using: &random) : 5
        let row = (0..<count).map { _ in cells.randomElement(using: &random) ?? "" }
        return (["\(number)"] + row).joined(separator: delimiter) + (number % 3 == 0 ? "\r\n" : "\n")
      }
      let names = ["id", "topic", "date", "purpose", "capture", "device"]
      return File(format: format, header: names.joined(separator: delimiter) + "\n", rows: rows)
    }
    return tables + [File(format: .jsonl, rows: (OddRows.all + OddRows.all).shuffled(using: &random))]
  }()

  private func batch(_ file: File, output: RowFormat? = nil) -> Batch {
    var batch = Batch(format: file.format, output: output)
    if file.format == .jsonl { batch.columns = ["id", "report", "status", "problem", "remarks"] }
    return batch
  }

  @Test(arguments: files) func eachRowHasOneResult(_ file: File) throws {
    let result = try batch(file, output: .jsonl).advise(file.text)
    #expect(result.rows.count == file.rows.count && result.report.rows == file.rows.count)
    #expect(try batch(file, output: .jsonl).advise(file.text).rows == result.rows)
  }

  @Test(arguments: files) func prefixesGiveTheSameRows(_ file: File) throws {
    let bytes = Array(file.text.utf8)
    let whole = try batch(file, output: .jsonl).advise(bytes: bytes).rows
    var random = SeededGenerator(seed: 3)
    var ends = [file.header.utf8.count]
    for row in file.rows { ends.append(ends[ends.count - 1] + row.utf8.count) }
    for _ in 0..<12 {
      let length = Int.random(in: file.header.utf8.count...bytes.count, using: &random)
      let complete = ends.count { $0 <= length } - 1
      let found = try batch(file, output: .jsonl).advise(bytes: Array(bytes[..<length])).rows
      #expect(found.prefix(complete) == whole.prefix(complete), "cut at \(length)")
    }
  }

  @Test(arguments: files) func splitFilesGiveTheSame(_ file: File) throws {
    let whole = try batch(file, output: .jsonl).advise(file.text).rows
    var random = SeededGenerator(seed: 4)
    for _ in 0..<4 {
      let cut = Int.random(in: 0...file.rows.count, using: &random)
      let parts = [file.rows[..<cut], file.rows[cut...]].filter { !$0.isEmpty }
      #expect(
        try parts.flatMap { try batch(file, output: .jsonl).advise(file.header + $0.joined()).rows } == whole)
    }
  }

  @Test(arguments: files, [1, 3, 64]) func anyReadSizeGivesTheSame(_ file: File, _ size: Int)
    throws
  {
    var pieces = batch(file)
    pieces.readSize = size
    #expect(try pieces.advise(file.text).rows == batch(file).advise(file.text).rows)
  }

  /// Mostly invalid bytes: one result per row, the same for every read size.
  @Test(arguments: [RowFormat.csv, .tsv, .jsonl]) func anyBytesGiveOneResultPerRow(_ format: RowFormat) throws
  {
    var random = SeededGenerator(seed: 5)
    let pieces = [
      "\"", "\n", "\r", ",", "\t", "{", "}", "[", "\"purpose\":", "\"diagnostic\"", "\\", "\u{0}", "é", " ",
      "1",
    ]
    let header = format == .jsonl ? "" : "purpose\tcapture,x\n"
    for _ in 0..<20 {
      var bytes = Array(header.utf8)
      for _ in 0..<Int.random(in: 1...200, using: &random) {
        bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
        if random.next() % 9 == 0 { bytes.append(UInt8.random(in: 0...255, using: &random)) }
      }
      var batch = Batch(format: format, output: .jsonl, columns: ["status", "problem"])
      let whole = try batch.advise(bytes: bytes)
      #expect(whole.rows.count == whole.report.rows)
      if format == .jsonl {
        let lines = bytes.split(separator: 0x0A).filter { line in
          line.contains { ![0x20, 0x09, 0x0D].contains($0) }
        }
        #expect(whole.rows.count == lines.count, "\(String(decoding: bytes, as: UTF8.self))")
      }
      batch.readSize = Int.random(in: 1...9, using: &random)
      #expect(try batch.advise(bytes: bytes).rows == whole.rows)
    }
  }
}
