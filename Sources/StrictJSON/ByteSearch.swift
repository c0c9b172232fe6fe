/// Sixteen bytes that are looked at together.
public typealias Block = SIMD16<UInt8>

/// Which of sixteen bytes are meant.
public typealias Marks = SIMDMask<SIMD16<Int8>>

/// The bytes from a place on; all sixteen must be readable.
@inlinable @inline(__always)
public func block(_ bytes: UnsafePointer<UInt8>, _ place: Int) -> Block {
  (UnsafeRawPointer(bytes) + place).loadUnaligned(as: Block.self)
}

/// The byte in every place of a block.
@inlinable @inline(__always)
public func every(_ byte: UInt8) -> Block { Block(repeating: byte) }

/// The bytes that are not ASCII.
@inlinable @inline(__always)
public func notASCII(_ block: Block) -> Marks {
  unsafeBitCast(block, to: SIMD16<Int8>.self) .< SIMD16<Int8>(repeating: 0)
}

/// The bytes that are neither blank nor beyond ASCII.
@inline(__always)
func notBlank(_ block: Block) -> Marks {
  unsafeBitCast(block, to: SIMD16<Int8>.self) .> SIMD16<Int8>(repeating: 0x20)
}

/// The bytes that a JSON string cannot hold as they are, and those that are not ASCII.
@inlinable @inline(__always)
public func notPlain(_ block: Block) -> Marks {
  (block .== every(UInt8(ascii: "\""))) .| (block .== every(UInt8(ascii: "\\")))
    .| (unsafeBitCast(block, to: SIMD16<Int8>.self) .< SIMD16<Int8>(repeating: 0x20))
}

extension Marks {
  /// Four bits for each byte, all of them or none; those of the first byte are lowest.
  @inlinable @inline(__always)
  public var fours: UInt64 {
    let pairs = unsafeBitCast(self, to: SIMD8<UInt16>.self) &>> SIMD8<UInt16>(repeating: 4)
    return unsafeBitCast(SIMD8<UInt8>(truncatingIfNeeded: pairs), to: UInt64.self).littleEndian
  }
}

extension UInt64 {
  /// The place of the first byte that has bits among these fours, counted from 0.
  @inlinable @inline(__always)
  public var firstPlace: Int { trailingZeroBitCount &>> 2 }

  /// The lowest bit of each four.
  @inlinable @inline(__always)
  public var lowest: UInt64 { self & 0x1111_1111_1111_1111 }
}

extension UnsafePointer<UInt8> {
  /// The place of the first byte from there on that a test marks; the limit when there is none before it.
  ///
  /// Sixteen bytes behind the limit must be readable.
  @inlinable @inline(__always)
  public func first(from start: Int, limit: Int, where test: (Block) -> Marks) -> Int {
    var place = start
    while place < limit {
      let found = test(block(self, place)).fours
      if found != 0 { return Swift.min(place &+ found.firstPlace, limit) }
      place &+= 16
    }
    return limit
  }

  /// The place of the first such byte from there on; the limit when there is none before it.
  ///
  /// Sixteen bytes behind the limit must be readable.
  public func first(_ byte: UInt8, from start: Int, limit: Int) -> Int {
    first(from: start, limit: limit) { $0 .== every(byte) }
  }

  /// The place of the last such byte between two places; nil when there is none.
  public func last(_ byte: UInt8, from start: Int, limit: Int) -> Int? {
    var place = limit
    while place > start {
      place &-= 1
      if self[place] == byte { return place }
    }
    return nil
  }

  /// How many such bytes there are between two places.
  public func count(_ byte: UInt8, from start: Int, limit: Int) -> Int {
    var count = 0
    var place = first(byte, from: start, limit: limit)
    while place < limit {
      count += 1
      place = first(byte, from: place + 1, limit: limit)
    }
    return count
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The place of the first byte from there on that a test marks, or the end; nothing behind the end is read.
  @inline(__always)
  func next(from start: Int, where test: (Block) -> Marks) -> Int {
    guard let base = baseAddress else { return count }
    var place = start
    while place &+ Block.scalarCount <= count {
      let found = test(block(base, place)).fours
      if found != 0 { return place &+ found.firstPlace }
      place &+= Block.scalarCount
    }
    while place < count, test(every(base[place])).fours == 0 { place &+= 1 }
    return place
  }
}
