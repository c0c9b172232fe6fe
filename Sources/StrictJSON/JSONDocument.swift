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

  /// The longest text that can be indexed, in bytes.
  private static let maxLength = Int(clamping: UInt32.max)

  /// The UTF-8 text; lives as long as the document.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Two numbers per value or key, in document order: the offset of its first byte (an opening quote
  /// or bracket included), and the index of the node after it and its descendants.
  let nodes: UnsafePointer<UInt32>
  private let ownsBytes: Bool
  private let ownsNodes: Bool

  /// Parses and copies a text of at most 4 GiB; nesting depth is limited only by memory.
  package convenience init(
    _ bytes: some Collection<UInt8>, repeatedKeys: RepeatedKeys = .rejected
  ) throws(JSONError) {
    if bytes.count > Self.maxLength { throw JSONError(.tooLong, at: Self.maxLength) }
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
    unsafe self.nodes = unsafe nodes ?? UnsafePointer(indexNodes(of: bytes))
    (ownsBytes, ownsNodes) = unsafe (false, nodes == nil)
  }

  /// Copies bytes that are known to be valid JSON, without checking them.
  package convenience init(unchecked bytes: borrowing PaddedBytes, in range: Range<Int>) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: range.count)
    _ = unsafe copy.initialize(from: bytes.buffer(range))
    unsafe self.init(owned: UnsafeBufferPointer(copy))
  }

  private init(owned bytes: UnsafeBufferPointer<UInt8>) {
    unsafe self.bytes = unsafe bytes
    unsafe nodes = unsafe UnsafePointer(indexNodes(of: bytes))
    (ownsBytes, ownsNodes) = (true, true)
  }

  deinit {
    if ownsBytes { unsafe bytes.deallocate() }
    if ownsNodes { unsafe nodes.deallocate() }
  }

  /// The top-level value.
  package var root: JSONValue { JSONValue(document: self, index: 0) }
}
