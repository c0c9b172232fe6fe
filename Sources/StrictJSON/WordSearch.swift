/// The byte in every place of a word.
@inline(__always) func every(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

/// The top bit of each byte that is zero; above the first such byte there may be false ones.
@inline(__always) func zeros(_ word: UInt64) -> UInt64 { (word &- every(0x01)) & ~word & every(0x80) }

extension UnsafeBufferPointer<UInt8> {
  /// The place of the first byte from there on whose top bit the test sets, or the end; eight bytes at a time.
  @inline(__always) func next(from start: Int, _ test: (UInt64) -> UInt64) -> Int {
    guard let base = UnsafeRawPointer(baseAddress) else { return count }
    var place = start
    while place &+ 8 <= count {
      let found = test((base + place).loadUnaligned(as: UInt64.self).littleEndian)
      if found != 0 { return place &+ found.trailingZeroBitCount &>> 3 }
      place &+= 8
    }
    while place < count {
      if test(UInt64(base.load(fromByteOffset: place, as: UInt8.self))) & 0x80 != 0 { return place }
      place &+= 1
    }
    return count
  }
}
