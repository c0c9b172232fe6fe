import Foundation
import StrictJSON
import Testing

/// Bytes of all sorts, the same in every run: no crash, and one verdict with Foundation's reader but for
/// what that one is known to let pass.
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
        #expect(object == nil || error.isLetPassByFoundation(in: bytes), "\(error.kind) in \(bytes.shown)")
      }
    }
  }
}

extension [UInt8] {
  /// The text as a message shows it.
  fileprivate var shown: String { String(decoding: self, as: UTF8.self).debugDescription }
}
