/// Checks values from end to end, with a stack of the open containers instead of recursion.
struct JSONChecker {
  private enum Container {
    case array
    /// The keys so far; nil when nobody asks for repetitions.
    case object(Set<String>?)
  }

  private(set) var scanner: JSONScanner
  private let refusesRepeatedKeys: Bool
  private var open: [Container] = []

  init(_ scanner: JSONScanner, refusesRepeatedKeys: Bool) {
    self.scanner = scanner
    self.refusesRepeatedKeys = refusesRepeatedKeys
  }

  /// Checks the whole text.
  mutating func check() throws(JSONError) {
    if scanner.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw JSONError(.byteOrderMark, at: 0) }
    try passValue()
    scanner.skipBlanks()
    if !scanner.isAtEnd { throw scanner.failure(.trailingText) }
  }

  /// Passes one value and the blanks before it.
  mutating func passValue() throws(JSONError) {
    repeat {
      try beginValue()
      try endContainers()
    } while !open.isEmpty
  }

  /// Passes a scalar, an empty container, or the opening of a container up to its first value.
  private mutating func beginValue() throws(JSONError) {
    while true {
      scanner.skipBlanks()
      switch scanner.next {
      case UInt8(ascii: "{"):
        guard try opens(.object(refusesRepeatedKeys ? [] : nil), UInt8(ascii: "}")) else { return }
        try passKey()
      case UInt8(ascii: "["):
        guard try opens(.array, UInt8(ascii: "]")) else { return }
      default:
        return try scanner.skipScalar()
      }
    }
  }

  /// Passes an opening bracket; false when the container is empty and already passed.
  private mutating func opens(_ container: Container, _ close: UInt8) throws(JSONError) -> Bool {
    scanner.advance()
    scanner.skipBlanks()
    if scanner.next == close {
      scanner.advance()
      return false
    }
    open.append(container)
    return true
  }

  private mutating func passKey() throws(JSONError) {
    scanner.skipBlanks()
    let start = scanner.offset
    guard scanner.next == UInt8(ascii: "\"") else {
      throw scanner.failure(.unexpected(expected: "a key in quotes"))
    }
    try scanner.skipString()
    if case .object(var keys?) = open.last {
      let key = jsonText(UnsafeBufferPointer(rebasing: scanner.bytes[start..<scanner.offset]))
      guard keys.insert(key).inserted else { throw JSONError(.repeatedKey(key), at: start) }
      open[open.count - 1] = .object(keys)
    }
    scanner.skipBlanks()
    guard scanner.next == UInt8(ascii: ":") else {
      throw scanner.failure(.unexpected(expected: "a colon"))
    }
    scanner.advance()
  }

  /// After a value: closes every container that ends here, then passes the comma before the next value.
  private mutating func endContainers() throws(JSONError) {
    while let container = open.last {
      let isArray = if case .array = container { true } else { false }
      let close = isArray ? UInt8(ascii: "]") : UInt8(ascii: "}")
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

extension UnsafeBufferPointer<UInt8> {
  /// Checks the one JSON value that begins at a place, after blanks perhaps; a repeated key is refused.
  ///
  /// - Returns: The place behind the value.
  public func endOfJSONValue(at start: Int) throws(JSONError) -> Int {
    var checker = JSONChecker(JSONScanner(self, offset: start), refusesRepeatedKeys: true)
    try checker.passValue()
    return checker.scanner.offset
  }
}
