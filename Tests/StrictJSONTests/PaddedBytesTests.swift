import StrictJSON
import Testing

struct PaddedBytesTests {
  /// All kinds of appends keep the order, and the buffer grows as needed.
  @Test(arguments: [0, 1, 3, 64, 100]) func grow(_ capacity: Int) {
    let piece = (0..<40).map { UInt8($0) }
    let source = PaddedBytes(piece)
    var bytes = PaddedBytes(capacity: capacity)
    bytes.append(0x61)
    bytes.append(UnsafeBufferPointer(start: nil, count: 0))
    bytes.append(piece)
    bytes.append(piece.lazy.map { $0 + 1 })
    bytes.append(source, from: 1, to: 40)
    bytes.append(integer: 0x0403_0201)
    let expected = [0x61] + piece + piece.map { $0 + 1 } + piece.dropFirst() + [1, 2, 3, 4]
    #expect(bytes.bytes(0..<bytes.count) == expected)
  }

  /// Single bytes, starting without capacity.
  @Test func growByteByByte() {
    var bytes = PaddedBytes(capacity: 0)
    for number in 0..<200 { bytes.append(UInt8(number)) }
    #expect(bytes.bytes(0..<bytes.count) == (0..<200).map { UInt8($0) })
  }
}
