import StrictJSON

/// The objects that arrays held before, each with a number, so that bytes that were once JSON are not checked again.
///
/// Memory is bounded: all are forgotten when there are too many. A number is never used twice.
struct KnownObjects: ~Copyable {
  private static let maxCount = 1 << 12
  private static let maxBytes = 1 << 18
  /// The longest object that is kept, in bytes.
  private static let maxLength = 1 << 12
  /// How many objects an array has at most.
  private static let maxElements = 100

  private var table = ByteTable()
  /// The number of the first object of the table.
  private var firstNumber = 0
  /// Where the array of the row begins that was read last; negative where it has none.
  private var start = -1
  private var numbers: [Int] = []

  /// The numbers of the objects of the array that begins there; none where that was not read last.
  func numbers(ofArrayAt start: Int) -> [Int] { start == self.start ? numbers : [] }

  /// Begins the next row.
  mutating func beginRow() { start = -1 }

  /// Reads an array of objects; the offset past it, or nil when it is something else or too long.
  mutating func endOfArray(_ bytes: borrowing PaddedBytes, from start: Int, limit: Int) -> Int? {
    numbers.removeAll(keepingCapacity: true)
    beginRow()
    var offset = start
    repeat {
      let first = bytes.skippingSpaces(from: offset &+ 1)
      guard numbers.count < Self.maxElements, bytes[first] == UInt8(ascii: "{") else { return nil }
      let object = first..<bytes.endOfObject(from: first, limit: limit)
      guard let number = number(of: object, bytes) else { return nil }
      numbers.append(number)
      offset = bytes.skippingSpaces(from: object.upperBound)
    } while bytes[offset] == UInt8(ascii: ",")
    guard bytes[offset] == UInt8(ascii: "]"), offset < limit else { return nil }
    self.start = start
    return offset &+ 1
  }

  /// The number of an object; nil when it is too long or no JSON.
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
  /// The offset past the brace that closes an object, or a limit; unlike the object, what it holds need not be JSON.
  fileprivate func endOfObject(from start: Int, limit: Int) -> Int {
    var (offset, depth, isInString) = (start, 0, false)
    while offset < limit {
      let block = block(at: offset)
      // Brackets become braces.
      let braces = block | every(0x20)
      let isBrace = (braces .== every(UInt8(ascii: "{"))) .| (braces .== every(UInt8(ascii: "}")))
      let isString = (block .== every(UInt8(ascii: "\""))) .| (block .== every(UInt8(ascii: "\\")))
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
