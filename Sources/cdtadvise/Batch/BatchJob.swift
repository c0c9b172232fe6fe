import BatchAdvice
import ClaimFiles
import CodingRules
import StrictJSON

/// One batch: where rows come from, what they become, where they go.
struct BatchJob {
  let request: BatchRequest
  let format: BatchFormat
  let manner: BatchDelivery.Manner
  let terminal: Terminal

  /// Does the work; the result is opened first, and a file appears only when it is complete.
  func run(from path: FilePath, to output: FilePath?) throws(Failure) -> ChunkReport {
    Program.returnLargePieces()
    let result = try ResultStream(output, at: terminal)
    do throws(Failure) {
      return try run(from: try terminal.input(at: path), to: result)
    } catch {
      result.discard()
      throw error
    }
  }

  private func run(from input: ByteInput, to result: ResultStream) throws(Failure) -> ChunkReport {
    let source = try source(input)
    let settings = BatchSettings(request)
    guard let header = try header(source, settings, input.name) else {
      try result.finish()
      return ChunkReport()
    }
    do throws(SystemError) {
      let firstRow = PaddedBytes(header.firstRow)
      try result.write(firstRow, 0..<firstRow.count)
    } catch {
      throw .writeFailed(reason: error.reason)
    }
    let pipeline = ChunkPipeline(
      source, BatchDelivery(result, inputName: input.name, lines: header.lines, manner, terminal: terminal))
    let stopsAtProblem = manner.stopsAtProblem
    let (delivery, failure) = pipeline.run(threads: request.profile.visitBy.isEmpty ? Threads.usual : 1) {
      BatchWorker(header.makeAdvisor(settings), stopsAtProblem: stopsAtProblem)
    }
    return try delivery.close(failure)
  }

  // MARK: Before the first row

  private func source(_ input: ByteInput) throws(Failure) -> RowSource<Failure> {
    let text = try DecodedInput<Failure>(request.profile.encoding) { span throws(Failure) in
      try input.read(into: &span)
    }
    if text.isSpreadsheet { throw .spreadsheet(path: input.name) }
    let readSize = input.readSize(atMost: format.isFull ? 1 << 15 : RowLimits.chunkSize)
    return RowSource(format.input, readSize: readSize) { span throws(Failure) in try text.read(into: &span) }
  }

  /// The columns of the input and of the result; nil when the input is empty.
  private func header(
    _ source: RowSource<Failure>, _ settings: BatchSettings, _ path: String
  ) throws(Failure) -> BatchHeader? {
    if format.input == .jsonl {
      if try source.isEmpty() { return nil }
      let row = try source.firstRow(after: nil, waits: format.needsFirstKeys)
      let keys = row.map(\.name)
      say(settings.remarks(onColumns: keys, row), path)
      return try header(path) { () throws(HeaderProblem) in
        try BatchHeader(format, firstKeys: format.needsFirstKeys ? keys : [], request.profile)
      }
    }
    switch try source.takeHeader() {
    case nil: return nil
    case .failure(let fault): throw .badHeader(fault.fault.sentence, path: path, line: fault.line)
    case .success(let names):
      var actual = format
      actual.input = source.format
      let header = try header(path) { () throws(HeaderProblem) in
        try BatchHeader(actual, names, request.profile)
      }
      say(settings.remarks(onColumns: names.names, try source.firstRow(after: names, waits: false)), path)
      return header
    }
  }

  private func say(_ remarks: [ColumnRemark], _ path: String) {
    if manner.isQuiet { return }
    for remark in remarks { terminal.say("\(printable(path)): \(remark.sentence)\n") }
  }

  private func header(
    _ path: String, _ make: () throws(HeaderProblem) -> BatchHeader
  ) throws(Failure) -> BatchHeader {
    do throws(HeaderProblem) {
      return try make()
    } catch {
      switch error {
      case .repeatedColumn(let name, let line): throw .columnTwice(name, path: path, line: line)
      case .reservedColumn(let name): throw .columnTaken(name, path: path)
      case .unknownColumn(let name, let flag, let suggestion):
        throw .columnUnknown(name, flag: flag, suggestion: suggestion)
      }
    }
  }
}
