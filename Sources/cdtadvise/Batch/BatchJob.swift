import BatchAdvice
import ClaimFiles
import StrictJSON

/// One batch: where rows come from, what they become, where they go.
struct BatchJob {
  let settings: BatchSettings
  let format: BatchFormat
  let manner: Delivery.Manner
  let terminal: Terminal

  /// Does the work; the result is opened first, and a file appears only when it is complete.
  func run(from path: FilePath, to output: FilePath?) throws(Failure) -> ChunkReport {
    let result = try ResultStream(output, at: terminal)
    do throws(Failure) {
      return try run(from: try terminal.input(at: path), to: result)
    } catch {
      result.discard()
      throw error
    }
  }

  private func run(from input: ByteInput, to result: ResultStream) throws(Failure) -> ChunkReport {
    let source = RowSource<Failure>(format.input, readSize: format.isFull ? 1 << 15 : RowLimits.chunkSize) {
      span throws(Failure) in try input.read(into: &span)
    }
    guard let header = try header(source, input.name) else {
      try result.finish()
      return ChunkReport()
    }
    do throws(SystemError) {
      try unsafe result.write(header.firstRow.span.bytes)
    } catch {
      throw .writeFailed(reason: error.reason)
    }
    let pipeline = BatchPipeline(
      Intake(source),
      Delivery(result, inputName: input.name, lines: header.lines, manner, terminal: terminal),
      stopsAtProblem: manner.stopsAtProblem)
    let settings = settings
    return try pipeline.run(threads: min(Threads.processorCount, Self.maxThreads)) {
      header.makeAdvisor(settings)
    }
  }

  /// More threads wait for each other, and each needs memory.
  private static let maxThreads = 4

  /// The columns of the input and of the result; nil when the input is empty.
  private func header(_ source: RowSource<Failure>, _ path: String) throws(Failure) -> BatchHeader? {
    if format.input == .jsonl {
      if try source.isEmpty() { return nil }
      let keys = format.needsFirstKeys ? try source.firstKeys() : []
      return try header(path) { () throws(HeaderProblem) in try BatchHeader(format, firstKeys: keys) }
    }
    switch try source.takeHeader() {
    case nil: return nil
    case .failure(let fault): throw .badHeader(fault.fault.sentence, path: path, line: fault.line)
    case .success(let names):
      return try header(path) { () throws(HeaderProblem) in try BatchHeader(format, names) }
    }
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
      case .unknownColumn(let name, let suggestion): throw .columnUnknown(name, suggestion: suggestion)
      }
    }
  }
}
