/// A reader that hands out parts of a book to any thread, one at a time; it keeps what it has read.
final class LazyParts: @unchecked Sendable {
  // Only used by the thread that holds the lock.
  private let reader: BookReader
  private let lock = RecursiveLock()

  init(_ files: RuleFiles) {
    reader = BookReader(files)
    if files.isChecked { reader.definitions.parts = self }
  }

  func read<Part>(_ part: (BookReader) -> Part) -> Part {
    lock.withLock { part(reader) }
  }

  /// A value that is read when it is first asked for, then kept.
  ///
  /// Kept in a variable that the closure captures: a generic class would be made at run time for each kind of value.
  func deferred<Value: Sendable>(_ read: @escaping (Definitions) -> Value) -> Deferred<Value> {
    // Only used by the thread that holds the lock.
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
