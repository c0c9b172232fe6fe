import StrictJSON
import Testing

/// Texts with an error in a number or string; `▸` marks the offset of the error.
struct RejectedScalarTests {
  @Test(arguments: [
    "0▸1", "[-0▸1]", "[0▸12]", "0▸0", "-0▸0.5", "[-▸]", "-▸-1", "[-▸ 1]", "-▸.5", "-▸a", "-▸Infinity",
    "[-▸NaN]", "0▸0e0", "[1.▸]", "-1.▸,", "1.▸e1", "0.▸E+1", "[2.▸-5]", "1.▸.5", "[0.5e▸]", "[1e▸a]",
    "1E▸E2", "[0e+▸]", "0e+▸-1", "1e▸.5", "1e-▸ 1", "[1.▸٥]", "-▸\0", "1.▸\0",
  ])
  func numbers(_ text: String) { expectError(text, .malformedNumber) }

  @Test(arguments: [
    #""\▸a""#, #""\▸'""#, #""\▸x00""#, #""\▸U0041""#, #""\▸0""#, #""\▸ ""#, #""\▸é""#, #""\▸🦷""#,
    "\"\\▸\0\"", "\"\\▸\n\"", #""\u▸""#, #""\u00▸""#, #""\u00A▸""#, #""\u▸qqqq""#, #""\u00▸g0""#,
    #""\u▸+041""#, #""\u▸-041""#, #""\u▸{41}""#, #""\u004▸１""#, #"{"\▸k":1}"#, #"{"a":1,"\u▸":1}"#,
    #"["ok\n\\\▸q"]"#, #""\uD83E\u▸""#, #""\uD83E\uD▸zzz""#,
  ])
  func escapes(_ text: String) { expectError(text, .malformedEscape) }

  @Test(arguments: [
    "\"▸\n\"", "\"▸\t\"", "\"▸\r\n\"", "[\"a▸\0a\"]", "\"▸\u{1}\"", "\"12345678▸\u{1F}\"", "{\"▸\u{8}\":1}",
    "{\"a\":\"long enough▸\u{1B}[0m\"}",
  ])
  func controlCharacters(_ text: String) { expectError(text, .controlCharacter) }

  /// Invalid UTF-8 after some characters, in strings of any length and in keys.
  @Test(
    arguments: [
      [0x80], [0xBF], [0xC3], [0xC3, 0x28], [0xC0, 0xAF], [0xC1, 0xBF], [0xE9], [0xE2, 0x82],
      [0xE2, 0x28, 0xA1], [0xE2, 0x82, 0x28], [0xE0, 0x80, 0xAF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
      [0xED, 0xBF, 0xBF], [0xF0, 0x9F, 0xA6], [0xF0, 0x80, 0x80, 0xAF], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF0, 0x9F, 0xA6, 0x41], [0xF4, 0x90, 0x80, 0x80], [0xF4, 0xBF, 0xBF, 0xBF],
      [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFC, 0x80, 0x80, 0x80, 0x80, 0xAF],
      [0xFE], [0xFF],
    ] as [[UInt8]])
  func bytesThatAreNotUTF8(_ bad: [UInt8]) {
    for length in 0...9 {
      let letters = [UInt8](repeating: 0x61, count: length)
      for (before, after) in [
        ("\"", "\""), ("[\"", "\"]"), ("{\"", "\":1}"), ("{\"a\":\"é", "\"}"), ("\"", ""),
      ] {
        let start = before.utf8 + letters
        let error = parseError(of: start + bad + after.utf8)
        #expect(error == JSONError(.malformedUTF8, at: start.count))
      }
    }
  }

  @Test(
    arguments: [[0xE9], [0xFF], [0x80], [0xC3, 0xA9], [0xFF, 0xFE, 0x31, 0x00], [0xFE, 0xFF, 0x00, 0x31]]
      as [[UInt8]])
  func bytesOutsideOfStrings(_ bytes: [UInt8]) {
    #expect(parseError(of: bytes) == JSONError(.unexpected(expected: "a value"), at: 0))
    #expect(parseError(of: [0x5B] + bytes) == JSONError(.unexpected(expected: "a value"), at: 1))
    #expect(
      parseError(of: [0x5B, 0x31] + bytes) == JSONError(.unexpected(expected: "a comma or ']'"), at: 2))
    #expect(parseError(of: [0x31] + bytes) == JSONError(.trailingText, at: 1))
  }
}
