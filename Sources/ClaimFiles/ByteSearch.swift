/// Sixteen bytes that are looked at together.
typealias Block = SIMD16<UInt8>

/// Which of sixteen bytes are meant.
typealias Marks = SIMDMask<SIMD16<Int8>>

/// The bytes from a place on; all sixteen must be readable.
@inline(__always)
func block(_ bytes: UnsafePointer<UInt8>, _ place: Int) -> Block {
  (UnsafeRawPointer(bytes) + place).loadUnaligned(as: Block.self)
}

/// The byte in every place of a block.
@inline(__always)
func every(_ byte: UInt8) -> Block { Block(repeating: byte) }

/// The bytes that are not ASCII.
@inline(__always)
func notASCII(_ block: Block) -> Marks {
  unsafeBitCast(block, to: SIMD16<Int8>.self) .< SIMD16<Int8>(repeating: 0)
}

/// The bytes that a JSON string cannot hold as they are, and those that are not ASCII.
@inline(__always)
func notPlain(_ block: Block) -> Marks {
  (block .== every(UInt8(ascii: "\""))) .| (block .== every(UInt8(ascii: "\\")))
    .| (unsafeBitCast(block, to: SIMD16<Int8>.self) .< SIMD16<Int8>(repeating: 0x20))
}

extension Marks {
  /// The place of the first byte that is meant, counted from 0; 16 when none is.
  @inline(__always)
  var first: Int {
    let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    let isLow = halves[0].littleEndian != 0
    let half = isLow ? halves[0].littleEndian : halves[1].littleEndian
    return (isLow ? 0 : 8) &+ half.trailingZeroBitCount &>> 3
  }

  /// A bit for each byte, that of the first byte lowest.
  @inline(__always)
  var bits: UInt64 {
    let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return Self.bits(halves[0].littleEndian) | Self.bits(halves[1].littleEndian) &<< 8
  }

  /// A bit for each byte of a half, whose bytes are all bits or none.
  @inline(__always)
  private static func bits(_ half: UInt64) -> UInt64 {
    ((half & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) &>> 56
  }
}

extension UnsafePointer<UInt8> {
  /// The place of the first byte from there on that a test marks; the limit when there is none before it.
  ///
  /// Sixteen bytes behind the limit must be readable.
  @inline(__always)
  func first(from start: Int, limit: Int, where test: (Block) -> Marks) -> Int {
    var place = start
    while place < limit {
      let found = test(block(self, place)).first
      if found < 16 { return Swift.min(place &+ found, limit) }
      place &+= 16
    }
    return limit
  }

  /// The place of the first such byte from there on; the limit when there is none before it.
  ///
  /// Sixteen bytes behind the limit must be readable.
  func first(_ byte: UInt8, from start: Int, limit: Int) -> Int {
    first(from: start, limit: limit) { $0 .== every(byte) }
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
