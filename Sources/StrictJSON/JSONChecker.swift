/// Validates JSON values, with a stack of open containers instead of recursion.
struct JSONChecker {
  private(set) var scanner: JSONScanner
  private let rejectsRepeatedKeys: Bool
  /// The closing brackets of the open containers, innermost last.
  private var open: [UInt8] = []
  private var keys: JSONKeys

  init(_ scanner: JSONScanner, rejectsRepeatedKeys: Bool) {
    self.scanner = scanner
    self.rejectsRepeatedKeys = rejectsRepeatedKeys
    keys = unsafe JSONKeys(scanner.bytes)
  }

  /// Checks that the whole text is one value.
  mutating func check() throws(JSONError) {
    if unsafe scanner.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw JSONError(.byteOrderMark, at: 0) }
    try skipValue()
    scanner.skipWhitespace()
    if !scanner.isAtEnd { throw scanner.failure(.trailingText) }
  }

  /// Skips one value and the whitespace before it.
  mutating func skipValue() throws(JSONError) {
    repeat {
      try beginValue()
      try endContainers()
    } while !open.isEmpty
  }

  /// Skips a scalar, an empty container, or the start of a container up to its first value.
  private mutating func beginValue() throws(JSONError) {
    while true {
      scanner.skipWhitespace()
      switch scanner.next {
      case UInt8(ascii: "{"):
        guard opens(close: UInt8(ascii: "}")) else { return }
        try skipKey()
      case UInt8(ascii: "["):
        guard opens(close: UInt8(ascii: "]")) else { return }
      default:
        return try scanner.skipScalar()
      }
    }
  }

  /// Skips an opening bracket; returns false if the container is empty and was skipped as a whole.
  private mutating func opens(close: UInt8) -> Bool {
    scanner.advance()
    scanner.skipWhitespace()
    if scanner.next == close {
      scanner.advance()
      return false
    }
    open.append(close)
    if close == UInt8(ascii: "}") { keys.begin() }
    return true
  }

  private mutating func skipKey() throws(JSONError) {
    scanner.skipWhitespace()
    let start = scanner.offset
    guard scanner.next == UInt8(ascii: "\"") else {
      throw scanner.failure(.unexpected(expected: "a key in quotes"))
    }
    try scanner.skipString()
    if rejectsRepeatedKeys, !keys.insert(start..<scanner.offset) {
      let key = unsafe UnsafeBufferPointer(rebasing: scanner.bytes[start..<scanner.offset])
      throw unsafe JSONError(.repeatedKey(jsonText(key)), at: start)
    }
    scanner.skipWhitespace()
    guard scanner.next == UInt8(ascii: ":") else {
      throw scanner.failure(.unexpected(expected: "a colon"))
    }
    scanner.advance()
  }

  /// Closes every container that ends after a value, then skips the comma before the next value.
  private mutating func endContainers() throws(JSONError) {
    while let close = open.last {
      let isArray = close == UInt8(ascii: "]")
      scanner.skipWhitespace()
      if scanner.next == close {
        scanner.advance()
        open.removeLast()
        if !isArray { keys.end() }
        continue
      }
      guard scanner.next == UInt8(ascii: ",") else {
        throw scanner.failure(.unexpected(expected: isArray ? "a comma or ']'" : "a comma or '}'"))
      }
      let comma = scanner.offset
      scanner.advance()
      scanner.skipWhitespace()
      if scanner.next == close { throw JSONError(.trailingComma, at: comma) }
      if !isArray { try skipKey() }
      return
    }
  }
}

extension PaddedBytes {
  /// Checks that a range of the bytes is one JSON value; repeated keys are rejected.
  package func checkJSON(in range: Range<Int>) throws(JSONError) {
    var checker = unsafe JSONChecker(JSONScanner(buffer(range)), rejectsRepeatedKeys: true)
    try checker.check()
  }

  /// The offset past the JSON value that a range starts with, leading whitespace included.
  /// Repeated keys are rejected.
  package func endOfJSONValue(in range: Range<Int>) throws(JSONError) -> Int {
    var checker = unsafe JSONChecker(JSONScanner(buffer(range)), rejectsRepeatedKeys: true)
    try checker.skipValue()
    return range.lowerBound + checker.scanner.offset
  }

  /// Decodes a JSON string that has already been checked; the range includes its quotes.
  package func jsonString(_ range: Range<Int>) -> String { unsafe jsonText(buffer(range)) }
}
