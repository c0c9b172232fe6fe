import ClaimFiles
import StrictJSON
import TestSupport
import Testing

/// Strict parsing of JSON Lines.
struct JSONLinesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: [UInt8]
    let row: ReadRow

    init(_ text: String, _ row: ReadRow) {
      (self.text, self.row) = (Array(text.utf8), row)
    }

    var testDescription: String { String(decoding: text, as: UTF8.self) }
  }

  static let cases = [
    Case(#"{"a":"1","b":"2"}"#, .values(["a=1", "b=2"])),
    Case(" { \"a\" : \"1\" ,\t\"b\":null } \r", .values(["a=1", "b="])),
    Case("{}", .values([])),
    Case(#"{"a":[1,{"b":2}],"c":{"a":"]"}}"#, .values([#"a=[1,{"b":2}]"#, #"c={"a":"]"}"#])),
    Case(#"{"a":-1.5e3,"b":true,"c":false}"#, .values(["a=-1.5e3", "b=true", "c=false"])),
    Case(#"{"a":"x\n\"\u00e9\ud83d\ude00"}"#, .values(["a=x\n\"é😀"])),
    Case(#"{"\u0061":"1"}"#, .values(["a=1"])),
    Case(#"{"a\"":"1","a":"2"}"#, .values(["a\"=1", "a=2"])),
    Case(#"{"é":"中"}"#, .values(["é=中"])),
    Case(#"{"a key of more than sixteen bytes":"1"}"#, .values(["a key of more than sixteen bytes=1"])),
    Case(#"{"a":1,}"#, .fault(.notJSON(.trailingComma, column: 7))),
    Case(#"{"a":1,"a":2}"#, .fault(.notJSON(.repeatedKey("a"), column: 8))),
    Case(#"{"a":1,"\u0061":2}"#, .fault(.notJSON(.repeatedKey("a"), column: 8))),
    Case(#"{"a":nulls}"#, .fault(.notJSON(.unexpected(expected: "a comma or '}'"), column: 10))),
    Case(#"{"a":{"b":1,"b":2}}"#, .fault(.notJSON(.repeatedKey("b"), column: 13))),
    Case(#"{"é":01}"#, .fault(.notJSON(.malformedNumber, column: 7))),
    Case(#"{"a":[1"#, .fault(.notJSON(.unexpectedEnd, column: 8))),
    Case(#"{"a":"1"#, .fault(.notJSON(.unexpectedEnd, column: 8))),
    Case(#"{"a":"1"}x"#, .fault(.notJSON(.trailingText, column: 10))),
    Case(#"{"a":"1"},"#, .fault(.notJSON(.trailingText, column: 10))),
    Case(#"{"a" "1"}"#, .fault(.notJSON(.unexpected(expected: "a colon"), column: 6))),
    Case(#"{a:1}"#, .fault(.notJSON(.unexpected(expected: "a key in quotes"), column: 2))),
    Case("{\"a\":\"\u{1}\"}", .fault(.notJSON(.controlCharacter, column: 7))),
    Case(#"{"\q":1}"#, .fault(.notJSON(.malformedEscape, column: 4))),
    Case("[1]", .fault(.notAnObject)),
    Case("null", .fault(.notAnObject)),
  ]

  @Test(arguments: cases) func rowsAreReadStrictly(_ example: Case) {
    #expect(members(example.text) == [example.row])
  }

  /// Other rows before and after a row, and the keys learned from them, do not affect it.
  @Test(arguments: cases) func neighborsChangeNothing(_ example: Case) {
    let neighbor = Array(#"{"a":"1","b":"2"}"#.utf8)
    let plain = ReadRow.values(["a=1", "b=2"])
    let text = [neighbor, neighbor, example.text, neighbor].joined(separator: [0x0A])
    #expect(members(Array(text), known: ["b"]) == [plain, plain, example.row, plain])
  }

  static let objects = [
    #"{}"#, #"{"a":1}"#, #"{"a":{"b":[{"c":"}"}]}}"#, #"{"\"":"]}"}"#, #"{"a":"\\"}"#,
    #"{"a":"\\\"","b":"\u0022{"}"#,
    #"{ "a" : [ ] }"#, #"{"a key of more than sixteen bytes":"and {a value} of as many"}"#,
    #"{"é":"中[",\#t"b":null}"#,
    #"{"a":1,"a":1}"#, #"{"a":1,}"#, #"{"a":}"#, #"{"a":[1}"#, #"{"a":"x}"#, #"{\"a":1}"#, #"{}}"#, #"[{}]"#,
    "1",
  ]

  /// Arrays of known objects are accepted or rejected like those of new ones.
  @Test(arguments: objects) func knownObjectsAreReadAlike(_ object: String) {
    let arrays = [
      object, "\(object),\(object)", " \(object) ,\t{} ", "\(object),", "\(object) \(object)",
      "{},\(object)x", String(object.dropLast()),
    ]
    let lines = arrays.flatMap { ["{\"a\":[\($0)]}", "{\"a\":[\($0)],\"b\":[\(object)]}", "{\"a\":[\($0)"] }
    let alone = lines.flatMap { members(Array($0.utf8)) }
    let text = (lines + lines.reversed() + lines).joined(separator: "\n")
    #expect(members(Array(text.utf8)) == alone + alone.reversed() + alone)
    for (line, row) in zip(lines, alone) {
      let bytes = PaddedBytes(Array(line.utf8))
      let isJSON = (try? bytes.checkJSON(in: 0..<bytes.count)) != nil
      if case .values = row { #expect(isJSON, "\(line)") } else { #expect(!isJSON, "\(line)") }
    }
  }

  /// More objects than are kept: different bytes never share a number.
  @Test func objectsAreDistinguished() {
    let lines = (0..<10_000).flatMap { number in Array(repeating: "{\"a\":[{\"n\":\(number)}]}\n", count: 2) }
    let bytes = PaddedBytes(Array(lines.joined().utf8))
    var reader = JSONLinesReader(known: []) { _ in 0 }
    var (offset, found) = (0, [Int]())
    while offset < bytes.count {
      reader.read(bytes, at: offset)
      found += reader.objects(of: reader.value(0))
      offset = reader.row.next
    }
    #expect(found.count == 20_000 && Set(found).count == 10_000)
  }

  @Test func malformedUTF8IsRejected() {
    #expect(
      members(Array("{\"a\":\"".utf8) + [0xFF] + Array("\"}".utf8)) == [
        .fault(.notJSON(.malformedUTF8, column: 7))
      ])
  }

  /// More keys than are kept, of all lengths, plain and escaped: none is lost or mixed up.
  @Test(arguments: ["", "\\u0061"]) func manyKeysAreDistinguished(_ prefix: String) {
    let names = (0..<3000).map { number in
      number % 2 == 0
        ? String(repeating: "k", count: number % 40) + "\(number)" : "column_\(10000 + number)_description"
    }
    let row = "{" + names.map { "\"\(prefix)\($0)\":\"\($0)\"" }.joined(separator: ",") + "}"
    let read = ReadRow.values(names.map { (prefix.isEmpty ? "" : "a") + "\($0)=\($0)" })
    #expect(
      members(Array("\(row)\n\(row)\n{\"b\":\"1\"}".utf8), known: ["b", "c"]) == [
        read, read, .values(["b=1"]),
      ])
  }

  /// A row with the maximum number of keys is read and one with more is not, whatever came before.
  @Test func keysAreLimited() {
    func row(_ count: Int) -> String {
      "{" + (0..<count).map { "\"\($0)\":\"\"" }.joined(separator: ",") + "}"
    }
    let read = ReadRow.values((0..<Row.maxColumns).map { "\($0)=" })
    let most = row(Row.maxColumns)
    let many = row(Row.maxColumns + 1)
    #expect(
      members(Array([most, many, most, row(1), many].joined(separator: "\n").utf8))
        == [read, .fault(.tooWide), read, .values(["0="]), .fault(.tooWide)])
    #expect(
      members(Array((many.dropLast() + ",}").utf8)) == [.fault(.notJSON(.trailingComma, column: many.count))])
  }

  /// The same for the total length of the keys, whether few or many.
  @Test(arguments: [1, 3, 1000]) func nameBytesAreLimited(_ count: Int) {
    let length = Row.maxNameBytes / count
    func row(_ length: Int) -> [UInt8] {
      let names = (0..<count).map { String(repeating: "k", count: length - 7) + "\(1000 + $0)" }
      return Array(("{" + names.map { "\"\($0)\":1" }.joined(separator: ",") + "}").utf8)
    }
    let (most, long) = (row(length), row(length + 2))
    let rows = members(Array([most, long, most, long].joined(separator: [0x0A])))
    #expect(rows.map { $0 == .fault(.tooWide) } == [false, true, false, true])
  }

  /// Random bytes: the reader agrees with the strict parser on every line and stays in bounds.
  @Test func randomLinesAgreeWithTheStrictParser() {
    var random = SeededGenerator(seed: 20_261_121)
    let pieces = [
      "{", "}", "\"a\"", "\"b\"", ":", ",", "1", "\"x\\n\"", "[", "]", " ", "null", "\"", "\\", "é", "tru",
    ]
    for _ in 0..<20_000 {
      let line = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      let object = random.next() % 2 == 0 ? "{\"a\":" + line + "}" : line
      let document = try? JSONDocument(Array(object.utf8)).root
      let found = members(Array(object.utf8))
      let isBlank = object.allSatisfy { $0 == " " }
      let isFine = found.count == 1 && { if case .values = found[0] { true } else { false } }()
      #expect(isBlank || isFine == (document?.members != nil), "\(object)")
    }
  }
}
