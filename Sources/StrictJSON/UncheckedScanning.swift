/// Scanning of texts that are known to be valid JSON, without checks.
extension JSONScanner {
  /// Skips whitespace, commas, and colons.
  @inline(__always) mutating func skipSeparators() {
    offset = unsafe bytes.firstIndex(from: offset, where: notSeparator)
  }

  /// Skips a string from its opening to its closing quote.
  @inline(__always) mutating func skipUncheckedString() {
    repeat {
      offset = unsafe bytes.firstIndex(from: offset &+ 1) { $0 .== splat(UInt8(ascii: "\"")) }
    } while isEscaped
    offset &+= 1
  }

  /// Whether an odd number of backslashes precedes the next byte.
  @inline(__always) private var isEscaped: Bool {
    var start = offset
    while unsafe bytes[start &- 1] == UInt8(ascii: "\\") { start &-= 1 }
    return (offset &- start) & 1 != 0
  }

  /// Skips a string, number, or keyword.
  @inline(__always) mutating func skipUncheckedScalar() {
    if next == UInt8(ascii: "\"") { return skipUncheckedString() }
    while unsafe offset < bytes.count, unsafe bytes[offset] > 0x20, unsafe bytes[offset] != UInt8(ascii: ","),
      unsafe bytes[offset] | 0x20 != UInt8(ascii: "}")
    {
      offset &+= 1
    }
  }

  /// Reads a string; one without escapes is copied as is.
  mutating func readUncheckedString() -> String {
    let start = offset
    let end = unsafe bytes.firstIndex(from: start + 1) {
      ($0 .== splat(UInt8(ascii: "\""))) .| ($0 .== splat(UInt8(ascii: "\\")))
    }
    if unsafe end < bytes.count, unsafe bytes[end] == UInt8(ascii: "\"") {
      offset = end + 1
      return unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[(start + 1)..<end]), as: UTF8.self)
    }
    skipUncheckedString()
    return unsafe jsonText(UnsafeBufferPointer(rebasing: bytes[start..<offset]))
  }

  /// Skips a value and everything inside it.
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
