import TestSupport

/// Generates bytes that are almost JSON, or nothing like it.
struct FuzzSource {
  /// Valid texts to start from.
  static let texts = [
    #"{"topic":"model","questions":[{"id":"a","answers":[{"id":"yes","next":"b"},{"id":"no"}]}],"n":[]}"#,
    #"[0,-1,2.50,3e4,-5.6E-7,8e+9,9223372036854775807,123456789012345678901234567890]"#,
    #"["\"\\\/\b\f\n\r\t","\u0041\u00e9\uD83E\uDDB7","Röntgen 歯科 🦷",""]"#,
    "{\n  \"a\" : [ true , false , null ] ,\r\n\t\"b\" : { \"c\" : { } , \"d\" : [ [ ] ] }\n}\n",
    #"{"a":1,"b":2,"\u0061b":3,"":{"a":{"a":[{"a":"a"}]}}}"#, #""D0470""#, "-0.0e-0", " true ",
    "[[[[[[[[[]]]]]]]]]",
  ]

  private static let pieces: [[UInt8]] =
    [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\uD83E", "\\uDDB7", "\\u00", "\\n", "0", "1", "-",
      ".", "e", "E+", "9e9", "true", "false", "null", "nul", " ", "\n", "\t", "\r", "\0", "\u{1F}",
      "\u{7F}", "\u{85}", "\u{FEFF}", "é", "歯", "🦷", "\"a\"", "\"b\":", "\"a\":", "[]", "{}", "[1,2]", "/",
      "'", "//",
    ].map { Array($0.utf8) } + [
      [0x80], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90], [0xC0, 0xAF], [0xFF],
    ]

  private var generator: SeededGenerator

  init(seed: Int) { generator = SeededGenerator(seed: UInt64(seed)) }

  /// A text with up to four changes, a sequence of fragments, or random bytes.
  mutating func next() -> [UInt8] {
    switch generator.below(10) {
    case 0: return (0..<generator.below(12)).map { _ in UInt8(generator.below(256)) }
    case 1, 2, 3: return (0..<generator.below(10)).flatMap { _ in generator.pick(Self.pieces) }
    default:
      var bytes = Array(generator.pick(Self.texts).utf8)
      for _ in 0..<generator.below(5) { change(&bytes) }
      return bytes
    }
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let range = someRange(of: bytes)
    switch generator.below(7) {
    case 0: bytes.removeLast(bytes.count - range.lowerBound)
    case 1: bytes.removeSubrange(range)
    case 2: bytes.insert(contentsOf: bytes[range], at: range.lowerBound)
    case 3: bytes.insert(contentsOf: generator.pick(Self.pieces), at: range.lowerBound)
    case 4: bytes.replaceSubrange(range, with: generator.pick(Self.pieces))
    case 5: bytes.insert(UInt8(generator.below(256)), at: range.lowerBound)
    default:
      let other = Array(generator.pick(Self.texts).utf8)
      bytes.replaceSubrange(range, with: other[someRange(of: other)])
    }
  }

  /// A range of up to eight bytes.
  private mutating func someRange(of bytes: [UInt8]) -> Range<Int> {
    let start = generator.below(bytes.count + 1)
    return start..<min(bytes.count, start + generator.below(generator.below(4) == 0 ? bytes.count + 1 : 9))
  }
}

extension SeededGenerator {
  /// An integer in `0..<bound`.
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  /// An element of a nonempty list.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
