import StrictJSON

/// The objects seen in arrays, each with a number, so that identical bytes are validated only once.
///
/// Memory is bounded: all objects are evicted when there are too many. Numbers are never reused.
struct InternedObjects: ~Copyable {
  private static let maxCount = 1 << 12
  private static let maxBytes = 1 << 18
  /// The length of the longest object kept, in bytes.
  private static let maxLength = 1 << 12
  /// The maximum number of objects in an array.
  private static let maxElements = 100

  private var table = ByteTable()
  /// The number of the first object in the table.
  private var firstNumber = 0
  /// The offset of the array read last in this row; negative if there is none.
  private var start = -1
  private var numbers: [Int] = []

  /// The numbers of the objects in the array at an offset; empty unless it was the last one read.
  func numbers(ofArrayAt start: Int) -> [Int] { start == self.start ? numbers : [] }

  /// Begins the next row.
  mutating func beginRow() { start = -1 }

  /// Reads an array of objects; returns the offset past it, or nil if it is too long or not one.
  mutating func endOfArray(_ bytes: borrowing PaddedBytes, from start: Int, limit: Int) -> Int? {
    numbers.removeAll(keepingCapacity: true)
    beginRow()
    var offset = start
    repeat {
      let first = bytes.skippingWhitespace(from: offset &+ 1)
      guard numbers.count < Self.maxElements, bytes[first] == UInt8(ascii: "{") else { return nil }
      let object = first..<bytes.endOfObject(from: first, limit: limit)
      guard let number = number(of: object, bytes) else { return nil }
      numbers.append(number)
      offset = bytes.skippingWhitespace(from: object.upperBound)
    } while bytes[offset] == UInt8(ascii: ",")
    guard bytes[offset] == UInt8(ascii: "]"), offset < limit else { return nil }
    self.start = start
    return offset &+ 1
  }

  /// The number of an object; nil if it is too long or not JSON.
  private mutating func number(of object: Range<Int>, _ bytes: borrowing PaddedBytes) -> Int? {
    if object.count > Self.maxLength { return nil }
    if let index = table.index(of: bytes, object) { return firstNumber &+ index }
    guard (try? bytes.checkJSON(in: object)) != nil else { return nil }
    if table.count == Self.maxCount || table.keys.count + object.count > Self.maxBytes {
      firstNumber += table.count
      table.removeAll()
    }
    return firstNumber + table.add(bytes, object)
  }
}

extension PaddedBytes {
  /// The offset past the closing brace of an object, or the limit. Balances brackets outside
  /// strings without validating JSON.
  fileprivate func endOfObject(from start: Int, limit: Int) -> Int {
    var (offset, depth, isInString) = (start, 0, false)
    while offset < limit {
      let block = block(at: offset)
      // Turns brackets into braces.
      let braces = block | splat(0x20)
      let isBrace = (braces .== splat(UInt8(ascii: "{"))) .| (braces .== splat(UInt8(ascii: "}")))
      let isString = (block .== splat(UInt8(ascii: "\""))) .| (block .== splat(UInt8(ascii: "\\")))
      var hits = (isBrace .| isString).bits
      offset &+= Block.size
      while hits != 0 {
        let hit = offset &- Block.size &+ hits.trailingZeroBitCount
        hits &= hits &- 1
        if hit >= limit { return limit }
        switch self[hit] {
        case UInt8(ascii: "\""): isInString.toggle()
        case UInt8(ascii: "\\"): (offset, hits) = (hit &+ 2, 0)
        case _ where isInString: break
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth &+= 1
        default:
          depth &-= 1
          if depth == 0 { return hit &+ 1 }
        }
      }
    }
    return limit
  }
}
