import StrictJSON
import Testing

struct JSONWriterTests {
  static let value: JSON = [
    "zulu": 1, "alpha": [true, nil, "x", [], [:], [[2]]], "mike": ["b": -3, "a": "y"], "": .string(""),
  ]

  private func text(_ value: JSON, _ layout: JSON.Layout = .compact) -> String {
    String(decoding: value.bytes(layout), as: UTF8.self)
  }

  @Test func compact() {
    #expect(
      text(Self.value)
        == #"{"zulu":1,"alpha":[true,null,"x",[],{},[[2]]],"mike":{"b":-3,"a":"y"},"":""}"#)
  }

  @Test func indented() {
    #expect(
      text(Self.value, .indented) == """
        {
          "zulu": 1,
          "alpha": [
            true,
            null,
            "x",
            [],
            {},
            [
              [
                2
              ]
            ]
          ],
          "mike": {
            "b": -3,
            "a": "y"
          },
          "": ""
        }
        """)
  }

  @Test(
    arguments: [
      (nil, "null"), (true, "true"), (false, "false"), (0, "0"), (.integer(.max), "9223372036854775807"),
      (.integer(.min), "-9223372036854775808"), ("", "\"\""), ([], "[]"), ([:], "{}"),
      (.optional(nil), "null"), (.optional("a"), "\"a\""), (.strings(["b", "a"]), "[\"b\",\"a\"]"),
      (.strings([]), "[]"),
    ] as [(JSON, String)])
  func layoutsOfOneValue(_ value: JSON, written: String) {
    #expect(text(value) == written)
    if !written.contains(",") { #expect(text(value, .indented) == written) }
  }

  @Test(arguments: [
    ("\"", #"\""#), ("\\", #"\\"#), ("/", "/"), ("\n", #"\n"#), ("\r", #"\r"#), ("\r\n", #"\r\n"#),
    ("\t", #"\t"#), ("\0", #"\u0000"#), ("\u{8}", #"\u0008"#), ("\u{C}", #"\u000c"#),
    ("\u{1B}[31m", #"\u001b[31m"#), ("\u{7F}", #"\u007f"#), ("\u{80}", #"\u0080"#), ("\u{85}", #"\u0085"#),
    ("\u{9B}31m", #"\u009b31m"#), ("\u{2028}", #"\u2028"#), ("\u{2029}", #"\u2029"#), ("\u{A0}", "\u{A0}"),
    ("\u{FEFF}", "\u{FEFF}"), ("é", "é"), ("e\u{301}", "e\u{301}"), ("歯", "歯"), ("🦷", "🦷"),
    ("\u{10FFFF}", "\u{10FFFF}"), ("D0470", "D0470"),
  ])
  func escapes(_ content: String, written: String) throws {
    #expect(text(.string(content)).scalarValues == "\"\(written)\"".scalarValues)
    #expect(text([content: 1]).scalarValues == "{\"\(written)\":1}".scalarValues)
    #expect(try read(text(.string(content))).string?.scalarValues == content.scalarValues)
  }

  /// The JSON of any text has no control characters and parses to the text.
  @Test func everyScalarOfThreePlanes() throws {
    for plane in [0, 1, 16] as [UInt32] {
      let content = String(
        String.UnicodeScalarView(((plane << 16)...(plane << 16 | 0xFFFF)).compactMap(Unicode.Scalar.init)))
      let written = text(.string(content))
      #expect(!written.unicodeScalars.contains { $0.properties.generalCategory == .control })
      #expect(try read(written).string?.scalarValues == content.scalarValues)
    }
  }
}
