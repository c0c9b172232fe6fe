import BatchAdvice
import ClaimFiles
import CodingRules
import StrictJSON

/// Writes the rows of a batch's result, lists problems and shows progress.
struct BatchDelivery {
  /// Whether to stop at the first row with a problem.
  let stopsAtProblem: Bool
  /// Whether messages quote the values that are wrong.
  private let showsValues: Bool
  private let run: Run
  private let inputName: String
  private var total = ChunkReport()
  private var progress: Progress

  /// - Parameter lines: The number of lines before the first row.
  init(_ run: Run, inputName: String, lines: Int) {
    (self.run, self.inputName) = (run, inputName)
    let isWatched = run.terminal.errors.isTerminal
    stopsAtProblem = run.arguments.has(.failFast)
    showsValues = run.arguments.has(.showValues) || isWatched
    progress = Progress(
      isShown: isWatched && !run.result.isTerminal && !run.arguments.has(.quiet), terminal: run.terminal)
    total.lines = lines
  }

  func write(_ bytes: borrowing PaddedBytes, _ rows: Range<Int>) throws(Failure) {
    try run.result.write(bytes, rows)
  }

  /// Writes the last rows of a chunk; returns false to stop.
  mutating func write(_ rows: borrowing PaddedBytes, _ report: ChunkReport) throws(Failure) -> Bool {
    try write(rows, 0..<rows.count)
    if report.badRows > 0 { progress.clear() }
    let listed = total.problems.count
    total.append(report)
    for problem in total.problems[listed...] { list(problem) }
    if report.exceedsBufferLimit { throw .batchInput(.tooLargeToGroup, path: inputName) }
    progress.show(total.rows)
    return !(stopsAtProblem && report.badRows > 0)
  }

  private func list(_ bad: ChunkReport.Problem) {
    let sentence = showsValues ? bad.problem.sentence : bad.problem.sentenceWithoutValues
    run.terminal.say("\(printable(inputName)):\(bad.line + 1): \(printable(sentence))\n")
  }

  /// Clears the progress line and returns the report on all rows.
  consuming func close() -> ChunkReport {
    progress.clear()
    return total
  }
}

/// Makes a worker that advises on rows.
func batchWorker(_ advisor: any ChunkAdvisor, stopsAtProblem: Bool) -> ChunkWorker<BatchDelivery> {
  var sink = ByteSink(capacity: 1 << 12)
  return { content, chunk, turn in
    // The sink is flushed before the end of the chunk once its rows take up much space.
    sink.flush = { bytes, range in
      turn.deliver { delivery throws(Failure) in
        try delivery.write(bytes, range)
        return true
      }
    }
    let report =
      switch content {
      case .rows: advisor.advise(chunk, into: &sink, stopsAtProblem: stopsAtProblem)
      case .tooLong: advisor.reject(.tooLong, into: &sink)
      case nil: advisor.finish(into: &sink, stopsAtProblem: stopsAtProblem)
      }
    guard let report else { return }
    turn.deliver { delivery throws(Failure) in try delivery.write(sink.bytes, report) }
    sink.removeAll()
  }
}
