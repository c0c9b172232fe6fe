/// The length of the UTF-8 sequence with a given non-ASCII lead byte, 0 if invalid, and the valid
/// range of its second byte. Excludes overlong forms, surrogates, and scalars past U+10FFFF.
func utf8Sequence(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>) {
  switch lead {
  case 0xC2...0xDF: (2, 0x80...0xBF)
  case 0xE0: (3, 0xA0...0xBF)
  case 0xED: (3, 0x80...0x9F)
  case 0xE1...0xEF: (3, 0x80...0xBF)
  case 0xF0: (4, 0x90...0xBF)
  case 0xF1...0xF3: (4, 0x80...0xBF)
  case 0xF4: (4, 0x80...0x8F)
  default: (0, 0x80...0xBF)
  }
}

extension PaddedBytes {
  /// Whether a range of the bytes is valid UTF-8; nearly free for ASCII.
  package func isUTF8(_ range: Range<Int>) -> Bool {
    var offset = firstBeyondASCII(in: range)
    while offset < range.upperBound {
      let (length, second) = utf8Sequence(self[offset])
      guard length > 0, offset + length <= range.upperBound, second.contains(self[offset + 1]) else {
        return false
      }
      for next in (offset + 2)..<max(offset + 2, offset + length) where self[next] & 0xC0 != 0x80 {
        return false
      }
      offset = firstBeyondASCII(in: (offset + length)..<range.upperBound)
    }
    return true
  }

  /// The offset of the first non-ASCII byte, or the end of the range; tests four blocks at a time.
  private func firstBeyondASCII(in range: Range<Int>) -> Int {
    let size = Block.size
    var offset = range.lowerBound
    while offset &+ 4 &* size <= range.upperBound {
      let blocks =
        (block(at: offset) | block(at: offset &+ size))
        | (block(at: offset &+ 2 &* size) | block(at: offset &+ 3 &* size))
      let words = unsafe unsafeBitCast(blocks, to: SIMD2<UInt64>.self)
      if (words[0] | words[1]) & 0x8080_8080_8080_8080 != 0 { break }
      offset &+= 4 &* size
    }
    return firstOffset(in: offset..<range.upperBound, where: notASCII)
  }
}
