import StrictJSON
import Testing

@testable import ClaimFiles

struct ByteTableTests {
  /// No crafted bytes make all keys share a hash.
  @Test(arguments: [0, 0x9E37_79B9_7F4A_7C15, .max] as [UInt64]) func keysDoNotShareAHash(_ word: UInt64) {
    var hashes: Set<UInt32> = []
    for number in 0..<1_000 as Range<UInt64> {
      let key = [number, word].flatMap { word in withUnsafeBytes(of: word.littleEndian, Array.init) }
      let bytes = PaddedBytes(key)
      hashes.insert(bytes.hash(of: 0..<bytes.count, seed: 0x1234_5678_9ABC_DEF1))
    }
    #expect(hashes.count > 990)
  }
}
