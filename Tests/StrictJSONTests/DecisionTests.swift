import StrictJSON
import Testing

/// Decisions that the standard leaves to implementations.
struct DecisionTests {
  /// An unpaired surrogate is rejected at the start of its escape.
  @Test(arguments: [
    #""▸\uD83E""#, #""▸\uDDB7""#, #""▸\uDDB7\uD83E""#, #""▸\uDDB7\uDDB7""#, #""▸\uD83E\uD83E""#,
    #""▸\uD83E\u0041""#, #""▸\uD83Eabc""#, #""▸\uD83E\n""#, #""▸\uD83E\\""#, #""▸\uD83E\"""#,
    #""▸\uD83E\x""#, #""a\uD83E\uDDB7▸\uDDB7""#, #"{"▸\uDFAA":0}"#, #""▸\uDADA\uD800\uDC00""#,
    #""▸\uD83E🦷""#, #""▸\ud800\ue000""#,
  ])
  func loneSurrogates(_ text: String) { expectError(text, .malformedEscape) }

  /// A byte order mark at the beginning is rejected; in a string, it is an ordinary character.
  @Test(arguments: ["▸\u{FEFF}", "▸\u{FEFF}{}", "▸\u{FEFF}\u{FEFF}1", "▸\u{FEFF}no JSON"])
  func byteOrderMarks(_ text: String) { expectError(text, .byteOrderMark) }

  /// UTF-16 is not detected.
  @Test(arguments: [[0x31, 0x00], [0x31, 0x00, 0x00, 0x00]] as [[UInt8]])
  func wideText(_ bytes: [UInt8]) { #expect(parseError(of: bytes) == JSONError(.trailingText, at: 1)) }

  /// Numbers of any size and precision are accepted; `integer` has those that fit.
  @Test(arguments: [
    ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("9223372036854775808", nil),
    ("-9223372036854775809", nil), ("100000000000000000000", nil), ("1e400", nil), ("-1e400", nil),
    ("123e-10000000", nil), ("0.4e00669999999999999999999999", nil), ("-1e+9999", nil), ("1.0", nil),
    ("1e2", nil), ("-0", 0), ("0.0", nil), ("12", 12), (String(repeating: "9", count: 1000), nil),
    ("0." + String(repeating: "0", count: 1000) + "1", nil),
  ])
  func bigNumbers(_ text: String, integer: Int?) throws {
    let value = try read(" \(text) ")
    #expect(value.kind == .number)
    #expect(value.bytes == Array(text.utf8))
    #expect(value.integer == integer)
  }

  @Test func deepNestingIsAccepted() throws {
    let depth = 100_000
    let arrays = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let objects = String(repeating: "{\"a\":", count: depth) + "0" + String(repeating: "}", count: depth)
    var array = try read(arrays)
    for _ in 1..<depth { array = try #require(array.elements?.first) }
    #expect(array.elements?.isEmpty == true)
    #expect(array.path == String(repeating: "[0]", count: depth - 1))
    var object = try read(objects)
    for _ in 0..<depth { object = try #require(object["a"]) }
    #expect(object.integer == 0)
    #expect(object.path.utf8.count == 2 * depth - 1)
  }

  @Test(arguments: ["[", "[[],", "{\"\":", "[{\"\":", "{\"a\":[1,"])
  func deepNestingIsRejectedAtTheEnd(_ opening: String) {
    expectError(String(repeating: opening, count: 100_000) + "▸", .unexpectedEnd)
  }

  @Test func closingBracketsAreCounted() {
    let depth = 100_000
    let open = String(repeating: "[", count: depth)
    expectError(open + String(repeating: "]", count: depth) + "▸]", .trailingText)
    expectError(open + "▸}", .unexpected(expected: "a value"))
  }

  /// The index has 32-bit offsets; longer texts are rejected unread.
  @Test func longTextsAreRejectedUnread() {
    let blanks = repeatElement(UInt8(ascii: " "), count: 1 << 32)
    #expect(parseError(of: blanks) == JSONError(.tooLong, at: (1 << 32) - 1))
  }
}
