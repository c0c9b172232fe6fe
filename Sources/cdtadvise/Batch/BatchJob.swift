import BatchAdvice
import ClaimFiles
import CodingRules
import Platform
import StrictJSON

/// One batch: reads rows, advises on them, and writes the results.
struct BatchJob {
  let run: Run
  let request: BatchRequest
  let format: BatchFormat

  /// Advises on a file.
  func advise(on path: FilePath) throws(Failure) -> ChunkReport {
    return_large_pieces()
    let input = try run.terminal.input(at: path)
    let source = try input.rows(
      format.input, request.profile.encoding, readSize: format.isFull ? 1 << 15 : RowLimits.chunkSize)
    let settings = BatchSettings(request)
    guard let header = try header(source, settings, input.name) else { return ChunkReport() }
    let firstRow = PaddedBytes(header.firstRow)
    try run.result.write(firstRow, 0..<firstRow.count)
    let first = BatchDelivery(run, inputName: input.name, lines: header.lines)
    let threads = request.profile.visitBy.isEmpty ? Threads.usual : 1
    let (last, failure) = ChunkPipeline(source, first).run(threads: threads) {
      [stopsAtProblem = first.stopsAtProblem] in
      BatchWorker(header.makeAdvisor(settings), stopsAtProblem: stopsAtProblem)
    }
    let report = last.close()
    if let failure { throw failure }
    return report
  }

  /// The columns of the input and of the result; nil if the input is empty.
  private func header(
    _ source: RowSource<Failure>, _ settings: BatchSettings, _ path: String
  ) throws(Failure) -> BatchHeader? {
    guard let start = try source.start(path, rows: 1, waits: format.needsFirstKeys) else { return nil }
    var format = format
    format.input = source.format
    let header = try rethrow(BatchHeader(format, start.header, firstKeys: start.names, request.profile)) {
      .columns($0, path: path)
    }
    for remark in settings.remarks(onColumns: start.names, start.sample.rows.first ?? [])
    where !run.arguments.has(.quiet) {
      run.terminal.say("\(printable(path)): \(remark.sentence)\n")
    }
    return header
  }
}
