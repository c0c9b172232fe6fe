/// A thread-safe reader of a book that reads each part once.
final class LazyParts: @unchecked Sendable {
  // Accessed only with the lock held.
  private let reader: BookReader
  private let lock = RecursiveLock()

  init(_ files: RuleFiles) {
    reader = BookReader(files)
    if files.isChecked { reader.definitions.parts = self }
  }

  func read<Value>(_ part: (BookReader) -> Value) -> Value {
    lock.withLock { part(reader) }
  }

  /// Returns a value that is read on first use, then cached.
  ///
  /// The cache is a captured variable, since the runtime would instantiate a generic class for each
  /// type of value.
  func deferred<Value: Sendable>(_ read: @escaping (Definitions) -> Value) -> Deferred<Value> {
    // Accessed only with the lock held.
    nonisolated(unsafe) let read = read
    nonisolated(unsafe) var known: Value?
    return Deferred {
      self.read { reader in
        if let known = unsafe known { return known }
        let value = unsafe read(reader.definitions)
        unsafe known = value
        return value
      }
    }
  }
}
