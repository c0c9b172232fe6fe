import StrictJSON
import Testing

struct RepeatedKeyTests {
  @Test(arguments: [
    (#"{"a":1,▸"a":1}"#, "a"), (#"{"a":1,"b":2, ▸"a":3}"#, "a"), (#"{"":0,▸"":0}"#, ""),
    (#"{"é":1,▸"\u00e9":2}"#, "é"), (#"{"\u0061":1,▸"a":2}"#, "a"), (#"[{"a":{"b":1,▸"b":2}}]"#, "b"),
    (#"{"a":{"b":1},"c":[{"b":1}],▸"a":2}"#, "a"), (#"{"🦷":1,▸"\uD83E\uDDB7":2}"#, "🦷"),
  ])
  func refused(_ text: String, key: String) throws {
    expectError(text, .repeatedKey(key))
    #expect(parseError(of: text.replacing("▸", with: "").utf8, repeatedKeys: .kept) == nil)
  }

  /// Keys that only look alike are distinct, and keys of other objects do not count.
  @Test(arguments: [
    "{\"a\":{\"a\":{\"a\":1}}}", "[{\"a\":1},{\"a\":1}]", "{\"a\":{\"b\":1},\"c\":{\"b\":1},\"b\":1}",
    "{\"a\":1,\"A\":1,\" a\":1}", "{\"\u{E9}\":1,\"e\u{301}\":2}", "{\"\u{C5}\":1,\"\u{212B}\":2}",
    #"{"\\n":1,"\n":2}"#, #"{"a":"a","b":"a"}"#,
  ])
  func different(_ text: String) { #expect(parseError(of: text.utf8) == nil) }

  @Test func kept() throws {
    let value = try read(#"{"a":1,"b":2,"\u0061":3}"#, repeatedKeys: .kept)
    #expect(value.outline == "{a:1,b:2,a:3}")
    #expect(value["a"]?.integer == 1)
    #expect(value.members?.map(\.name.offset) == [1, 7, 13])
  }

  /// A repeated key is found after any number of keys, each with an object of as many keys.
  @Test(arguments: [1, 2, 15, 16, 17, 18, 40]) func repeatedAfterObjects(_ count: Int) {
    let inner = (0..<count).map { "\"\($0)\":0" }.joined(separator: ",")
    let members = (0..<count).map { "\"\($0)\":{\(inner)}" }.joined(separator: ",")
    #expect(parseError(of: "{\(members)}".utf8) == nil)
    for number in [0, count - 1] {
      expectError("{\(members),▸\"\(number)\":0}", .repeatedKey("\(number)"))
      expectError("{\"x\":[{\(members),▸\"\(number)\":0}]}", .repeatedKey("\(number)"))
    }
  }

  /// A repeated key is found among many, with or without escapes.
  @Test(arguments: [#"k7"#, #"\u006b7"#, #"k\u0037"#, #"\u006B\u0037"#])
  func repeatedAmongManyInOtherSpellings(_ written: String) {
    for first in ["k7", #"\u006b\u0037"#] where first != written || written == "k7" {
      for count in [16, 17, 48, 49, 100] {
        let others = (0..<count).map { "\"k\($0 + 8)\":0" }.joined(separator: ",")
        #expect(parseError(of: "{\"\(first)\":0,\(others)}".utf8) == nil)
        expectError("{\"\(first)\":0,\(others),▸\"\(written)\":0}", .repeatedKey("k7"))
      }
    }
  }

  /// Checking a key takes constant time, even after many others.
  @Test func manyKeys() {
    let members = (0..<50_000).map { "\"\($0)\":0" }.joined(separator: ",")
    #expect(parseError(of: "{\(members)}".utf8) == nil)
    expectError("{\(members),▸\"49999\":0}", .repeatedKey("49999"))
  }
}
