/// A text that is one strict JSON value, with an index of its values.
///
/// Strings are made when they are asked for.
@safe package final class JSONDocument {
  /// What to do with a key that its object already has.
  package enum RepeatedKeys: Sendable {
    /// The text is refused.
    case refused
    /// All are kept, in order, for a caller that reports them itself.
    case kept
  }

  /// The text in UTF-8; lives as long as the document.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The values and keys in the order of the text.
  let index: JSONIndex
  private let isOwner: Bool

  /// Checks a whole text and keeps a copy. Nesting is bounded by memory alone, the length by 4 GiB.
  package convenience init(
    _ bytes: some Collection<UInt8>, repeatedKeys: RepeatedKeys = .refused
  ) throws(JSONError) {
    if bytes.count > JSONIndex.maxLength { throw JSONError(.tooLong, at: JSONIndex.maxLength) }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = unsafe copy.initialize(from: bytes)
    let text = UnsafeBufferPointer(copy)
    var checker = unsafe JSONChecker(JSONScanner(text), refusesRepeatedKeys: repeatedKeys == .refused)
    do throws(JSONError) {
      try checker.check()
    } catch {
      unsafe copy.deallocate()
      throw error
    }
    unsafe self.init(owned: text)
  }

  /// Takes static memory that is known to be JSON, without a check or a copy.
  ///
  /// - Parameter nodes: Its index, in static memory, as it would be made here; nil to make it now.
  package init(unchecked bytes: UnsafeBufferPointer<UInt8>, nodes: UnsafePointer<UInt32>?) {
    unsafe self.bytes = unsafe bytes
    index = unsafe nodes.map { unsafe JSONIndex(of: bytes, nodes: $0) } ?? JSONIndex(of: bytes)
    isOwner = false
  }

  /// Copies some bytes that are known to be JSON, without a check.
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

  /// The one value of the text.
  package var root: JSONValue { JSONValue(document: self, index: 0) }
}
