import ClaimFiles
import CodingRules
import StrictJSON

/// A cache of results, keyed by the bytes of meaningful cells and the date interval.
///
/// Memory is bounded: a full cache is cleared.
struct ResultCache: ~Copyable {
  /// The maximum number of results.
  private static let maxCount = 1 << 14
  /// The maximum size of results and keys, in bytes.
  private static let maxBytes = 3 << 20
  /// The maximum length of a key, in bytes.
  private static let maxKey = 1 << 13

  private var keys = ByteTable()
  /// The results, indexed like the keys.
  var results: RenderedResults

  init(_ layout: ResultLayout) { results = RenderedResults(layout) }

  /// The index of the result for a key; nil if it is not cached.
  @inline(__always)
  mutating func index(for key: borrowing PaddedBytes) -> Int? { keys.index(of: key, 0..<key.count) }

  /// Whether a result with this key can be cached.
  func canCache(_ key: borrowing PaddedBytes) -> Bool { key.count <= Self.maxKey }

  /// Caches the result for a new key; returns its index, which is valid until the next `add`.
  mutating func add(_ result: RowResult, for key: borrowing PaddedBytes) -> Int {
    assert(canCache(key))
    if keys.count == Self.maxCount || keys.keys.count + results.byteCount > Self.maxBytes {
      keys.removeAll()
      results.removeAll()
    }
    _ = keys.add(key, 0..<key.count)
    return results.add(result)
  }
}
