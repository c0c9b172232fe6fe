// What the library uses and Embedded Swift lacks.

/// A lock that nobody waits for: the page has one thread.
final class RecursiveLock: Sendable {
  func withLock<Result>(_ body: () -> Result) -> Result { body() }
}

extension Dictionary {
  init(_ pairs: some Sequence<(Key, Value)>, uniquingKeysWith combine: (Value, Value) -> Value) {
    self.init()
    for (key, value) in pairs { self[key] = self[key].map { combine($0, value) } ?? value }
  }
}
