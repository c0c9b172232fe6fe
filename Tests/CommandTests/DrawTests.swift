import Testing

@testable import cdtadvise

/// The default depth of `draw`, and its flags.
struct DrawTests {
  static func draw(_ words: String...) -> CommandResult { CommandRun.run(["draw"] + words) }

  static func lineCount(_ result: CommandResult) -> Int { result.output.count { $0 == "\n" } }

  @Test(arguments: ["model", "cbct", "evaluation"]) func textIsShort(_ topic: String) {
    let short = Self.draw(topic)
    #expect(short.status == 0 && short.errors.isEmpty)
    #expect(Self.lineCount(short) <= 60)
    #expect(short.output.contains(" more question"))
    let long = Self.draw(topic, "--depth", "9")
    #expect(Self.lineCount(long) > 60 && !long.output.contains(" more question"))
  }

  @Test func asciiIsShortToo() {
    let ascii = Self.draw("model", "--ascii")
    #expect(Self.lineCount(ascii) <= 60)
    #expect(ascii.output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func depthAndExpand() {
    let lines = [["--depth", "1"], [], ["--depth", "9"], ["--expand"]].map { words in
      Self.lineCount(CommandRun.run(["draw", "model"] + words))
    }
    #expect(lines == lines.sorted() && Set(lines).count == lines.count)
    #expect(Self.draw("model", "--expand").output.contains("(sports-guard) → Part of D9941\n"))
  }

  @Test(arguments: ["0", "x", "-1", "1.5"]) func depthIsANumber(_ depth: String) {
    let result = Self.draw("model", "--depth=\(depth)")
    #expect(result.status == 64 && result.errors.contains("--depth"))
  }

  @Test func theDateOfServiceIsKept() {
    let words = ["draw", "model", "--depth", "2", "--on"]
    #expect(
      CommandRun.run(words + ["2022-06-01"]).output.contains(
        "D0801 Scan inside the mouth, not before 2023"))
    let today = CommandRun.run(words + ["2026-03-02"]).output
    #expect(today.contains("D0801 Scan inside the mouth;") && !today.contains("since"))
  }

  @Test func thePictureIsAnSVGDocument() {
    let result = Self.draw("model", "--to", "svg")
    #expect(result.output.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "))
    #expect(result.output.hasSuffix("</svg>\n"))
  }
}
