/// A strict JSON text with an index of its values.
///
/// Strings are decoded on access.
@safe package final class JSONDocument {
  /// The treatment of keys that occur more than once in an object.
  package enum RepeatedKeys: Sendable {
    /// The text is rejected.
    case rejected
    /// All are kept, in order, for callers that report duplicates themselves.
    case kept
  }

  /// The UTF-8 text; lives as long as the document.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The values and keys in document order.
  let index: JSONIndex
  private let isOwner: Bool

  /// Parses and copies a text of at most 4 GiB; nesting depth is limited only by memory.
  package convenience init(
    _ bytes: some Collection<UInt8>, repeatedKeys: RepeatedKeys = .rejected
  ) throws(JSONError) {
    if bytes.count > JSONIndex.maxLength { throw JSONError(.tooLong, at: JSONIndex.maxLength) }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = unsafe copy.initialize(from: bytes)
    let text = UnsafeBufferPointer(copy)
    var checker = unsafe JSONChecker(JSONScanner(text), rejectsRepeatedKeys: repeatedKeys == .rejected)
    do throws(JSONError) {
      try checker.check()
    } catch {
      unsafe copy.deallocate()
      throw error
    }
    unsafe self.init(owned: text)
  }

  /// Wraps static memory that is known to be valid JSON, without checking or copying it.
  ///
  /// - Parameter nodes: A prebuilt index in static memory; nil to build one.
  package init(unchecked bytes: UnsafeBufferPointer<UInt8>, nodes: UnsafePointer<UInt32>?) {
    unsafe self.bytes = unsafe bytes
    index = unsafe nodes.map { unsafe JSONIndex(of: bytes, nodes: $0) } ?? JSONIndex(of: bytes)
    isOwner = false
  }

  /// Copies bytes that are known to be valid JSON, without checking them.
  package convenience init(unchecked bytes: borrowing PaddedBytes, in range: Range<Int>) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: range.count)
    _ = unsafe copy.initialize(from: bytes.buffer(range))
    unsafe self.init(owned: UnsafeBufferPointer(copy))
  }

  private init(owned bytes: UnsafeBufferPointer<UInt8>) {
    unsafe self.bytes = unsafe bytes
    index = unsafe JSONIndex(of: bytes)
    isOwner = true
  }

  deinit { if isOwner { unsafe bytes.deallocate() } }

  /// The top-level value.
  package var root: JSONValue { JSONValue(document: self, index: 0) }
}
