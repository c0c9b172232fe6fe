/// A value that is stored, or read from its source on each access.
///
/// Equality and hashing use the value either way.
struct Deferred<Value>: Sendable {
  private let read: @Sendable () -> Value

  /// Stores a value.
  init(_ value: Value) where Value: Sendable {
    read = { value }
  }

  /// Stores a closure that reads the value.
  init(reading read: @escaping @Sendable () -> Value) {
    self.read = read
  }

  var value: Value { read() }
}

extension Deferred: Equatable where Value: Equatable {
  static func == (first: Self, second: Self) -> Bool { first.value == second.value }
}

extension Deferred: Hashable where Value: Hashable {
  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
