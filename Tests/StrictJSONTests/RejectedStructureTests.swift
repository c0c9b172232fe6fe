import StrictJSON
import Testing

/// Texts with a structural error; `▸` marks the offset of the error.
struct RejectedStructureTests {
  @Test(arguments: [
    "▸", " \n▸", "[▸", "{▸", "[1▸", "[1,▸", "[[]▸", "[\"a\",\n4\n,1,▸", "[{}▸", "{\"a\"▸", "{\"a\":▸",
    "{\"a\":1▸", "{\"a\":1, ▸", "{\"a\":[▸", "\"▸", "\"abc▸", "[\"▸", "[\"\\▸", "{\"▸", "n▸", "[tru▸",
    "fals▸", "-▸", "1.▸", "1e-▸", "[0.5e▸", "1E+▸", "\"\\u▸", "\"\\u12▸", "\"\\uD83E▸", "\"\\uD83E\\▸",
    "\"\\uD83E\\u▸", "\"\\uD83E\\uDD▸",
  ])
  func endTooEarly(_ text: String) { expectError(text, .unexpectedEnd) }

  @Test(arguments: [
    "▸]", "▸}", "▸,", "▸:", "[▸,]", "[▸,1]", "[1,▸,2]", "[\"x\",▸,]", "[▸:]", "{\"a\":▸}",
    "{\"a\":▸,\"b\":1}", "{\"a\":▸:1}", "▸*", "[▸*]", "▸#", "▸'a'", "[▸'", "▸a", "▸å", "[▸å]", "▸<.>",
    "[▸<null>]", "▸\\u000A\"\"", "[▸\\n]", "[▸\\u0020\"a\"]", "▸True", "[▸NaN]", "▸Infinity", "▸undefined",
    "▸/**/1", "{\"a\":▸/*why*/1}", "▸\u{2060}", "▸\u{B}1", "[▸\u{C}]", "▸\u{A0}1", "▸\u{85}1", "▸\0",
    "[▸\0]", "nul▸\0", "[nul▸]", "[t▸true]", "fal▸Se", "[\"x\", tru▸th]", "[▸+1]", "▸++1", "[▸.5]", "▸.-1",
    "[▸１]", "[1,▸\u{FEFF}2]", "[▸\u{FEFF}]", "[▸;]", "▸(1)",
  ])
  func noValue(_ text: String) { expectError(text, .unexpected(expected: "a value")) }

  @Test(arguments: [
    "{▸,}", "{▸1:1}", "{▸a:1}", "{▸'a':1}", "{▸:1}", "{▸[\"a\"]:1}", "{▸null:null,null:null}", "{▸🦷}",
    "{▸]", "{▸\0}", "{\"a\":1,▸,\"b\":2}", "{\"a\":1,▸b:2}", "{\"a\":1,▸,,}", "{ ▸{}:1}",
    "{▸// a\n\"a\":1}",
  ])
  func noKey(_ text: String) { expectError(text, .unexpected(expected: "a key in quotes")) }

  @Test(arguments: [
    "{\"a\"▸}", "{\"a\"▸,\"b\":1}", "{\"a\" ▸\"b\"}", "{\"a\" ▸1}", "{\"a\"▸=1}", "{\"a\":1,\"b\"▸}",
    "{\"a\"▸\0:1}",
  ])
  func noColon(_ text: String) { expectError(text, .unexpected(expected: "a colon")) }

  @Test(arguments: [
    "[1 ▸true]", "[3▸[4]]", "[\"\"▸:1]", "[1▸;2]", "[1▸}", "[1▸:2]", "[1▸x]", "[1▸+2]", "[0▸x1]",
    "[1 ▸000.0]", "[1▸\u{C}]", "[{}▸{}]", "[\"a\\\\\"▸b\"]", "[1.2▸a-3]", "[true▸e]", "[\"a\"▸\"b\"]",
    "[1▸/*b*/]", "[0▸\0]", "[1.5▸.5]", "[1e5▸.5]", "[1▸_000]", "[null▸null]", "[1 ▸\u{2060}]",
    "[1.8▸H-308]", "[-123.5▸foo]",
  ])
  func noCommaBetweenElements(_ text: String) { expectError(text, .unexpected(expected: "a comma or ']'")) }

  @Test(arguments: [
    "{\"a\":1▸]", "{\"a\":\"a\" ▸123}", "{\"a\":1 ▸\"b\":2}", "{\"a\":1▸;\"b\":2}", "{\"a\":true▸:1}",
    "{\"a\":[]▸[]}", "{\"a\":0▸x42}", "{\"a\":1▸#}",
  ])
  func noCommaBetweenMembers(_ text: String) { expectError(text, .unexpected(expected: "a comma or '}'")) }

  @Test(arguments: [
    "[1▸,]", "[\"\"▸,]", "[1▸, \n]", "{\"a\":1▸,}", "{\"id\":0▸,\t}", "[[1▸,],2]", "{\"a\":{\"b\":1▸,}}",
    "[{}▸,]", "[1,2▸,]]",
  ])
  func commaBeforeAClosingBracket(_ text: String) { expectError(text, .trailingComma) }

  @Test(arguments: [
    "1▸]", "[1]▸]", "[1]▸x", "[]▸[]", "{}▸}", "{\"a\":true}▸}", "[\"\"]▸,", "\"\"▸x", "2▸@", "1 ▸2",
    "{\"a\":1}▸#", "{\"a\":1}▸//", "{\"a\":1}▸/**/", "{\"a\":1} ▸\"b\"", "123▸\0", "null▸null", "null▸e",
    "0▸x1", "1▸,", "{}\n▸\u{FEFF}", "[]▸\u{A0}", "true▸\u{2060}", "\"a\"\n▸'",
  ])
  func textAfterTheValue(_ text: String) { expectError(text, .trailingText) }
}
