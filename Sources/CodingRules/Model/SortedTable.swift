/// Values by key, sorted by key.
///
/// Used instead of `Dictionary` where one decision needs it: the first `Dictionary` of a process makes the runtime
/// search the whole program for a conformance, which costs more than the decision itself.
struct SortedTable<Value> {
  /// The keys, sorted.
  private(set) var keys: [String] = []
  private var values: [Value] = []

  /// The value of a key; nil removes the key. Reading is logarithmic, writing linear in time.
  subscript(key: String) -> Value? {
    get {
      let index = index(of: key)
      return isKey(key, at: index) ? values[index] : nil
    }
    set {
      let index = index(of: key)
      switch (isKey(key, at: index), newValue) {
      case (true, let value?): values[index] = value
      case (true, nil):
        keys.remove(at: index)
        values.remove(at: index)
      case (false, let value?):
        keys.append(key)
        values.append(value)
        // `insert` would make the runtime build another generic type for each kind of value.
        for last in stride(from: keys.count - 1, to: index, by: -1) {
          keys.swapAt(last, last - 1)
          values.swapAt(last, last - 1)
        }
      case (false, nil): break
      }
    }
  }

  private func isKey(_ key: String, at index: Int) -> Bool { index < keys.count && keys[index] == key }

  /// The index of a key, or of the first one after it.
  private func index(of key: String) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension SortedTable: Equatable where Value: Equatable {}
extension SortedTable: Hashable where Value: Hashable {}
extension SortedTable: Sendable where Value: Sendable {}
