/// Checks values from end to end, with a stack of the open containers instead of recursion.
struct JSONChecker {
  private(set) var scanner: JSONScanner
  private let refusesRepeatedKeys: Bool
  /// The brackets that close the open containers, that of the innermost last.
  private var open: [UInt8] = []
  private var keys: JSONKeys

  init(_ scanner: JSONScanner, refusesRepeatedKeys: Bool) {
    self.scanner = scanner
    self.refusesRepeatedKeys = refusesRepeatedKeys
    keys = unsafe JSONKeys(scanner.bytes)
  }

  /// Checks the whole text.
  mutating func check() throws(JSONError) {
    if unsafe scanner.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw JSONError(.byteOrderMark, at: 0) }
    try passValue()
    scanner.skipWhitespace()
    if !scanner.isAtEnd { throw scanner.failure(.trailingText) }
  }

  /// Passes one value and the whitespace before it.
  mutating func passValue() throws(JSONError) {
    repeat {
      try beginValue()
      try endContainers()
    } while !open.isEmpty
  }

  /// Passes a scalar, an empty container, or the opening of a container up to its first value.
  private mutating func beginValue() throws(JSONError) {
    while true {
      scanner.skipWhitespace()
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
    scanner.skipWhitespace()
    if scanner.next == close {
      scanner.advance()
      return false
    }
    open.append(close)
    if close == UInt8(ascii: "}") { keys.begin() }
    return true
  }

  private mutating func passKey() throws(JSONError) {
    scanner.skipWhitespace()
    let start = scanner.offset
    guard scanner.next == UInt8(ascii: "\"") else {
      throw scanner.failure(.unexpected(expected: "a key in quotes"))
    }
    try scanner.skipString()
    if refusesRepeatedKeys, !keys.insert(start..<scanner.offset) {
      let key = unsafe UnsafeBufferPointer(rebasing: scanner.bytes[start..<scanner.offset])
      throw unsafe JSONError(.repeatedKey(jsonText(key)), at: start)
    }
    scanner.skipWhitespace()
    guard scanner.next == UInt8(ascii: ":") else {
      throw scanner.failure(.unexpected(expected: "a colon"))
    }
    scanner.advance()
  }

  /// After a value: closes every container that ends here, then passes the comma before the next value.
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
      if !isArray { try passKey() }
      return
    }
  }
}

extension PaddedBytes {
  /// Checks that some of the bytes are one JSON value; a repeated key is refused.
  package func checkJSON(in range: Range<Int>) throws(JSONError) {
    var checker = unsafe JSONChecker(JSONScanner(buffer(range)), refusesRepeatedKeys: true)
    try checker.check()
  }

  /// The offset past the JSON value that begins a range, after whitespace perhaps; a repeated key is refused.
  package func endOfJSONValue(in range: Range<Int>) throws(JSONError) -> Int {
    var checker = unsafe JSONChecker(JSONScanner(buffer(range)), refusesRepeatedKeys: true)
    try checker.passValue()
    return range.lowerBound + checker.scanner.offset
  }

  /// The text of a JSON string that was checked before; its quotes are part of the range.
  package func jsonString(_ range: Range<Int>) -> String { unsafe jsonText(buffer(range)) }
}
