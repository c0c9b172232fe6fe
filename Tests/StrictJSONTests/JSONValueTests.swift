import StrictJSON
import Testing

struct JSONValueTests {
  @Test(
    arguments: [
      ("null", .null), ("true", .boolean), ("false", .boolean), ("-1", .number), ("0", .number),
      ("\"1\"", .string), ("[]", .array), ("{}", .object),
    ] as [(String, JSONValue.Kind)])
  func kinds(_ text: String, kind: JSONValue.Kind) throws {
    let value = try read(text)
    #expect(value.kind == kind)
    #expect((value.string != nil) == (kind == .string))
    #expect((value.boolean != nil) == (kind == .boolean))
    #expect((value.integer != nil) == (kind == .number))
    #expect((value.elements != nil) == (kind == .array))
    #expect((value.members != nil) == (kind == .object))
    #expect(value["1"] == nil)
    #expect(Array(value.list).count == (value.elements?.count ?? 0))
    #expect(value.first(where: "id", is: "1") == nil && value.member(containing: 9) == nil)
    #expect(value.bytes == Array(text.utf8))
  }

  @Test func booleans() throws {
    #expect(try read("[true,false]").elements?.map(\.boolean) == [true, false])
  }

  @Test func elementsKeepTheirOrderAndOffset() throws {
    let elements = try #require(try read(" [ 1 , [2,3] ,{\"a\":[4]},\"5\" ] ").elements)
    #expect(elements.map(\.outline) == ["1", "[2,3]", "{a:[4]}", "'5'"])
    #expect(elements.map(\.offset) == [3, 7, 14, 24])
    #expect(
      elements.map { String(decoding: $0.bytes, as: UTF8.self) } == ["1", "[2,3]", "{\"a\":[4]}", "\"5\""])
  }

  /// A list stays at its end, whatever follows it.
  @Test(arguments: ["[1,[2]]", "[[1,[2]],3]", "[[],0]", "{\"a\":1}", "7"])
  func listsEnd(_ text: String) throws {
    let value = try read(text)
    var list = (value.elements?.first ?? value).list
    while list.next() != nil {}
    #expect(list.next() == nil)
    #expect(list.next() == nil)
    #expect(value.outline == (try read(text).outline))
  }

  @Test func membersKeepTheirOrderAndOffset() throws {
    let members = try #require(try read("{ \"z\" : 1,\n\"a\":{\"y\":[2]},\"\\u006D\": null }").members)
    #expect(members.map(\.key) == ["z", "a", "m"])
    #expect(members.map(\.name.offset) == [2, 11, 25])
    #expect(members.map(\.value.offset) == [8, 15, 35])
    #expect(members.map(\.value.outline) == ["1", "{y:[2]}", "null"])
  }

  /// Keys as written, with the only text that finds each.
  @Test(arguments: [
    ("", ""), ("code", "code"), (#"\u0063ode"#, "code"), (#"c\u006fd\u0065"#, "code"), (#"a\/b"#, "a/b"),
    (#"a\\b"#, #"a\b"#), (#"\n"#, "\n"), (#"\\n"#, #"\n"#), (#"\""#, "\""), (#"\u0000"#, "\0"), ("🦷", "🦷"),
    (#"\uD83E\uDDB7"#, "🦷"), (#"\u005cu0041"#, #"\u0041"#), (#"\u0041"#, "A"),
  ])
  func subscriptTakesTheTextOfAKey(_ written: String, key: String) throws {
    let value = try read("{\"other\":{\"\(written)\":0},\"\(written)\":1,\"last\":2}")
    #expect(value[key]?.integer == 1)
    #expect(value["last"]?.integer == 2)
    #expect(value[key + "x"] == nil)
    #expect(value["othe"] == nil)
    if written != key { #expect(value[written] == nil) }
  }

  @Test func subscriptDistinguishesLookalikes() throws {
    let value = try read("{\"\u{E9}\":1}")
    #expect(value["\u{E9}"]?.integer == 1)
    #expect(value["e\u{301}"] == nil)
  }

  /// The first object with a value for a key, past other values, keys, and texts.
  @Test(arguments: [
    (#"[1,{"id":"a","n":1},{"id":"b","n":2},{"id":"b"}]"#, 2), (#"[{"id":1},{"id":["b"]},{"n":0}]"#, nil),
    (#"[{"name":"b"},{"id":"bb"},{"id":"\u0062","n":5}]"#, 5), (#"[{"id":"a"},["id","b"],"b"]"#, nil),
  ])
  func objectsAreFoundByAText(_ text: String, number: Int?) throws {
    #expect(try read(text).first(where: "id", is: "b")?["n"]?.integer == number)
  }

  @Test func paths() throws {
    let root = try read(
      #"{"questions":[{"id":"a"},{"id":"b","answers":[[],[0,"x"]]}],"":{"\u0061.b":1},"end":[]}"#)
    #expect(root.path == "")
    let questions = try #require(root["questions"])
    #expect(questions.path == "questions")
    let second = try #require(questions.elements?.last)
    #expect(second.path == "questions[1]")
    #expect(second.members?.map(\.name.path) == ["questions[1].id", "questions[1].answers"])
    #expect(
      second["answers"]?.elements?.map(\.path) == ["questions[1].answers[0]", "questions[1].answers[1]"])
    #expect(second["answers"]?.elements?[1].elements?[1].path == "questions[1].answers[1][1]")
    #expect(root["end"]?.path == "end")
    #expect(try read("[[1],[2]]").elements?[1].elements?[0].path == "[1][0]")
  }

  /// A checked text is read in place.
  @Test func checkedTexts() {
    let text: StaticString = " {\"codes\": [\"D0470\", {\"units\": 2}]} "
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    #expect(JSONDocument(unchecked: bytes, nodes: nil).root.outline == "{codes:['D0470',{units:2}]}")
  }
}
