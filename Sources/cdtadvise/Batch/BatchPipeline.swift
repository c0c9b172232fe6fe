import BatchAdvice
import ClaimFiles
import CodingRules
import StrictJSON

/// Rows in, rows out, in order: threads take chunks in turn and deliver in turn.
struct BatchPipeline: Sendable {
  private let intake: Monitor<Intake>
  private let delivery: Monitor<Delivery>
  private let stopsAtProblem: Bool

  init(_ intake: Intake, _ delivery: Delivery, stopsAtProblem: Bool) {
    self.intake = Monitor(intake)
    self.delivery = Monitor(delivery)
    self.stopsAtProblem = stopsAtProblem
  }

  /// Works through all rows on some threads, each with an advisor of its own, and closes the result.
  ///
  /// - Returns: What there is to say of all rows.
  func run(
    threads: Int, _ makeAdvisor: @escaping @Sendable () -> any ChunkAdvisor
  ) throws(Failure) -> ChunkReport {
    let started = Threads.start(threads) { work(makeAdvisor()) }
    return try delivery.change(when: { $0.isOver(workers: started) }) { $0.close() }.get()
  }

  private func work(_ advisor: any ChunkAdvisor) {
    var chunk = PaddedBytes(capacity: RowLimits.chunkSize)
    var sink = ByteSink(capacity: 2 * RowLimits.chunkSize)
    var goesOn = true
    while goesOn, let taken = intake.change(when: { !$0.isHeld }, { $0.take(&chunk) }) {
      sink.outlet = { bytes, range in
        delivery.change(when: { $0.turn == taken.number }) { $0.write(bytes, range) }
      }
      let report =
        switch taken.content {
        case .rows: advisor.advise(chunk, into: &sink, stopsAtProblem: stopsAtProblem)
        case .tooLong: advisor.refuse(.tooLong, into: &sink)
        }
      goesOn = delivery.change(when: { $0.turn == taken.number }) {
        $0.deliver(sink.bytes, report, isLast: stopsAtProblem && report.badRows > 0)
      }
      sink.removeAll()
      if taken.isLarge {
        chunk.removeAll(keepingCapacity: RowLimits.chunkSize)
        intake.change { $0.isHeld = false }
      }
    }
    let failure = goesOn ? intake.change { $0.failure } : nil
    delivery.change { $0.end(failure) }
  }
}

/// Where chunks come from, one thread at a time.
struct Intake {
  private let source: RowSource<Failure>
  private var number = 0
  /// Whether nothing may be taken while a thread works on a large chunk: one at a time, since each takes memory.
  var isHeld = false
  /// Why reading ended before the end.
  private(set) var failure: Failure?

  /// A chunk of rows that was taken.
  struct Taken {
    /// Counts from 0.
    let number: Int
    let content: RowSource<Failure>.Content
    /// Whether it is larger than chunks are, because of a row of that length.
    let isLarge: Bool
  }

  init(_ source: RowSource<Failure>) {
    self.source = source
  }

  /// Fills a chunk; nil at the end, and when reading failed.
  mutating func take(_ chunk: inout PaddedBytes) -> Taken? {
    guard failure == nil else { return nil }
    do throws(Failure) {
      guard let content = try source.next(&chunk) else { return nil }
      isHeld = chunk.capacity > RowLimits.chunkSize
      defer { number += 1 }
      return Taken(number: number, content: content, isLarge: isHeld)
    } catch {
      failure = error
      return nil
    }
  }
}

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
      try show(bytes, rows)
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
    progress.show(total.rows)
    isStopped = isLast
    return !isStopped
  }

  /// Writes rows; to a terminal without the control characters that it would obey.
  private func show(_ bytes: borrowing PaddedBytes, _ rows: Range<Int>) throws(SystemError) {
    guard result.isTerminal else {
      try bytes.withSpan(rows) { rows throws(SystemError) in try result.write(rows.bytes) }
      return
    }
    try bytes.forEachPiece(of: rows) { piece throws(SystemError) in
      var shown = ""
      for scalar in piece.unicodeScalars {
        shown += scalar == "\n" || scalar == "\t" ? String(scalar) : printable(String(scalar))
      }
      try result.write(text: shown)
    }
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
