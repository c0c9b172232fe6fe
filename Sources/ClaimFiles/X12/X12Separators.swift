/// The separators of an interchange, as declared by its `ISA`.
struct X12Separators: Equatable, Sendable {
  var element: UInt8
  var component: UInt8
  var terminator: UInt8

  /// The separators of nearly all dental files.
  static let standard = X12Separators(
    element: UInt8(ascii: "*"), component: UInt8(ascii: ":"), terminator: UInt8(ascii: "~"))

  /// Whether the three differ and none can be part of a name or number.
  var areValid: Bool {
    Set([element, component, terminator]).count == 3
      && [element, component, terminator].allSatisfy { !$0.isLetterOrDigit && $0 != 0x20 && $0 < 0x80 }
  }
}

extension UInt8 {
  var isLetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }

  /// Whether it is insignificant between segments: whitespace, NUL, or the DOS end-of-file mark.
  var isX12Filler: Bool {
    self <= 0x20 && (self == 0x20 || (0x09...0x0D).contains(self) || self == 0 || self == 0x1A)
  }
}
