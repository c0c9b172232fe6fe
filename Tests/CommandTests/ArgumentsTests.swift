import Testing

@testable import cdtadvise

/// Words of a command line that name the command, values, and operands.
struct ArgumentsTests {
  static let lines: [(words: [String], command: String, output: String?, operands: [String])] = [
    (["-ofoo", "topics"], "topics", "foo", []), (["-o", "foo", "topics"], "topics", "foo", []),
    (["-qofoo", "topics", "x"], "topics", "foo", ["x"]), (["-qo", "foo", "topics"], "topics", "foo", []),
    (["--output=foo", "topics"], "topics", "foo", []), (["-q", "topics"], "topics", nil, []),
    (["--purpose", "topics"], "ask", nil, []), (["--purpose=x", "topics"], "topics", nil, []),
    (["--", "topics"], "ask", nil, ["topics"]), (["topics", "--", "-q"], "topics", nil, ["-q"]),
  ]

  @Test(arguments: lines) func wordsAreSortedOut(
    _ words: [String], command: String, output: String?, operands: [String]
  ) throws {
    let words = words.map { Word($0.utf8) }
    #expect(Arguments.command(in: words)?.name ?? "ask" == command)
    guard let arguments = try? Arguments(words) else { return #expect(words[0].text == "--purpose=x") }
    #expect(arguments.command.name == command)
    #expect(arguments.path(.output)?.text == output)
    #expect(arguments.operands == operands)
  }
}
