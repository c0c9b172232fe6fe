/// Scans the tokens of a strict JSON text without storing them.
///
/// The buffer must outlive the scanner.
@safe struct JSONScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var offset: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, offset: Int = 0) {
    unsafe self.bytes = unsafe bytes
    self.offset = offset
  }

  var isAtEnd: Bool { unsafe offset >= bytes.count }

  /// The next byte, or 0 at the end; unambiguous because strict JSON allows NUL nowhere.
  var next: UInt8 { unsafe offset < bytes.count ? bytes[offset] : 0 }

  func failure(_ kind: JSONError.Kind) -> JSONError {
    unsafe JSONError(isAtEnd ? .unexpectedEnd : kind, at: min(offset, bytes.count))
  }

  mutating func advance() { offset += 1 }

  mutating func skipWhitespace() {
    while unsafe offset < bytes.count {
      switch unsafe bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  /// Skips a string, number, or keyword.
  mutating func skipScalar() throws(JSONError) {
    switch next {
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try skipNumber()
    case UInt8(ascii: "t"): try skip("true")
    case UInt8(ascii: "f"): try skip("false")
    case UInt8(ascii: "n"): try skip("null")
    default: throw failure(.unexpected(expected: "a value"))
    }
  }

  private mutating func skip(_ keyword: StaticString) throws(JSONError) {
    for index in 0..<keyword.utf8CodeUnitCount {
      guard unsafe next == keyword.utf8Start[index] else { throw failure(.unexpected(expected: "a value")) }
      offset += 1
    }
  }

  /// Skips a string from its opening to its closing quote.
  mutating func skipString() throws(JSONError) {
    offset += 1
    while true {
      offset = unsafe bytes.firstIndex(from: offset, where: notPlain)
      guard unsafe offset < bytes.count else { throw failure(.unexpectedEnd) }
      let byte = unsafe bytes[offset]
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return
      case UInt8(ascii: "\\"): try skipEscape()
      case 0..<0x20: throw failure(.controlCharacter)
      default: try skipMultibyteScalar(byte)
      }
    }
  }

  private mutating func skipEscape() throws(JSONError) {
    let start = offset
    offset += 1
    switch next {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      offset += 1
    case UInt8(ascii: "u"):
      offset += 1
      let unit = try hexUnit()
      guard unit & 0xF800 == 0xD800 else { return }
      let half = JSONError(.malformedEscape, at: start)
      if unit >= 0xDC00 { throw half }
      for wanted in "\\u".utf8 {
        guard next == wanted else { throw isAtEnd ? failure(.unexpectedEnd) : half }
        offset += 1
      }
      guard try hexUnit() & 0xFC00 == 0xDC00 else { throw half }
    default: throw failure(.malformedEscape)
    }
  }

  private mutating func hexUnit() throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = hexDigit(next) else { throw failure(.malformedEscape) }
      unit = unit << 4 | UInt16(digit)
      offset += 1
    }
    return unit
  }

  /// Skips a scalar of two to four bytes.
  private mutating func skipMultibyteScalar(_ lead: UInt8) throws(JSONError) {
    let (length, second) = utf8Sequence(lead)
    guard length > 0, unsafe offset + length <= bytes.count, unsafe second.contains(bytes[offset + 1]),
      unsafe bytes[(offset + 2)..<max(offset + 2, offset + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
    else { throw JSONError(.malformedUTF8, at: offset) }
    offset += length
  }

  mutating func skipNumber() throws(JSONError) {
    if next == UInt8(ascii: "-") { offset += 1 }
    if next == UInt8(ascii: "0") { offset += 1 } else { try skipDigits() }
    if next == UInt8(ascii: ".") {
      offset += 1
      try skipDigits()
    }
    if next | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
      try skipDigits()
    }
    if isDigit(next) { throw failure(.malformedNumber) }
  }

  private mutating func skipDigits() throws(JSONError) {
    guard isDigit(next) else { throw failure(.malformedNumber) }
    while isDigit(next) { offset += 1 }
  }
}

func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
