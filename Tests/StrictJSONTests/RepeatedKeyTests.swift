import StrictJSON
import Testing

struct RepeatedKeyTests {
  @Test(arguments: [
    (#"{"a":1,▸"a":1}"#, "a"), (#"{"a":1,"b":2, ▸"a":3}"#, "a"), (#"{"":0,▸"":0}"#, ""),
    (#"{"é":1,▸"\u00e9":2}"#, "é"), (#"{"\u0061":1,▸"a":2}"#, "a"), (#"[{"a":{"b":1,▸"b":2}}]"#, "b"),
    (#"{"a":{"b":1},"c":[{"b":1}],▸"a":2}"#, "a"), (#"{"🦷":1,▸"\uD83E\uDDB7":2}"#, "🦷"),
  ])
  func refused(_ text: String, key: String) throws {
    expectRefusal(text, .repeatedKey(key))
    #expect(refusal(of: text.replacing("▸", with: "").utf8, repeatedKeys: .kept) == nil)
  }

  /// Keys are compared letter by letter, so those that only look alike are two; other objects do not count.
  @Test(arguments: [
    "{\"a\":{\"a\":{\"a\":1}}}", "[{\"a\":1},{\"a\":1}]", "{\"a\":{\"b\":1},\"c\":{\"b\":1},\"b\":1}",
    "{\"a\":1,\"A\":1,\" a\":1}", "{\"\u{E9}\":1,\"e\u{301}\":2}", "{\"\u{C5}\":1,\"\u{212B}\":2}",
    #"{"\\n":1,"\n":2}"#, #"{"a":"a","b":"a"}"#,
  ])
  func different(_ text: String) { #expect(refusal(of: text.utf8) == nil) }

  @Test func kept() throws {
    let value = try read(#"{"a":1,"b":2,"\u0061":3}"#, repeatedKeys: .kept)
    #expect(value.outline == "{a:1,b:2,a:3}")
    #expect(value["a"]?.integer == 1)
    #expect(value.members?.map(\.name.offset) == [1, 7, 13])
  }

  /// However many keys stand before it, each with an object of as many keys, the repeated one is found.
  @Test(arguments: [1, 2, 15, 16, 17, 18, 40]) func repeatedBehindObjects(_ count: Int) {
    let inner = (0..<count).map { "\"\($0)\":0" }.joined(separator: ",")
    let members = (0..<count).map { "\"\($0)\":{\(inner)}" }.joined(separator: ",")
    #expect(refusal(of: "{\(members)}".utf8) == nil)
    for number in [0, count - 1] {
      expectRefusal("{\(members),▸\"\(number)\":0}", .repeatedKey("\(number)"))
      expectRefusal("{\"x\":[{\(members),▸\"\(number)\":0}]}", .repeatedKey("\(number)"))
    }
  }

  /// Among many keys one is the same as another however either is written.
  @Test(arguments: [#"k7"#, #"\u006b7"#, #"k\u0037"#, #"\u006B\u0037"#])
  func repeatedAmongManyInOtherWriting(_ written: String) {
    for first in ["k7", #"\u006b\u0037"#] where first != written || written == "k7" {
      for count in [16, 17, 48, 49, 100] {
        let others = (0..<count).map { "\"k\($0 + 8)\":0" }.joined(separator: ",")
        #expect(refusal(of: "{\"\(first)\":0,\(others)}".utf8) == nil)
        expectRefusal("{\"\(first)\":0,\(others),▸\"\(written)\":0}", .repeatedKey("k7"))
      }
    }
  }

  /// The last of very many keys; each costs the same, however many there are before it.
  @Test func manyKeys() {
    let members = (0..<50_000).map { "\"\($0)\":0" }.joined(separator: ",")
    #expect(refusal(of: "{\(members)}".utf8) == nil)
    expectRefusal("{\(members),▸\"49999\":0}", .repeatedKey("49999"))
  }
}
