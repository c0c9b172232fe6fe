import Glibc

/// Threads of the platform: a static program starts them in a tenth of the time of Swift's tasks.
enum Threads {
  /// The number of threads for rows: one per processor, at most four. More wait for each other, and each needs memory.
  static var usual: Int { min(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), 4) }

  /// The smallest read size, in bytes, at which a second thread pays off.
  static let minReadSize = 1 << 15

  /// Does the work on a number of detached threads; a single one is the calling thread.
  ///
  /// - Returns: The number of threads, which is smaller if the system refuses some.
  static func start(_ count: Int, _ work: @escaping @Sendable () -> Void) -> Int {
    var started = 0
    for _ in 0..<(count > 1 ? count : 0) {
      var thread = pthread_t()
      let start = unsafe Unmanaged.passRetained(ThreadStart(work))
      if unsafe pthread_create(&thread, nil, runThread, start.toOpaque()) == 0 {
        pthread_detach(thread)
        started += 1
      } else {
        unsafe start.release()
      }
    }
    if started > 0 { return started }
    work()
    return 1
  }
}

/// The work of a new thread.
private final class ThreadStart: Sendable {
  let work: @Sendable () -> Void

  init(_ work: @escaping @Sendable () -> Void) { self.work = work }
}

private func runThread(_ start: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let start = unsafe start { unsafe Unmanaged<ThreadStart>.fromOpaque(start).takeRetainedValue().work() }
  return nil
}

/// A value protected by a lock, with a condition to wait for.
@safe final class Monitor<Value>: @unchecked Sendable {
  private var value: Value
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init(_ value: Value) {
    self.value = value
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    unsafe pthread_mutex_destroy(mutex)
    unsafe pthread_cond_destroy(condition)
    unsafe mutex.deallocate()
    unsafe condition.deallocate()
  }

  /// Waits until the value is ready and changes it under the lock.
  @discardableResult
  func change<Result>(
    when isReady: (Value) -> Bool = { _ in true }, _ body: (inout Value) -> Result
  ) -> Result {
    unsafe pthread_mutex_lock(mutex)
    while !isReady(value) { unsafe pthread_cond_wait(condition, mutex) }
    defer {
      unsafe pthread_cond_broadcast(condition)
      unsafe pthread_mutex_unlock(mutex)
    }
    return body(&value)
  }
}
