/// A text that is one strict JSON value, with an index of its values.
///
/// The index is made as far as values are asked for, in one pass at most, and strings when they are asked for. So a
/// document and its values serve one thread at a time.
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
    unsafe self.init(text, isOwner: true)
  }

  /// Takes static memory that is known to be JSON, without a check or a copy.
  package convenience init(unchecked bytes: UnsafeBufferPointer<UInt8>) {
    unsafe self.init(bytes, isOwner: false)
  }

  /// Copies some bytes that are known to be JSON, without a check.
  package convenience init(unchecked bytes: borrowing PaddedBytes, in range: Range<Int>) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: range.count)
    _ = unsafe copy.initialize(from: bytes.buffer(range))
    unsafe self.init(UnsafeBufferPointer(copy), isOwner: true)
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, isOwner: Bool) {
    unsafe self.bytes = unsafe bytes
    index = unsafe JSONIndex(of: bytes)
    self.isOwner = isOwner
  }

  deinit { if isOwner { unsafe bytes.deallocate() } }

  /// The one value of the text.
  package var root: JSONValue { JSONValue(document: self, index: 0) }
}
