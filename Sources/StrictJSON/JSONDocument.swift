/// A text that is one strict JSON value, with an index of where its values stand.
///
/// The index is made as far as values are asked for, in one pass at most, and strings when they are asked for. So a
/// document and its values serve one thread at a time.
public final class JSONDocument {
  /// What to do with a key that its object already has.
  public enum RepeatedKeys: Sendable {
    /// The text is refused.
    case refused
    /// All are kept, in order, for a caller that tells of them itself.
    case kept
  }

  /// The text in UTF-8; lives as long as the document.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The values and keys in the order of the text.
  var index: JSONIndex
  private let isOwner: Bool

  /// Checks a whole text and keeps a copy. Nesting is bounded by memory alone, the length by 4 GiB.
  public init(_ bytes: some Collection<UInt8>, repeatedKeys: RepeatedKeys = .refused) throws(JSONError) {
    if bytes.count > JSONIndex.longestText { throw JSONError(.tooLong, at: JSONIndex.longestText) }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = copy.initialize(from: bytes)
    let text = UnsafeBufferPointer(copy)
    var checker = JSONChecker(JSONScanner(text), refusesRepeatedKeys: repeatedKeys == .refused)
    do throws(JSONError) {
      try checker.check()
    } catch {
      copy.deallocate()
      throw error
    }
    self.bytes = text
    index = JSONIndex(of: text)
    isOwner = true
  }

  /// Takes a text as it is, without a check or a copy: it was checked before, and stays where it is for ever.
  public init(checked bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    index = JSONIndex(of: bytes)
    isOwner = false
  }

  deinit {
    index.deallocate()
    if isOwner { bytes.deallocate() }
  }

  /// The one value of the text.
  public var root: JSONValue { JSONValue(document: self, index: 0) }
}

/// Checks a text from end to end, with a stack of the open containers instead of recursion.
private struct JSONChecker {
  private struct Container {
    /// The bracket that closes it.
    let close: UInt8
    /// The keys so far in UTF-8, for `String` takes letters that only look alike for equal; empty when nobody asks.
    var keys: Set<[UInt8]> = []
  }

  private var scanner: JSONScanner
  private let refusesRepeatedKeys: Bool
  private var open: [Container] = []

  init(_ scanner: JSONScanner, refusesRepeatedKeys: Bool) {
    self.scanner = scanner
    self.refusesRepeatedKeys = refusesRepeatedKeys
  }

  mutating func check() throws(JSONError) {
    if scanner.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw JSONError(.byteOrderMark, at: 0) }
    repeat {
      try beginValue()
      try endContainers()
    } while !open.isEmpty
    scanner.skipBlanks()
    if !scanner.isAtEnd { throw scanner.failure(.trailingText) }
  }

  /// Passes a scalar, an empty container, or the opening of a container up to its first value.
  private mutating func beginValue() throws(JSONError) {
    while true {
      scanner.skipBlanks()
      switch scanner.next {
      case UInt8(ascii: "{"):
        guard opens(close: UInt8(ascii: "}")) else { return }
        try passKey()
      case UInt8(ascii: "["):
        guard opens(close: UInt8(ascii: "]")) else { return }
      default:
        return try scanner.skipScalar()
      }
    }
  }

  /// Passes an opening bracket; false when the container is empty and already passed.
  private mutating func opens(close: UInt8) -> Bool {
    scanner.advance()
    scanner.skipBlanks()
    if scanner.next == close {
      scanner.advance()
      return false
    }
    open.append(Container(close: close))
    return true
  }

  private mutating func passKey() throws(JSONError) {
    scanner.skipBlanks()
    let start = scanner.offset
    guard scanner.next == UInt8(ascii: "\"") else {
      throw scanner.failure(.unexpected(expected: "a key in quotes"))
    }
    try scanner.skipString()
    if refusesRepeatedKeys {
      let key = jsonText(UnsafeBufferPointer(rebasing: scanner.bytes[start..<scanner.offset]))
      let isNew = open[open.count - 1].keys.insert(Array(key.utf8)).inserted
      if !isNew { throw JSONError(.repeatedKey(key), at: start) }
    }
    scanner.skipBlanks()
    guard scanner.next == UInt8(ascii: ":") else {
      throw scanner.failure(.unexpected(expected: "a colon"))
    }
    scanner.advance()
  }

  /// After a value: closes every container that ends here, then passes the comma before the next value.
  private mutating func endContainers() throws(JSONError) {
    while let close = open.last?.close {
      let isArray = close == UInt8(ascii: "]")
      scanner.skipBlanks()
      if scanner.next == close {
        scanner.advance()
        open.removeLast()
        continue
      }
      guard scanner.next == UInt8(ascii: ",") else {
        throw scanner.failure(.unexpected(expected: isArray ? "a comma or ']'" : "a comma or '}'"))
      }
      let comma = scanner.offset
      scanner.advance()
      scanner.skipBlanks()
      if scanner.next == close { throw JSONError(.trailingComma, at: comma) }
      if !isArray { try passKey() }
      return
    }
  }
}
