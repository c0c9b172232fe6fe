/// A value that is either stored, or read from its source at each access.
///
/// Both compare by the value itself.
struct Deferred<Value>: Sendable {
  private let read: @Sendable () -> Value

  /// Stores a value.
  init(_ value: Value) where Value: Sendable {
    read = { value }
  }

  /// Stores how to read a value.
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
