/// Ways over texts that are known to be JSON: nothing is checked, so they are short.
extension JSONScanner {
  /// Passes over blanks, commas and colons.
  @inline(__always) mutating func skipSeparators() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, UInt8(ascii: ","), UInt8(ascii: ":"), 0x0D, 0x09: offset &+= 1
      case 0x0A: offset = bytes.firstIndex(from: offset &+ 1, where: notWhitespace)
      default: return
      }
    }
  }

  /// Passes over a string from its opening to its closing quote.
  @inline(__always) mutating func skipKnownString() {
    repeat {
      offset = bytes.firstIndex(from: offset &+ 1) { $0 .== every(UInt8(ascii: "\"")) }
    } while isEscaped
    offset &+= 1
  }

  /// Whether an odd number of backslashes stands before the next byte.
  @inline(__always) private var isEscaped: Bool {
    var place = offset
    while bytes[place &- 1] == UInt8(ascii: "\\") { place &-= 1 }
    return (offset &- place) & 1 != 0
  }

  /// Passes over a string, a number or a keyword.
  @inline(__always) mutating func skipKnownScalar() {
    if next == UInt8(ascii: "\"") { return skipKnownString() }
    while offset < bytes.count, bytes[offset] > 0x20, bytes[offset] != UInt8(ascii: ","),
      bytes[offset] | 0x20 != UInt8(ascii: "}")
    {
      offset &+= 1
    }
  }

  /// Passes over a string and gives its text; one without escapes is what stands between the quotes.
  mutating func takeKnownString() -> String {
    let start = offset
    let end = bytes.firstIndex(from: start + 1) {
      ($0 .== every(UInt8(ascii: "\""))) .| ($0 .== every(UInt8(ascii: "\\")))
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: "\"") {
      offset = end + 1
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[(start + 1)..<end]), as: UTF8.self)
    }
    skipKnownString()
    return jsonText(UnsafeBufferPointer(rebasing: bytes[start..<offset]))
  }

  /// Passes over a value and all that it holds.
  mutating func skipKnownValue() {
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
      default: skipKnownScalar()
      }
    } while depth > 0
  }
}
