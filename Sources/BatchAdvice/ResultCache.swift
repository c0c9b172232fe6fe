import ClaimFiles
import CodingRules
import StrictJSON

/// The results of rows by what the rows say: the bytes of the cells that mean something, and when.
///
/// Memory is bounded: a cache that is full is emptied.
struct ResultCache: ~Copyable {
  /// How many results are kept.
  private static let maxCount = 1 << 14
  /// How many bytes results and keys may take.
  private static let maxBytes = 3 << 20
  /// The longest key that is kept, in bytes.
  private static let maxKey = 1 << 13

  private var keys = ByteTable()
  /// By key.
  var results: RenderedResults

  init(_ layout: ResultLayout) { results = RenderedResults(layout) }

  /// The index of the result for a key; nil when it is not kept.
  @inline(__always)
  mutating func index(for key: borrowing PaddedBytes) -> Int? { keys.index(of: key, 0..<key.count) }

  /// Whether a result can be kept for a key.
  func takes(_ key: borrowing PaddedBytes) -> Bool { key.count <= Self.maxKey }

  /// Keeps a result for a key that there is none for; its index, until the next is kept.
  mutating func add(_ result: RowResult, for key: borrowing PaddedBytes) -> Int {
    assert(takes(key))
    if keys.count == Self.maxCount || keys.keys.count + results.byteCount > Self.maxBytes {
      keys.removeAll()
      results.removeAll()
    }
    _ = keys.add(key, 0..<key.count)
    return results.add(result)
  }
}
