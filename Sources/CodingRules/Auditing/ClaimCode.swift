/// A procedure code, five digits or a letter and four digits, stored as a number.
package struct ClaimCode: Hashable, Sendable, CustomStringConvertible {
  /// The number of possible codes.
  static let count = 360_000
  private static let letterBase = 100_000

  /// The 0-based number.
  let index: Int

  /// Parses a code, ignoring case and surrounding spaces; nil for any other form.
  package init?(_ text: Span<UInt8>) {
    var (start, end) = (0, text.count)
    while start < end, text[start] == 0x20 { start += 1 }
    while start < end, text[end - 1] == 0x20 { end -= 1 }
    guard end - start == 5 else { return nil }
    let first = text[start]
    let letter = first & 0xDF
    var number: Int
    switch (first, letter) {
    case (0x30...0x39, _): number = Int(first & 0x0F)
    case (_, 0x41...0x5A): number = Self.letterBase / 10_000 + Int(letter - 0x41)
    default: return nil
    }
    for offset in 1..<5 {
      let digit = text[start &+ offset] &- 0x30
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int(digit)
    }
    index = number
  }

  /// Parses a code; nil for any other form.
  package init?(_ text: String) {
    guard let code = Self(Array(text.utf8).span) else { return nil }
    self = code
  }

  /// The code as written on a claim.
  package var description: String {
    let digits = String(index % (index < Self.letterBase ? 100_000 : 10_000))
    let letter =
      index < Self.letterBase
      ? "" : String(Unicode.Scalar(UInt8(0x41 + (index - Self.letterBase) / 10_000)))
    return letter + String(repeating: "0", count: 5 - letter.count - digits.count) + digits
  }
}
