import BatchAdvice
import ClaimFiles
import CodingRules
import StrictJSON
import Testing

/// A batch of the standard book, advised on in memory.
struct Batch {
  let book = RuleBook.standard
  var format = RowFormat.jsonl
  var output: RowFormat?
  var columns: [String]?
  var isFull = false
  var isStrict = false
  var profile = BatchProfile()
  var day = CalendarDay("2026-03-02")

  /// What came out: the rows of the result, without a header, and the report.
  struct Result {
    var rows: [String] = []
    var report = ChunkReport()
    /// The lines with a problem, counted from the first row, from 0.
    var lines: [Int] = []

    mutating func add(_ next: ChunkReport) {
      lines += next.problems.map { report.lines + $0.line }
      report.add(next)
    }
  }

  /// The result of all rows together, which are one text.
  func advise(_ text: String) throws -> Result { try advise([text])[0] }

  /// The result of bytes that need not be text.
  func advise(bytes: [UInt8]) throws -> Result { try advise([bytes])[0] }

  /// The result of each text, for which nothing is known of the others.
  func advise(_ texts: [String]) throws -> [Result] { try advise(texts.map { Array($0.utf8) }) }

  private func advise(_ texts: [[UInt8]]) throws -> [Result] {
    let settings = BatchSettings(
      BatchRequest(book: book, topic: book.mainTopic, day: day, profile: profile, isStrict: isStrict))
    return try texts.map { text in
      var input = text[...]
      let source = RowSource<Never>(format, readSize: readSize, maxRow: maxRow) { span in
        let piece = input.prefix(span.byteCount)
        span.withUnsafeMutableBytes { $0.copyBytes(from: piece) }
        input = input.dropFirst(piece.count)
        return piece.count
      }
      let advisor = try header(source).makeAdvisor(settings)
      var result = Result()
      var chunk = PaddedBytes()
      var sink = ByteSink(capacity: 1 << 10)
      while let content = source.next(&chunk) {
        switch content {
        case .rows: result.add(advisor.advise(chunk, into: &sink, stopsAtProblem: stopsAtProblem))
        case .tooLong: result.add(advisor.refuse(.tooLong, into: &sink))
        }
      }
      if let report = advisor.finish(into: &sink, stopsAtProblem: stopsAtProblem) { result.add(report) }
      result.rows = sink.bytes.text(0..<sink.count).split(separator: "\n").map(String.init)
      return result
    }
  }

  /// The longest row that is read, in bytes.
  var maxRow = RowLimits.maxRow
  /// Whether the batch ends at the first problem.
  var stopsAtProblem = false
  /// How many bytes are read at once.
  var readSize = RowLimits.chunkSize

  private func header(_ source: RowSource<Never>) throws -> BatchHeader {
    var wanted = BatchFormat(input: format, edition: book.edition)
    (wanted.wantedOutput, wanted.columns, wanted.isFull) = (output, columns, isFull)
    wanted.comparesBilled = profile.billed != nil
    let format = wanted
    let header = format.input == .jsonl ? nil : try #require(source.takeHeader()).get()
    let keys = format.needsFirstKeys ? source.sample(after: nil, max: 1).names : []
    return try BatchHeader(format, header, firstKeys: keys, profile)
  }
}

/// A row of JSON Lines.
func jsonRow(_ members: [(key: String, value: JSON)]) -> String {
  String(decoding: JSON.object(members).bytes(.compact), as: UTF8.self) + "\n"
}
