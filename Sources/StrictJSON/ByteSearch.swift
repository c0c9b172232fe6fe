/// Sixteen bytes compared at once.
@usableFromInline package typealias Block = SIMD16<UInt8>

extension Block {
  /// The number of bytes in a block; `scalarCount` is slow in debug builds.
  @inlinable package static var size: Int { 16 }
}

/// The bytes of a block that pass a test.
@usableFromInline package typealias BlockMask = SIMDMask<SIMD16<Int8>>

/// Returns a block with all sixteen bytes set to a value.
@inlinable @inline(__always)
package func splat(_ byte: UInt8) -> Block { Block(repeating: byte) }

/// Finds the non-ASCII bytes.
@inlinable @inline(__always)
package func notASCII(_ block: Block) -> BlockMask {
  unsafe unsafeBitCast(block, to: SIMD16<Int8>.self) .< SIMD16<Int8>(repeating: 0)
}

/// Finds the ASCII bytes other than whitespace, control characters, commas, and colons.
@inline(__always)
func notSeparator(_ block: Block) -> BlockMask {
  unsafe (unsafeBitCast(block, to: SIMD16<Int8>.self) .> SIMD16<Int8>(repeating: 0x20))
    .& (block .!= splat(UInt8(ascii: ","))) .& (block .!= splat(UInt8(ascii: ":")))
}

/// Finds the bytes that must be escaped in a JSON string, and the non-ASCII bytes.
@inlinable @inline(__always)
package func notPlain(_ block: Block) -> BlockMask {
  unsafe (block .== splat(UInt8(ascii: "\""))) .| (block .== splat(UInt8(ascii: "\\")))
    .| (unsafeBitCast(block, to: SIMD16<Int8>.self) .< SIMD16<Int8>(repeating: 0x20))
}

extension BlockMask {
  /// One bit per byte, the first byte in the least significant bit.
  @inlinable @inline(__always)
  package var bits: UInt64 {
    let halves = unsafe unsafeBitCast(self, to: (UInt64, UInt64).self)
    return packedLowBits(halves.0.littleEndian) | packedLowBits(halves.1.littleEndian) &<< 8
  }
}

/// Packs the lowest bits of eight bytes, the lowest byte first.
@inlinable @inline(__always)
func packedLowBits(_ bytes: UInt64) -> UInt64 {
  // The multiplication gathers the bits in the top byte.
  ((bytes & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080) &>> 56
}

extension PaddedBytes {
  /// The offset of the first byte in a range that passes a test, or the end of the range.
  @inlinable @inline(__always)
  package func firstOffset(in range: Range<Int>, where test: (Block) -> BlockMask) -> Int {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let found = test(block(at: offset)).bits
      if found != 0 { return min(offset &+ found.trailingZeroBitCount, range.upperBound) }
      offset &+= Block.size
    }
    return range.upperBound
  }

  /// The offset of the first occurrence of a byte in a range, or the end of the range.
  package func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int {
    firstOffset(in: range) { $0 .== splat(byte) }
  }

  /// The offset of the last occurrence of either byte in a range.
  package func lastOffset(of byte: UInt8, or other: UInt8, in range: Range<Int>) -> Int? {
    var offset = range.upperBound
    while offset > range.lowerBound {
      offset &-= 1
      if self[offset] == byte || self[offset] == other { return offset }
    }
    return nil
  }

  /// The number of occurrences of a byte in a range.
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
  /// The index of the first byte at or after `start` that passes a test, or the end.
  /// Never reads past the end.
  @inline(__always)
  func firstIndex(from start: Int, where test: (Block) -> BlockMask) -> Int {
    let bytes = UnsafeRawBufferPointer(self)
    var index = start
    while index &+ Block.size <= count {
      let found = unsafe test(bytes.loadUnaligned(fromByteOffset: index, as: Block.self)).bits
      if found != 0 { return index &+ found.trailingZeroBitCount }
      index &+= Block.size
    }
    while index < count, unsafe test(splat(self[index])).bits == 0 { index &+= 1 }
    return index
  }
}
