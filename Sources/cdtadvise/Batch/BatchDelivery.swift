import BatchAdvice
import ClaimFiles
import CodingRules
import StrictJSON

/// Where the rows of a batch's result go.
struct BatchDelivery {
  /// Whether the first row with a problem is the last.
  let stopsAtProblem: Bool
  /// Whether problems are listed with the values that are wrong.
  private let showsValues: Bool
  private let result: ResultStream
  private let inputName: String
  private let terminal: Terminal
  private var total = ChunkReport()
  private var listed = ChunkReport.List()
  private var progress: Progress

  /// - Parameter lines: How many lines there are before the first row.
  init(_ result: ResultStream, inputName: String, lines: Int, _ run: Run) {
    (self.result, self.inputName, terminal) = (result, inputName, run.terminal)
    let isWatched = terminal.errors.isTerminal
    stopsAtProblem = run.arguments.has(.failFast)
    showsValues = run.arguments.has(.showValues) || isWatched
    progress = Progress(
      isShown: isWatched && !result.isTerminal && !run.arguments.has(.quiet), terminal: terminal)
    total.lines = lines
  }

  /// Writes rows.
  func write(_ bytes: borrowing PaddedBytes, _ rows: Range<Int>) throws(Failure) {
    try result.write(bytes, rows)
  }

  /// Writes the last rows of a chunk; false when no more are wanted.
  mutating func write(_ rows: borrowing PaddedBytes, _ report: ChunkReport) throws(Failure) -> Bool {
    try write(rows, 0..<rows.count)
    if report.badRows > 0 { progress.clear() }
    list(report)
    total.add(report)
    if report.exceedsBufferLimit { throw .tooLargeToGroup(path: inputName) }
    progress.show(total.rows)
    return !(stopsAtProblem && report.badRows > 0)
  }

  private mutating func list(_ report: ChunkReport) {
    for problem in listed.add(report.problems) {
      let sentence = showsValues ? problem.problem.sentence : problem.problem.sentenceWithoutValues
      terminal.say("\(printable(inputName)):\(total.lines + problem.line + 1): \(printable(sentence))\n")
    }
  }

  /// Closes the result; what there is to say of all rows, or why the result is not whole.
  ///
  /// A file that would lack rows is not written.
  consuming func close(_ failure: Failure?) throws(Failure) -> ChunkReport {
    progress.clear()
    total.listedRows = listed.count
    if failure != nil || (stopsAtProblem && total.badRows > 0) { result.discard() }
    if let failure { throw failure }
    try result.finish()
    return total
  }
}

/// Advises on the rows of chunks.
final class BatchWorker: ChunkWorker {
  private let advisor: any ChunkAdvisor
  private let stopsAtProblem: Bool
  private var sink = ByteSink(capacity: 1 << 12)

  init(_ advisor: any ChunkAdvisor, stopsAtProblem: Bool) {
    (self.advisor, self.stopsAtProblem) = (advisor, stopsAtProblem)
  }

  func work(
    on content: RowSource<Failure>.Content, _ chunk: borrowing PaddedBytes, _ turn: Turn<BatchDelivery>
  ) {
    setOutlet(turn)
    let report =
      switch content {
      case .rows: advisor.advise(chunk, into: &sink, stopsAtProblem: stopsAtProblem)
      case .tooLong: advisor.reject(.tooLong, into: &sink)
      }
    deliver(report, turn)
  }

  func finish(_ turn: Turn<BatchDelivery>) {
    setOutlet(turn)
    guard let report = advisor.finish(into: &sink, stopsAtProblem: stopsAtProblem) else { return }
    deliver(report, turn)
  }

  /// Lets rows that take much room leave early.
  private func setOutlet(_ turn: Turn<BatchDelivery>) {
    sink.flush = { bytes, range in
      turn.deliver { delivery throws(Failure) in
        try delivery.write(bytes, range)
        return true
      }
    }
  }

  private func deliver(_ report: ChunkReport, _ turn: Turn<BatchDelivery>) {
    turn.deliver { delivery throws(Failure) in try delivery.write(sink.bytes, report) }
    sink.removeAll()
  }
}
