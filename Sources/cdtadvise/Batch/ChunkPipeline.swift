import ClaimFiles
import StrictJSON

/// Works on a chunk of rows and delivers the results in its turn. Each thread has its own.
///
/// The content is nil at the end of the input, to deliver what was held back; only a worker that works alone holds
/// anything back.
typealias ChunkWorker<Delivery> = (
  _ content: RowSource.Content?, _ chunk: borrowing PaddedBytes, _ turn: Turn<Delivery>
) -> Void

/// Processes chunks on several threads, which take them and deliver their results in order.
struct ChunkPipeline<Delivery>: Sendable {
  private let intake: Monitor<Intake>
  private let queue: Monitor<DeliveryQueue<Delivery>>
  private let path: String
  /// The largest useful number of threads: one for an input that is read at once.
  private let maxThreads: Int

  /// - Parameter path: The name of the input in messages.
  init(_ source: RowSource, path: String, _ delivery: Delivery) {
    self.path = path
    maxThreads = source.readSize < Threads.minReadSize ? 1 : .max
    intake = Monitor(Intake(source))
    queue = Monitor(DeliveryQueue(delivery))
  }

  /// Processes all chunks on at most some threads, each with its own worker.
  ///
  /// - Returns: The consumer of the results, and the failure that ended the run early.
  func run(
    threads: Int, _ makeWorker: @escaping @Sendable () -> ChunkWorker<Delivery>
  ) -> (Delivery, Failure?) {
    let started = Threads.start(min(threads, maxThreads)) { work(makeWorker()) }
    return queue.change(when: { $0.isStopped || $0.endedWorkers == started }) { ($0.delivery, $0.failure) }
  }

  private func work(_ worker: ChunkWorker<Delivery>) {
    var chunk = PaddedBytes()
    var goesOn = true
    while goesOn, let taken = intake.change(when: { !$0.isHeld }, { $0.take(&chunk) }) {
      worker(taken.content, chunk, Turn(queue, taken.number))
      goesOn = queue.change(when: { $0.number == taken.number }) {
        $0.number += 1
        return !$0.isStopped
      }
      if chunk.isLarge {
        chunk.removeAll(keepingCapacity: RowLimits.chunkSize)
        intake.change { $0.isHeld = false }
      }
    }
    if goesOn { worker(nil, chunk, Turn(queue, nil)) }
    let error = goesOn ? intake.change { $0.error } : nil
    queue.change {
      $0.failure = $0.failure ?? error.map { .input($0, path: path) }
      $0.endedWorkers += 1
    }
  }
}

/// The permission to deliver the results of a chunk in order.
struct Turn<Delivery> {
  private let queue: Monitor<DeliveryQueue<Delivery>>
  /// The number of the chunk; nil after the last.
  private let number: Int?

  fileprivate init(_ queue: Monitor<DeliveryQueue<Delivery>>, _ number: Int?) {
    (self.queue, self.number) = (queue, number)
  }

  /// Waits for the turn, then delivers unless the run was stopped; returning false stops it.
  func deliver(_ body: (inout Delivery) throws(Failure) -> Bool) {
    queue.change(when: { number == nil || $0.number == number }) { $0.deliver(body) }
  }
}

/// The delivery order.
private struct DeliveryQueue<Delivery> {
  var delivery: Delivery
  /// The number of the chunk whose turn it is.
  var number = 0
  /// The number of threads that have reached the end of the input or a read error.
  var endedWorkers = 0
  private(set) var isStopped = false
  var failure: Failure?

  init(_ delivery: Delivery) { self.delivery = delivery }

  mutating func deliver(_ body: (inout Delivery) throws(Failure) -> Bool) {
    if isStopped { return }
    do throws(Failure) {
      isStopped = try !body(&delivery)
    } catch {
      (failure, isStopped) = (error, true)
    }
  }
}
