import BatchAdvice
import ClaimFiles
import CodingRules
import StrictJSON

/// Where results go, in the order of the chunks.
struct Delivery {
  /// How rows with problems are dealt with.
  struct Manner {
    let stopsAtProblem: Bool
    /// Whether problems are listed with the values that are wrong.
    let showsValues: Bool
    /// Whether only problems are said.
    let isQuiet: Bool
  }

  /// The number of the chunk that is to be delivered next.
  private(set) var turn = 0
  /// How many threads have come to the end.
  private var endedWorkers = 0
  private let result: ResultStream
  private let inputName: String
  private let manner: Manner
  private let terminal: Terminal
  private var total = ChunkReport()
  private var listed = ChunkReport.List()
  private var isStopped = false
  private var failure: Failure?
  private var progress: Progress

  /// - Parameter lines: How many lines there are before the first row.
  init(_ result: ResultStream, inputName: String, lines: Int, _ manner: Manner, terminal: Terminal) {
    let hasTerminal = !result.isTerminal && terminal.errors.isTerminal
    progress = Progress(isShown: !manner.isQuiet && hasTerminal, terminal: terminal)
    (self.result, self.inputName, self.manner, self.terminal) = (result, inputName, manner, terminal)
    total.lines = lines
  }

  /// Whether nothing more will be delivered.
  func isOver(workers: Int) -> Bool { isStopped || endedWorkers == workers }

  /// A thread has come to the end of the input, or to where reading failed.
  mutating func end(_ failure: Failure?) {
    self.failure = self.failure ?? failure
    endedWorkers += 1
  }

  /// Writes rows of the chunk whose turn it is, as long as they are wanted.
  mutating func write(_ bytes: borrowing PaddedBytes, _ rows: Range<Int>) {
    if isStopped { return }
    do throws(SystemError) {
      try result.write(bytes, rows)
    } catch {
      failure = .writeFailed(reason: error.reason)
      isStopped = true
    }
  }

  /// Writes the last rows of the chunk whose turn it is; false when no more are wanted.
  mutating func deliver(_ rows: borrowing PaddedBytes, _ report: ChunkReport, isLast: Bool) -> Bool {
    turn += 1
    write(rows, 0..<rows.count)
    if isStopped { return false }
    if report.badRows > 0 { progress.clear() }
    list(report)
    total.add(report)
    if report.holdsTooMuch { (failure, isStopped) = (.tooLargeToGroup(path: inputName), true) }
    progress.show(total.rows)
    isStopped = isStopped || isLast
    return !isStopped
  }

  private mutating func list(_ report: ChunkReport) {
    for problem in listed.add(report.problems) {
      let sentence = manner.showsValues ? problem.problem.sentence : problem.problem.sentenceWithoutValues
      terminal.say("\(printable(inputName)):\(total.lines + problem.line + 1): \(printable(sentence))\n")
    }
  }

  /// Closes the result; what there is to say of all rows, or why the result is not whole.
  ///
  /// A file that would lack rows is not written.
  mutating func close() -> Result<ChunkReport, Failure> {
    progress.clear()
    total.listedRows = listed.count
    if failure != nil || (manner.stopsAtProblem && total.badRows > 0) { result.discard() }
    if let failure { return .failure(failure) }
    do throws(Failure) {
      try result.finish()
      return .success(total)
    } catch {
      return .failure(error)
    }
  }
}

extension ResultStream {
  /// Writes rows; to a terminal without the control characters that it would obey, each line break as its own.
  func write(_ bytes: borrowing PaddedBytes, _ rows: Range<Int>) throws(SystemError) {
    guard isTerminal else {
      return try bytes.withSpan(rows) { rows throws(SystemError) in try unsafe write(rows.bytes) }
    }
    try bytes.forEachPiece(of: rows) { piece throws(SystemError) in
      let lines = piece.replacing("\r\n", with: "\n").unicodeScalars
      var shown = ""
      for scalar in lines {
        switch scalar {
        case "\n", "\t": shown.unicodeScalars.append(scalar)
        case "\r": shown += "\n"
        default: shown += printable(String(scalar))
        }
      }
      try write(text: shown)
    }
  }
}
