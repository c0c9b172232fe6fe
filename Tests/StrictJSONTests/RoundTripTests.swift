import Foundation
import StrictJSON
import TestSupport
import Testing

/// Written values are parsed back unchanged, by this parser and by Foundation.
struct RoundTripTests {
  @Test(arguments: UInt64(1)...8)
  func generatedValues(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<250 {
      let value = JSON.random(depth: 5, using: &generator)
      for layout in [JSON.Layout.compact, .indented] {
        let bytes = value.bytes(layout)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(try JSONDocument(bytes).root.says(value), "\(text)")
        let object = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
        #expect(try JSONDocument(bytes).root.agrees(with: object), "\(text)")
      }
    }
  }
}

extension JSON {
  /// A random value; containers have up to four elements.
  static func random(depth: Int, using generator: inout SeededGenerator) -> JSON {
    switch generator.below(depth > 0 ? 9 : 4) {
    case 0: .null
    case 1: .boolean(generator.below(2) == 0)
    case 2: .integer(Int(truncatingIfNeeded: generator.next()) >> generator.below(64))
    case 3: .string(.random(using: &generator))
    case 4, 5, 6: .array((0..<generator.below(5)).map { _ in random(depth: depth - 1, using: &generator) })
    default:
      .object(
        (0..<generator.below(5)).map { index in
          let key = "\(index)" + String.random(using: &generator)
          return (key: key, value: random(depth: depth - 1, using: &generator))
        })
    }
  }
}

extension String {
  /// Up to twelve characters: mostly plain, others from all of Unicode or in need of escapes.
  fileprivate static func random(using generator: inout SeededGenerator) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x20...0x7E, 0x22...0x22, 0x5C...0x5C, 0...0xA0, 0x2020...0x2030, 0...0x10FFFF,
    ]
    var text = ""
    for _ in 0..<generator.below(13) {
      let value = UInt32.random(in: generator.pick(ranges), using: &generator)
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    return text
  }
}
