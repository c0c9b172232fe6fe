/// Values by name, the names in order.
///
/// A `Dictionary` would have the runtime look for a conformance among all that the program has when it is first
/// filled, which costs more than one decision does.
struct ByName<Value> {
  /// The names, sorted.
  private(set) var names: [String] = []
  private var values: [Value] = []

  /// The value of a name; nil when it has none. Logarithmic to read, linear to add.
  subscript(name: String) -> Value? {
    get {
      let place = place(of: name)
      return place < names.count && names[place] == name ? values[place] : nil
    }
    set {
      let place = place(of: name)
      if place < names.count, names[place] == name {
        names.remove(at: place)
        values.remove(at: place)
      }
      guard let newValue else { return }
      names.insert(name, at: place)
      values.insert(newValue, at: place)
    }
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
