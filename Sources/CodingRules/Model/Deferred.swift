/// A value that is at hand, or is read each time it is asked for from where it is kept.
///
/// Both compare by the value itself.
struct Deferred<Value>: Sendable {
  private let read: @Sendable () -> Value

  /// Takes a value that is at hand.
  init(_ value: Value) where Value: Sendable {
    read = { value }
  }

  /// Takes the way to a value.
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
