/// Values by name, the names in order.
///
/// A `Dictionary` would have the runtime look for a conformance among all that the program has when it is first
/// filled, which costs more than one decision does.
struct ByName<Value> {
  /// The names, sorted.
  private(set) var names: [String] = []
  private var values: [Value] = []

  /// The value of a name; nil when it has none. Logarithmic in time.
  subscript(name: String) -> Value? {
    let place = place(of: name)
    return place < names.count && names[place] == name ? values[place] : nil
  }

  /// Gives a name its value. Linear in time.
  mutating func set(_ value: Value, for name: String) {
    let place = place(of: name)
    if place < names.count, names[place] == name {
      values[place] = value
      return
    }
    names.append(name)
    values.append(value)
    for later in stride(from: names.count - 1, to: place, by: -1) {
      names.swapAt(later, later - 1)
      values.swapAt(later, later - 1)
    }
  }

  /// Takes a name and its value away. Linear in time.
  mutating func remove(_ name: String) {
    let place = place(of: name)
    guard place < names.count, names[place] == name else { return }
    names.remove(at: place)
    values.remove(at: place)
  }

  /// The place of a name, or of the first one behind it.
  private func place(of name: String) -> Int {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle] < name { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension ByName: Equatable where Value: Equatable {}
extension ByName: Hashable where Value: Hashable {}
extension ByName: Sendable where Value: Sendable {}

extension [String] {
  /// The place of a text in an unsorted list; nil when it is not there.
  ///
  /// The same as `firstIndex(of:)`, but texts of other lengths are passed over at once.
  func place(of text: String) -> Int? {
    firstIndex { $0.utf8.count == text.utf8.count && $0 == text }
  }
}
