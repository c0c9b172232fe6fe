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
    if goesOn { finish(advisor, into: &sink) }
    let failure = goesOn ? intake.change { $0.failure } : nil
    delivery.change { $0.end(failure) }
  }

  /// Delivers the rows that an advisor held back; only one that works alone does.
  private func finish(_ advisor: any ChunkAdvisor, into sink: inout ByteSink) {
    sink.outlet = { bytes, range in delivery.change { $0.write(bytes, range) } }
    guard let report = advisor.finish(into: &sink, stopsAtProblem: stopsAtProblem) else { return }
    _ = delivery.change { $0.deliver(sink.bytes, report, isLast: false) }
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
