import Foundation
import StrictJSON
import Testing

/// Deterministic fuzzing: no crashes, and the same verdict as Foundation, except for its known
/// leniencies.
struct FuzzTests {
  @Test(arguments: 1...8)
  func bytes(_ seed: Int) {
    var source = FuzzSource(seed: seed)
    for _ in 0..<40_000 {
      let bytes = source.next()
      let object = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      do throws(JSONError) {
        let root = try JSONDocument(bytes).root
        #expect(root.agrees(with: object), "\(bytes.shown)")
      } catch {
        #expect((0...bytes.count).contains(error.offset), "\(bytes.shown)")
        #expect(object == nil || error.isAcceptedByFoundation(in: bytes), "\(error.kind) in \(bytes.shown)")
      }
    }
  }

  /// A truncated text ends unexpectedly or inside a character, unless the rest is complete.
  @Test(arguments: FuzzSource.texts)
  func everyBeginning(_ text: String) {
    let bytes = Array(text.utf8)
    for length in bytes.indices {
      switch parseError(of: bytes.prefix(length)) {
      case let error? where error.kind == .unexpectedEnd: #expect(error.offset == length)
      case let error?: #expect(error.kind == .malformedUTF8 && bytes[length] & 0xC0 == 0x80)
      case nil: #expect(parseError(of: bytes.prefix(length) + [0x20]) == nil)
      }
    }
  }
}

extension [UInt8] {
  /// The text for a message.
  fileprivate var shown: String { String(decoding: self, as: UTF8.self).debugDescription }
}
