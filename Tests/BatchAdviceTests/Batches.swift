import BatchAdvice
import ClaimFiles
import CodingRules
import StrictJSON
import TestSupport
import Testing

/// An in-memory batch with the standard book.
struct Batch {
  var book = RuleBook.standard
  var format = RowFormat.jsonl
  var output: RowFormat?
  var columns: [String]?
  var isFull = false
  var isStrict = false
  var profile = BatchProfile()
  var day = CalendarDay("2026-03-02")

  /// The output rows without the header, and the report.
  struct Result {
    var rows: [String] = []
    var report = ChunkReport()
    /// The lines with problems, relative to the first row, from 0.
    var lines: [Int] = []

    mutating func add(_ next: ChunkReport) {
      lines += next.problems.map { report.lines + $0.line }
      report.append(next)
    }
  }

  /// Advises on all rows of a text together.
  func advise(_ text: String) throws -> Result { try advise([text])[0] }

  /// Advises on bytes that may not be valid text.
  func advise(bytes: [UInt8]) throws -> Result { try advise([bytes])[0] }

  /// Advises on each text separately, with empty caches.
  func advise(_ texts: [String]) throws -> [Result] { try advise(texts.map { Array($0.utf8) }) }

  private func advise(_ texts: [[UInt8]]) throws -> [Result] {
    let settings = BatchSettings(
      book: book, topic: book.mainTopic, day: day, profile: profile, isStrict: isStrict)
    return try texts.map { text in
      let source = RowSource(format, readSize: readSize, maxRow: maxRow, read: inPieces(text))
      let input = try #require(try BatchInput(source, batchFormat(settings), settings))
      let advisor = input.header.makeAdvisor(settings)
      var result = Result()
      var chunk = PaddedBytes()
      var sink = ByteSink(capacity: 1 << 10)
      while let content = try source.next(&chunk) {
        switch content {
        case .rows: result.add(advisor.advise(chunk, into: &sink, stopsAtProblem: stopsAtProblem))
        case .tooLong: result.add(advisor.reject(.tooLong, into: &sink))
        }
      }
      if let report = advisor.finish(into: &sink, stopsAtProblem: stopsAtProblem) { result.add(report) }
      result.rows = sink.bytes.text(0..<sink.count).split(separator: "\n").map(String.init)
      return result
    }
  }

  /// The maximum length of a row, in bytes.
  var maxRow = RowLimits.maxRow
  /// Whether the batch stops at the first problem.
  var stopsAtProblem = false
  /// The number of bytes per read.
  var readSize = RowLimits.chunkSize

  private func batchFormat(_ settings: BatchSettings) -> BatchFormat {
    var wanted = BatchFormat(input: format, settings)
    (wanted.wantedOutput, wanted.columns, wanted.isFull) = (output, columns, isFull)
    return wanted
  }
}

/// The settings of a profile, each for a name.
func pairs(_ pairs: [(String, String)]) -> [BatchProfile.Pair] {
  pairs.map { .init(name: $0.0, value: $0.1) }
}

/// A JSON Lines row.
func jsonRow(_ members: [(key: String, value: JSON)]) -> String {
  String(decoding: JSON.object(members).bytes(.compact), as: UTF8.self) + "\n"
}
