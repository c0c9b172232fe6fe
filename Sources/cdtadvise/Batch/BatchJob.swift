import BatchAdvice
import ClaimFiles
import PlatformMemory
import StrictJSON

/// One batch: where rows come from, what they become, where they go.
struct BatchJob {
  let settings: BatchSettings
  let format: BatchFormat
  let path: String
  let delivery: Delivery.Manner

  /// Does the work; the result is opened first, and a file appears whole or not at all.
  func run(to output: String?) throws(Failure) -> ChunkReport {
    return_large_pieces()
    let result = try ResultStream(output)
    do throws(Failure) {
      return try run(to: result)
    } catch {
      result.discard()
      throw error
    }
  }

  private func run(to result: ResultStream) throws(Failure) -> ChunkReport {
    let input = try InputStream(path)
    let source = RowSource<Failure>(format.input, readSize: format.isFull ? 1 << 15 : RowLimits.chunkSize) {
      bytes throws(Failure) in try input.read(into: bytes)
    }
    guard let header = try header(source) else {
      try result.finish()
      return ChunkReport()
    }
    try result.write(header.firstRow)
    let pipeline = BatchPipeline(
      Intake(source), Delivery(result, inputName: path, lines: header.lines, delivery),
      stopsAtProblem: delivery.stopsAtProblem)
    let settings = settings
    return try pipeline.run(threads: min(Threads.processorCount, Self.maxThreads)) {
      header.makeAdvisor(settings)
    }
  }

  /// More threads wait for each other, and each needs memory.
  private static let maxThreads = 4

  /// The columns of the input and of the result; nil when the input is empty.
  private func header(_ source: RowSource<Failure>) throws(Failure) -> BatchHeader? {
    if format.input == .jsonl {
      if try source.isEmpty() { return nil }
      let keys = format.needsFirstKeys ? try source.firstKeys() : []
      return try header { () throws(HeaderProblem) in try BatchHeader(format, firstKeys: keys) }
    }
    switch try source.takeHeader() {
    case nil: return nil
    case .failure(let fault): throw .badHeader(fault.fault.sentence, path: path, line: fault.line)
    case .success(let names): return try header { () throws(HeaderProblem) in try BatchHeader(format, names) }
    }
  }

  private func header(_ make: () throws(HeaderProblem) -> BatchHeader) throws(Failure) -> BatchHeader {
    do throws(HeaderProblem) {
      return try make()
    } catch {
      switch error {
      case .repeatedColumn(let name, let line): throw .columnTwice(name, path: path, line: line)
      case .reservedColumn(let name): throw .columnTaken(name, path: path)
      case .unknownColumn(let name, let suggestion): throw .columnUnknown(name, suggestion: suggestion)
      }
    }
  }
}
