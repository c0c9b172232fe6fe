import ClaimFiles
import CodingRules
import PlatformMemory

/// One batch: where rows come from, what they become, where they go.
struct BatchJob {
  let options: BatchOptions
  let path: String
  let from: RowFormat
  let to: RowFormat
  /// The names of the columns that were chosen; nil for all.
  let columns: [String]?
  let isFull: Bool
  let stopsAtProblem: Bool
  /// Whether progress stays untold.
  let isQuiet: Bool
  let terminal: Terminal

  /// Does the work; the result is opened first, and a file appears whole or not at all.
  func work(from file: FilePath, to output: FilePath?) throws(Failure) -> ChunkReport {
    return_large_pieces()
    let result = try ResultStream(output, at: terminal)
    let input: ByteInput
    do throws(Failure) {
      input = try terminal.input(at: file)
    } catch {
      result.discard()
      throw error
    }
    let source = RowSource(input, from, readSize: isFull ? 1 << 15 : RowSource.chunkSize)
    let head: BatchHead
    do throws(Failure) {
      head = try BatchHead(self, source)
    } catch {
      result.discard()
      throw error
    }
    guard let layout = head.layout else {
      try result.finish()
      return ChunkReport()
    }
    do throws(SystemError) {
      try head.firstRow.withUnsafeBufferPointer { row throws(SystemError) in try result.write(row) }
    } catch {
      result.discard()
      throw .writeFailed(reason: error.reason)
    }
    let pipeline = BatchPipeline(
      Intake(source),
      Delivery(result, inputName: path, lines: head.lines, isQuiet: isQuiet, terminal: terminal),
      stopsAtProblem: stopsAtProblem)
    let threads = min(Threads.processorCount, Self.mostThreads)
    let (options, from, known) = (options, from, head.known)
    if from == .jsonl {
      let (taken, home) = (head.taken, head.home)
      return try pipeline.run(threads: threads) {
        let reader = JSONLinesReader(known: known) { options.number(ofKey: $0, taken: taken, home: home) }
        return RowAdvisor(reader, options, layout)
      }
    }
    return try pipeline.run(threads: threads) {
      let columns = known.map { RowColumn(name: $0, meaning: options.number(of: $0)) }
      return RowAdvisor(DelimitedReader(columns: columns, format: from), options, layout)
    }
  }

  /// More threads wait for each other, and each needs memory.
  private static let mostThreads = 4
}
