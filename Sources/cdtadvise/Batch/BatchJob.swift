import BatchAdvice
import ClaimFiles
import CodingRules
import StrictJSON

extension Run {
  /// Advises on the rows of a file and writes the results.
  func advise(
    on path: FilePath, _ settings: BatchSettings, _ format: BatchFormat
  ) throws(Failure) -> ChunkReport {
    let input = try terminal.input(at: path)
    let source = try input.rows(
      format.input, settings.profile.encoding, readSize: format.isFull ? 1 << 15 : RowLimits.chunkSize)
    guard let header = try header(source, settings, format, input.name) else { return ChunkReport() }
    let firstRow = PaddedBytes(header.firstRow)
    try result.write(firstRow, 0..<firstRow.count)
    let first = BatchDelivery(self, inputName: input.name, lines: header.lines)
    let threads = settings.profile.visitBy.isEmpty ? Threads.usual : 1
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
    _ source: RowSource<Failure>, _ settings: BatchSettings, _ format: BatchFormat, _ path: String
  ) throws(Failure) -> BatchHeader? {
    guard let start = try source.start(path, rows: 1, waits: format.needsFirstKeys) else { return nil }
    var format = format
    format.input = source.format
    let header = try rethrow(BatchHeader(format, start.header, firstKeys: start.names, settings.profile)) {
      .columns($0, path: path)
    }
    for remark in settings.remarks(onColumns: start.names, start.sample.rows.first ?? [])
    where !arguments.has(.quiet) {
      terminal.say("\(printable(path)): \(remark.sentence)\n")
    }
    return header
  }
}
