import StrictJSON
import Testing

/// Texts that every parser must accept, and their values.
struct AcceptedTextTests {
  @Test(arguments: [
    ("null", "null"), ("true", "true"), ("false", "false"), (" \t\r\n7\n\r\t ", "7"),
    ("\"D0470\"", "'D0470'"), ("\"\"", "''"), ("[]", "[]"), ("{}", "{}"), ("[ \n ]", "[]"), ("{\t}", "{}"),
    ("[1,null,\"x\",true,[],{}]", "[1,null,'x',true,[],{}]"), ("[ 1 , 2 ]", "[1,2]"),
    ("[\n1\n,2]", "[1,2]"), ("[[],[[]],[[[3]]]]", "[[],[[]],[[[3]]]]"),
    ("[null,null,false]", "[null,null,false]"), ("{\"a\":{\"b\":{\"c\":[{}]}}}", "{a:{b:{c:[{}]}}}"),
    ("{ \"a\" : 1 , \"b\" : 2 }", "{a:1,b:2}"), ("{\"\":0}", "{:0}"),
    ("{\"a\":\"b\",\"A\":\"b\"}", "{a:'b',A:'b'}"), ("[\"a\", \"a\"]", "['a','a']"),
  ])
  func structure(_ text: String, outline: String) throws {
    #expect(try read(text).outline == outline)
  }

  @Test(arguments: [
    "0", "-0", "10", "-1", "1234567890", "0.5", "-0.0", "0.000", "12.0340", "1e1", "1E1", "1e+1", "1E-1",
    "0e0", "0e+07", "-0e-0", "6.02e23", "1.5E+002", "100e00", "0.00000000000000000000000000000000000001",
  ])
  func numbers(_ text: String) throws {
    #expect(try read(text).outline == text)
    #expect(try read("[\(text) ,\(text)]").outline == "[\(text),\(text)]")
    #expect(try read("{\"n\":\(text)}").outline == "{n:\(text)}")
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\\u0041""#, "\\u0041"), (#""\\\"""#, "\\\""),
    (#""\u0041\u00e9\u00E9\u20aC""#, "A\u{E9}\u{E9}\u{20AC}"), (#""\u0000-\u001f""#, "\0-\u{1F}"),
    (#""\ud83e\uDDB7""#, "\u{1F9B7}"), (#""\uD800\uDC00\udbff\udfff""#, "\u{10000}\u{10FFFF}"),
    (#""\uD7FF\uE000\uFFFE\uFFFF""#, "\u{D7FF}\u{E000}\u{FFFE}\u{FFFF}"), (#""\uFEFF""#, "\u{FEFF}"),
    (#""\u0022\u005c\u002F""#, "\"\\/"), (#""\u2028\u2029\u0085""#, "\u{2028}\u{2029}\u{85}"),
    ("\"\u{7F}\u{80}\u{85}\u{9F}\"", "\u{7F}\u{80}\u{85}\u{9F}"),
    ("\"\u{2028}\u{2029}\"", "\u{2028}\u{2029}"),
    ("\"\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}\"", "\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}"),
    ("\"inside \u{FEFF} is a letter\"", "inside \u{FEFF} is a letter"), ("\"e\u{301}\"", "e\u{301}"),
    ("\"[{,:}] // /* */ # ' null\"", "[{,:}] // /* */ # ' null"),
    ("\"zahnärztlich 歯科 🦷\"", "zahnärztlich 歯科 🦷"),
  ])
  func strings(_ text: String, content: String) throws {
    #expect(try read(text).string?.scalarValues == content.scalarValues)
    let members = try #require(try read("{\(text):[\(text)]}").members)
    #expect(members.map(\.key.scalarValues) == [content.scalarValues])
    #expect(members[0].value.elements?.map(\.string?.scalarValues) == [content.scalarValues])
  }

  /// Strings are scanned in blocks, so each length and character offset is a separate case.
  @Test(arguments: ["\\\"", "\\\\", "\\u00e9", "é", "歯", "🦷", " ", ","])
  func everyOffsetInABlock(_ letter: String) throws {
    for before in 0...17 {
      for after in 0...9 {
        let inner = String(repeating: "a", count: before) + letter + String(repeating: "b", count: after)
        let value = try read("[\"\(inner)\",1]")
        #expect(value.elements?.first?.bytes == Array("\"\(inner)\"".utf8))
        #expect(value.elements?.last?.integer == 1)
      }
    }
  }
}
