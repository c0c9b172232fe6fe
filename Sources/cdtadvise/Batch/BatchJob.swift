import BatchAdvice
import ClaimFiles
import CodingRules
import StrictJSON

/// One batch: where rows come from, what they become, where they go.
struct BatchJob {
  let run: Run
  let request: BatchRequest
  let format: BatchFormat

  /// Does the work; the result is opened first, and a file appears only when it is complete.
  func advise(on path: FilePath) throws(Failure) -> ChunkReport {
    Program.returnLargePieces()
    let result = try ResultStream(run.arguments.path(.output), at: run.terminal)
    do throws(Failure) {
      return try advise(on: try run.terminal.input(at: path), into: result)
    } catch {
      result.discard()
      throw error
    }
  }

  private func advise(on input: ByteInput, into result: ResultStream) throws(Failure) -> ChunkReport {
    let source = try input.rows(
      format.input, request.profile.encoding, readSize: format.isFull ? 1 << 15 : RowLimits.chunkSize)
    let settings = BatchSettings(request)
    guard let header = try header(source, settings, input.name) else {
      try result.finish()
      return ChunkReport()
    }
    let firstRow = PaddedBytes(header.firstRow)
    try result.write(firstRow, 0..<firstRow.count)
    let first = BatchDelivery(result, inputName: input.name, lines: header.lines, run)
    let threads = request.profile.visitBy.isEmpty ? Threads.usual : 1
    let (last, failure) = ChunkPipeline(source, first).run(threads: threads) {
      [stopsAtProblem = first.stopsAtProblem] in
      BatchWorker(header.makeAdvisor(settings), stopsAtProblem: stopsAtProblem)
    }
    return try last.close(failure)
  }

  // MARK: Before the first row

  /// The columns of the input and of the result; nil when the input is empty.
  private func header(
    _ source: RowSource<Failure>, _ settings: BatchSettings, _ path: String
  ) throws(Failure) -> BatchHeader? {
    guard let start = try source.start(path) else { return nil }
    var format = format
    format.input = source.format
    let row = try source.firstRow(
      after: start.header, waits: start.header == nil && format.needsFirstKeys)
    let (keys, profile) = (row.map(\.name), request.profile)
    let header: BatchHeader
    do throws(HeaderProblem) {
      header =
        if let names = start.header {
          try BatchHeader(format, names, profile)
        } else {
          try BatchHeader(format, firstKeys: format.needsFirstKeys ? keys : [], profile)
        }
    } catch {
      throw .columns(error, path: path)
    }
    for remark in settings.remarks(onColumns: start.header?.names ?? keys, row)
    where !run.arguments.has(.quiet) {
      run.terminal.say("\(printable(path)): \(remark.sentence)\n")
    }
    return header
  }
}
