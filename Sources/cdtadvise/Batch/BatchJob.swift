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
    let rows = try input.rows(format.input, settings.profile.encoding, atMost: format.readSize)
    let opened = try rethrow(BatchInput(rows, format, settings)) { .batchInput($0, path: input.name) }
    guard let header = opened?.header else { return ChunkReport() }
    for remark in opened?.remarks ?? [] where !arguments.has(.quiet) {
      terminal.say("\(printable(input.name)): \(remark.sentence)\n")
    }
    let firstRow = PaddedBytes(header.firstRow)
    try result.write(firstRow, 0..<firstRow.count)
    let first = BatchDelivery(self, inputName: input.name, lines: header.lines)
    let threads = settings.profile.visitBy.isEmpty ? Threads.usual : 1
    let (last, failure) = ChunkPipeline(rows, path: input.name, first).run(threads: threads) {
      [stopsAtProblem = first.stopsAtProblem] in
      batchWorker(header.makeAdvisor(settings), stopsAtProblem: stopsAtProblem)
    }
    let report = last.close()
    if let failure { throw failure }
    return report
  }
}

extension ByteInput {
  /// The rows of a table, read at most so many bytes at a time.
  func rows(_ format: RowFormat, _ encoding: TextEncoding?, atMost max: Int) throws(Failure) -> RowSource {
    try rethrow(RowSource(format, encoding, readSize: readSize(atMost: max), read: read)) {
      .input($0, path: name)
    }
  }
}
