/// Scanning of texts that are known to be JSON: nothing is checked.
extension JSONScanner {
  /// Passes over whitespace, commas and colons.
  @inline(__always) mutating func skipSeparators() {
    offset = unsafe bytes.firstIndex(from: offset, where: notSeparator)
  }

  /// Passes over a string from its opening to its closing quote.
  @inline(__always) mutating func skipUncheckedString() {
    repeat {
      offset = unsafe bytes.firstIndex(from: offset &+ 1) { $0 .== every(UInt8(ascii: "\"")) }
    } while isEscaped
    offset &+= 1
  }

  /// Whether an odd number of backslashes precedes the next byte.
  @inline(__always) private var isEscaped: Bool {
    var start = offset
    while unsafe bytes[start &- 1] == UInt8(ascii: "\\") { start &-= 1 }
    return (offset &- start) & 1 != 0
  }

  /// Passes over a string, a number or a keyword.
  @inline(__always) mutating func skipUncheckedScalar() {
    if next == UInt8(ascii: "\"") { return skipUncheckedString() }
    while unsafe offset < bytes.count, unsafe bytes[offset] > 0x20, unsafe bytes[offset] != UInt8(ascii: ","),
      unsafe bytes[offset] | 0x20 != UInt8(ascii: "}")
    {
      offset &+= 1
    }
  }

  /// Passes over a string and returns its text; without escapes that is what is between the quotes.
  mutating func takeUncheckedString() -> String {
    let start = offset
    let end = unsafe bytes.firstIndex(from: start + 1) {
      ($0 .== every(UInt8(ascii: "\""))) .| ($0 .== every(UInt8(ascii: "\\")))
    }
    if unsafe end < bytes.count, unsafe bytes[end] == UInt8(ascii: "\"") {
      offset = end + 1
      return unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[(start + 1)..<end]), as: UTF8.self)
    }
    skipUncheckedString()
    return unsafe jsonText(UnsafeBufferPointer(rebasing: bytes[start..<offset]))
  }

  /// Passes over a value and all that it holds.
  mutating func skipUncheckedValue() {
    var depth = 0
    repeat {
      skipSeparators()
      switch next {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        offset &+= 1
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        offset &+= 1
        depth -= 1
      default: skipUncheckedScalar()
      }
    } while depth > 0
  }
}
