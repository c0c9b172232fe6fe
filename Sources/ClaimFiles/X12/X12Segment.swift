/// One segment of an X12 file: its name and its elements, as bytes.
package struct X12Segment: Sendable {
  /// The name, such as `CLM`; three bytes at most, the first lowest.
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

  /// Where it begins.
  package internal(set) var position = SourcePosition()
  private var bytes: [UInt8] = []
  /// Where each element ends; the name is the first one.
  private var ends: [Int] = []

  /// How many bytes it has so far.
  var count: Int { bytes.count }
  /// How many separators it has so far.
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

  /// Whether these are all bytes so far.
  func isExactly(_ text: StaticString) -> Bool {
    bytes.count == text.utf8CodeUnitCount
      && bytes.indices.allSatisfy { unsafe bytes[$0] == text.utf8Start[$0] }
  }

  /// The name; an empty one when it is longer than a name can be.
  package private(set) var name: Name = ""

  /// Whether the name is two or three capital letters and digits.
  package var hasName: Bool {
    let name = self[0]
    return (2...3).contains(name.count)
      && name.allSatisfy {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
  }

  /// An element by its number, the name being 0; empty when the segment has none, spaces at its end removed.
  package subscript(number: Int) -> ArraySlice<UInt8> {
    guard number < ends.count else { return [] }
    let start = number == 0 ? 0 : ends[number - 1]
    var end = ends[number]
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return bytes[start..<end]
  }

  /// An element as text, malformed UTF-8 repaired.
  package func text(_ number: Int) -> String { String(decoding: self[number], as: UTF8.self) }

  /// Whether an element is exactly this.
  package func element(_ number: Int, is text: StaticString) -> Bool { self[number].isExactly(text) }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes are exactly these.
  func isExactly(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && zip(self, 0...).allSatisfy { unsafe $0 == text.utf8Start[$1] }
  }

  /// A part of an element by its number, counted from 1; empty when it has none.
  func component(_ number: Int, separator: UInt8) -> ArraySlice<UInt8> {
    var rest = self
    for _ in 1..<number {
      guard let end = rest.firstIndex(of: separator) else { return [] }
      rest = rest[(end + 1)...]
    }
    return rest.prefix { $0 != separator }
  }

  /// The whole number that the digits write, a decimal part dropped; nil for anything else.
  var wholeNumber: Int? {
    let digits = prefix { $0 != UInt8(ascii: ".") }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
