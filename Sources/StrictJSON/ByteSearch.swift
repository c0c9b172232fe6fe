/// Sixteen bytes that are looked at together.
@usableFromInline package typealias Block = SIMD16<UInt8>

extension Block {
  /// How many bytes a block has; `scalarCount` is slow without the optimizer.
  @inlinable package static var size: Int { 16 }
}

/// Marks some of sixteen bytes.
@usableFromInline package typealias Marks = SIMDMask<SIMD16<Int8>>

/// A block of sixteen times the same byte.
@inlinable @inline(__always)
package func every(_ byte: UInt8) -> Block { Block(repeating: byte) }

/// Marks the bytes that are not ASCII.
@inlinable @inline(__always)
package func notASCII(_ block: Block) -> Marks {
  unsafe unsafeBitCast(block, to: SIMD16<Int8>.self) .< SIMD16<Int8>(repeating: 0)
}

/// Marks the bytes that are neither whitespace, commas nor colons, nor beyond ASCII.
@inline(__always)
func notSeparator(_ block: Block) -> Marks {
  unsafe (unsafeBitCast(block, to: SIMD16<Int8>.self) .> SIMD16<Int8>(repeating: 0x20))
    .& (block .!= every(UInt8(ascii: ","))) .& (block .!= every(UInt8(ascii: ":")))
}

/// Marks the bytes that a JSON string cannot hold unescaped, and those that are not ASCII.
@inlinable @inline(__always)
package func notPlain(_ block: Block) -> Marks {
  unsafe (block .== every(UInt8(ascii: "\""))) .| (block .== every(UInt8(ascii: "\\")))
    .| (unsafeBitCast(block, to: SIMD16<Int8>.self) .< SIMD16<Int8>(repeating: 0x20))
}

extension Marks {
  /// One bit for each byte, that of the first lowest.
  @inlinable @inline(__always)
  package var bits: UInt64 {
    let halves = unsafe unsafeBitCast(self, to: (UInt64, UInt64).self)
    return bitOfEachByte(halves.0.littleEndian) | bitOfEachByte(halves.1.littleEndian) &<< 8
  }
}

/// The lowest bit of each of eight bytes, that of the lowest byte first.
@inlinable @inline(__always)
func bitOfEachByte(_ bytes: UInt64) -> UInt64 {
  // The product moves the bits, seven places apart, next to each other.
  ((bytes & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080) &>> 56
}

extension PaddedBytes {
  /// The offset of the first byte in a range that a test marks; the end of the range when there is none.
  @inlinable @inline(__always)
  package func firstOffset(in range: Range<Int>, where test: (Block) -> Marks) -> Int {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let found = test(block(at: offset)).bits
      if found != 0 { return min(offset &+ found.trailingZeroBitCount, range.upperBound) }
      offset &+= Block.size
    }
    return range.upperBound
  }

  /// The offset of the first such byte in a range; the end of the range when there is none.
  package func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int {
    firstOffset(in: range) { $0 .== every(byte) }
  }

  /// The offset of the last byte in a range that is one of two; nil when there is none.
  package func lastOffset(of byte: UInt8, or other: UInt8, in range: Range<Int>) -> Int? {
    var offset = range.upperBound
    while offset > range.lowerBound {
      offset &-= 1
      if self[offset] == byte || self[offset] == other { return offset }
    }
    return nil
  }

  /// How many such bytes there are in a range.
  package func count(of byte: UInt8, in range: Range<Int>) -> Int {
    var count = 0
    var offset = firstOffset(of: byte, in: range)
    while offset < range.upperBound {
      count += 1
      offset = firstOffset(of: byte, in: (offset + 1)..<range.upperBound)
    }
    return count
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The index of the first byte from there on that a test marks, or the end; nothing past the end is read.
  @inline(__always)
  func firstIndex(from start: Int, where test: (Block) -> Marks) -> Int {
    let bytes = UnsafeRawBufferPointer(self)
    var index = start
    while index &+ Block.size <= count {
      let found = unsafe test(bytes.loadUnaligned(fromByteOffset: index, as: Block.self)).bits
      if found != 0 { return index &+ found.trailingZeroBitCount }
      index &+= Block.size
    }
    while index < count, unsafe test(every(self[index])).bits == 0 { index &+= 1 }
    return index
  }
}
