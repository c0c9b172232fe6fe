extension CalendarDay {
  /// Whether the day stands for no date, as `0001-01-01` does in exports of Open Dental.
  @inlinable package var isPlaceholder: Bool { year == 1 }

  /// Parses a date in a table: `2026-01-31`, `20260131`, `01-31-2026`, `1/31/2026` or `1/31/26`,
  /// ignoring a time after it; nil for any other form.
  package init?(tableText text: Span<UInt8>) {
    if let day = unsafe text.withUnsafeBufferPointer({ unsafe Self($0) }) {
      self = day
      return
    }
    var (numbers, digits) = (SIMD4<Int>(), SIMD4<Int>())
    var separator: UInt8?
    var part = 0
    scan: for index in text.indices {
      let byte = text[index]
      switch byte {
      case 0x30...0x39 where digits[part] < 8:
        numbers[part] = numbers[part] &* 10 &+ Int(byte & 0x0F)
        digits[part] &+= 1
      case UInt8(ascii: "-"), UInt8(ascii: "/"):
        guard part < 2, separator ?? byte == byte else { return nil }
        separator = byte
        part += 1
      case 0x20, UInt8(ascii: "T"):
        if digits[0] > 0 { break scan }
      default: return nil
      }
    }
    switch (separator, digits[0], digits[1], digits[2]) {
    case (nil, 8, 0, 0):
      self.init(year: numbers[0] / 10_000, month: numbers[0] / 100 % 100, day: numbers[0] % 100)
    case (UInt8(ascii: "-"), 4, 2, 2): self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    case (UInt8(ascii: "/"), 0...2, 0...2, 2), (_?, 0...2, 0...2, 4):
      let century = digits[2] == 2 ? 2000 : 0
      self.init(year: century + numbers[2], month: numbers[0], day: numbers[1])
    default: return nil
    }
  }
}
