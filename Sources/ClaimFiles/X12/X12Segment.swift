/// A segment of an X12 file: its name and elements, as bytes.
package struct X12Segment: Sendable {
  /// A segment name, such as `CLM`: at most three bytes, packed in little-endian order.
  package struct Name: Hashable, Sendable, ExpressibleByStringLiteral {
    fileprivate let bytes: UInt32

    /// Creates a name of at most three ASCII characters.
    @inline(__always)
    package init(stringLiteral value: StaticString) {
      bytes = (0..<value.utf8CodeUnitCount).reduce(0) {
        unsafe $0 | UInt32(value.utf8Start[$1]) << UInt32(8 * $1)
      }
    }

    fileprivate init(_ bytes: ArraySlice<UInt8>) {
      var name: UInt32 = 0
      for byte in bytes { name = name >> 8 | UInt32(byte) << 24 }
      self.bytes = bytes.isEmpty ? 0 : name >> UInt32(8 * (4 - bytes.count))
    }
  }

  /// The position of the segment in the file.
  package internal(set) var position = SourcePosition()
  private var bytes: [UInt8] = []
  /// The end offsets of the elements, starting with the name.
  private var ends: [Int] = []

  /// The number of bytes so far.
  var count: Int { bytes.count }
  /// The number of separators so far.
  var separatorCount: Int { ends.count }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ run: Span<UInt8>) {
    unsafe run.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func endElement() {
    ends.append(bytes.count)
    if ends.count == 1 { name = bytes.count <= 3 ? Name(bytes[...]) : "" }
  }

  /// Whether the bytes so far equal a text.
  func isExactly(_ text: StaticString) -> Bool { bytes[...].isExactly(text) }

  /// The name; empty if it is too long for a name.
  package private(set) var name: Name = ""

  /// Whether the name is two or three uppercase letters or digits.
  package var hasName: Bool {
    let name = self[0]
    return (2...3).contains(name.count)
      && name.allSatisfy {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
  }

  /// The element with a number, where 0 is the name; empty if absent. Trailing spaces are removed.
  package subscript(number: Int) -> ArraySlice<UInt8> {
    guard number < ends.count else { return [] }
    let start = number == 0 ? 0 : ends[number - 1]
    var end = ends[number]
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return bytes[start..<end]
  }

  /// An element as text, with malformed UTF-8 repaired.
  package func text(_ number: Int) -> String { String(decoding: self[number], as: UTF8.self) }

  /// Whether an element equals a text.
  package func element(_ number: Int, is text: StaticString) -> Bool { self[number].isExactly(text) }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes equal a text.
  func isExactly(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && zip(self, 0...).allSatisfy { unsafe $0 == text.utf8Start[$1] }
  }

  /// The component with a number, from 1; empty if there is none.
  func component(_ number: Int, separator: UInt8) -> ArraySlice<UInt8> {
    var rest = self
    for _ in 1..<number {
      guard let end = rest.firstIndex(of: separator) else { return [] }
      rest = rest[(end + 1)...]
    }
    return rest.prefix { $0 != separator }
  }

  /// The integer part of a decimal number; nil for anything else.
  var wholeNumber: Int? {
    let digits = prefix { $0 != UInt8(ascii: ".") }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
