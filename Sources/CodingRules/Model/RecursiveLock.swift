#if !hasFeature(Embedded)
  import Glibc
#endif

/// A lock that its owning thread may acquire again.
///
/// Reading one part of a book may require another that has not been read yet. The page is
/// single-threaded and needs no lock.
#if hasFeature(Embedded)
  final class RecursiveLock {
    func withLock<Result>(_ body: () -> Result) -> Result { body() }
  }
#else
  @safe final class RecursiveLock: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

    init() {
      var attributes = pthread_mutexattr_t()
      unsafe pthread_mutexattr_init(&attributes)
      unsafe pthread_mutexattr_settype(&attributes, Int32(PTHREAD_MUTEX_RECURSIVE))
      unsafe pthread_mutex_init(mutex, &attributes)
      unsafe pthread_mutexattr_destroy(&attributes)
    }

    deinit {
      unsafe pthread_mutex_destroy(mutex)
      unsafe mutex.deallocate()
    }

    func withLock<Result>(_ body: () -> Result) -> Result {
      unsafe pthread_mutex_lock(mutex)
      defer { unsafe pthread_mutex_unlock(mutex) }
      return body()
    }
  }
#endif
