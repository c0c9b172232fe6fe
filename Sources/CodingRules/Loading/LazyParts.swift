/// A reader that hands out parts of a book to any thread, one at a time; it keeps what it has read.
final class LazyParts: @unchecked Sendable {
  // Only used by the thread that holds the lock.
  private let reader: BookReader
  private let lock = RecursiveLock()

  init(_ files: RuleFiles) {
    reader = BookReader(files)
    if files.isChecked { unsafe reader.definitions.parts = self }
  }

  func read<Part>(_ part: (BookReader) -> Part) -> Part {
    lock.withLock { part(reader) }
  }

  /// A value that is read when it is first asked for, then kept.
  func deferred<Value: Sendable>(_ read: @escaping (Definitions) -> Value) -> Deferred<Value> {
    let cell = Cell(read)
    return Deferred { self.read { cell.value(by: $0.definitions) } }
  }
}

/// A value that is not read yet, or read. Only used by the one thread that holds the reader of its book.
private final class Cell<Value>: @unchecked Sendable {
  private var read: ((Definitions) -> Value)?
  private var known: Value?

  init(_ read: @escaping (Definitions) -> Value) {
    self.read = read
  }

  func value(by definitions: Definitions) -> Value {
    if let known { return known }
    guard let read else { preconditionFailure("A value that is not known can be read.") }
    let value = read(definitions)
    (self.read, known) = (nil, value)
    return value
  }
}
