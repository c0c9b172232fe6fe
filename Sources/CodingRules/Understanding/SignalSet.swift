/// A bit set of signal indices.
struct SignalSet: Hashable, Sendable {
  /// The maximum number of signals.
  static let capacity = 256

  private var bits = SIMD4<UInt64>()

  init() {}

  init(_ signals: some Sequence<Int>) {
    for signal in signals { insert(signal) }
  }

  var isEmpty: Bool { bits == SIMD4() }

  func contains(_ signal: Int) -> Bool { bits[signal >> 6] >> UInt64(signal & 63) & 1 != 0 }

  mutating func insert(_ signal: Int) { bits[signal >> 6] |= 1 << UInt64(signal & 63) }

  mutating func formUnion(_ others: Self) { bits |= others.bits }

  func isSubset(of others: Self) -> Bool { bits & ~others.bits == SIMD4() }

  func isDisjoint(with others: Self) -> Bool { bits & others.bits == SIMD4() }
}
