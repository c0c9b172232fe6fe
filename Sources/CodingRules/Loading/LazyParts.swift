import Synchronization

/// A reader that hands out parts of a book to any thread, one at a time; it keeps what it has read.
final class LazyParts: Sendable {
  private let reader: Mutex<BookReader>

  init(_ files: RuleFiles) {
    reader = Mutex(BookReader(files))
    if files.isChecked { reader.withLock { $0.topics.deferEffects(to: self) } }
  }

  func read<Part: Sendable>(_ part: (BookReader) -> Part) -> Part {
    reader.withLock { part($0) }
  }
}
