// What the library uses and Embedded Swift lacks.

/// A lock that nobody waits for: the page has one thread.
struct Mutex<Value>: ~Copyable, @unchecked Sendable {
  private let value: UnsafeMutablePointer<Value>

  init(_ value: consuming Value) {
    self.value = .allocate(capacity: 1)
    self.value.initialize(to: value)
  }

  func withLock<Result>(_ use: (inout Value) -> Result) -> Result { use(&value.pointee) }
}

extension Dictionary {
  init(_ pairs: some Sequence<(Key, Value)>, uniquingKeysWith combine: (Value, Value) -> Value) {
    self.init()
    for (key, value) in pairs { self[key] = self[key].map { combine($0, value) } ?? value }
  }
}
