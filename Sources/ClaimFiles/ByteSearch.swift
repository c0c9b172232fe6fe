/// Eight bytes as one word, the first byte lowest.
@inline(__always)
func word(_ bytes: UnsafePointer<UInt8>, _ place: Int) -> UInt64 {
  (UnsafeRawPointer(bytes) + place).loadUnaligned(as: UInt64.self).littleEndian
}

/// The byte in every place of a word.
@inline(__always)
func every(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

/// The top bit of each byte that equals the byte in every place of the pattern, and no other bit.
@inline(__always)
func matches(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
  let difference = word ^ pattern
  return ~(((difference & every(0x7F)) &+ every(0x7F)) | difference) & every(0x80)
}

/// The top bit of each byte that a JSON string cannot hold as it is, quote, or what is not ASCII.
///
/// Above the first such byte there may be false ones.
@inline(__always)
func notPlain(_ word: UInt64) -> UInt64 {
  let quote = word ^ every(UInt8(ascii: "\""))
  let backslash = word ^ every(UInt8(ascii: "\\"))
  return
    (((quote &- every(0x01)) & ~quote) | ((backslash &- every(0x01)) & ~backslash)
    | ((word &- every(0x20)) & ~word) | word) & every(0x80)
}

extension UnsafePointer<UInt8> {
  /// The place of the first such byte from there on; the limit when there is none before it.
  ///
  /// Eight bytes behind the limit must be readable.
  func first(_ byte: UInt8, from start: Int, limit: Int) -> Int {
    let pattern = every(byte)
    var place = start
    while place < limit {
      let found = matches(word(self, place), pattern)
      if found != 0 { return Swift.min(place &+ found.trailingZeroBitCount &>> 3, limit) }
      place &+= 8
    }
    return limit
  }

  /// The place of the last such byte between two places; nil when there is none.
  func last(_ byte: UInt8, from start: Int, limit: Int) -> Int? {
    var place = limit
    while place > start {
      place &-= 1
      if self[place] == byte { return place }
    }
    return nil
  }

  /// How many such bytes there are between two places.
  func count(_ byte: UInt8, from start: Int, limit: Int) -> Int {
    var count = 0
    var place = first(byte, from: start, limit: limit)
    while place < limit {
      count += 1
      place = first(byte, from: place + 1, limit: limit)
    }
    return count
  }
}
