import StrictJSON
import Testing

/// Lines and columns of offsets marked with `▸`.
struct TextPositionTests {
  @Test(arguments: [
    ("▸", 1, 1), ("▸abc", 1, 1), ("ab▸c", 1, 3), ("abc▸", 1, 4), ("abc▸\n", 1, 4), ("abc\n▸", 2, 1),
    ("\n\n\n▸x", 4, 1), ("a\r\nb▸", 2, 2), ("a\r▸b", 1, 3), ("é▸x", 1, 2), ("歯科▸x", 1, 3), ("🦷▸x", 1, 2),
    ("e\u{301}▸x", 1, 3), ("é\n歯 🦷▸", 2, 4), ("\u{2028}▸x", 1, 2), ("\t▸x", 1, 2),
  ])
  func places(_ text: String, line: Int, column: Int) {
    let halves = text.split(separator: "▸", omittingEmptySubsequences: false).map { Array($0.utf8) }
    let position = TextPosition(of: halves[0].count, in: halves[0] + halves[1])
    #expect(position.line == line)
    #expect(position.column == column)
  }

  @Test func pastTheEndIsTheEnd() {
    #expect(TextPosition(of: 99, in: "a\nbc".utf8) == TextPosition(of: 4, in: "a\nbc".utf8))
  }

  @Test(arguments: [
    ("{\n  \"label\": \"Zahnärztliche Aufnahme\",\n}", 2, 36), ("[\"歯科🦷\" 1]", 1, 8),
    ("[\r\n1,\r\n2 3]", 3, 3), ("[1,\n", 2, 1), ("{\"ä\": 1,\n \"ö\": 2,\n \"ä\": 3}", 3, 2),
    ("\"é\n\"", 1, 3), ("[\"é\",\"\\q\"]", 1, 8), ("\u{FEFF}[]", 1, 1),
  ])
  func placesOfErrors(_ text: String, line: Int, column: Int) throws {
    let error = try #require(parseError(of: text.utf8))
    let position = TextPosition(of: error.offset, in: text.utf8)
    #expect(position.line == line)
    #expect(position.column == column)
  }

  @Test(
    arguments: [
      (.unexpectedEnd, "unexpected end of file"), (.unexpected(expected: "a colon"), "expected a colon"),
      (.repeatedKey("id"), "duplicate key 'id'"), (.malformedUTF8, "this is not UTF-8"),
      (.tooLong, "a text of more than 4 GiB is not read"),
      (
        .repeatedKey(String(repeating: "é", count: 80)),
        "duplicate key '\(String(repeating: "é", count: 80))'"
      ),
      (
        .repeatedKey(String(repeating: "é", count: 81)),
        "duplicate key '\(String(repeating: "é", count: 80))…'"
      ),
    ] as [(JSONError.Kind, String)])
  func descriptions(_ kind: JSONError.Kind, phrase: String) {
    #expect("\(JSONError(kind, at: 3))" == phrase)
  }
}
