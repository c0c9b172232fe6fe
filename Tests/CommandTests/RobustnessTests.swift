import Foundation
import TestSupport
import Testing

/// Robustness against any environment and any bytes in rules and arguments.
struct RobustnessTests {
  static let advice = ["--purpose", "diagnostic", "--capture", "stone-cast", "--on", "2026-03-02"]

  @Test func environmentDoesNotChangeOutput() throws {
    let plain = CommandRun.run(Self.advice + ["--json"])
    for environment in [
      ["LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu"], ["LANG": "C", "COLUMNS": "40"], ["TERM": "dumb"],
    ] {
      #expect(CommandRun.run(Self.advice + ["--json"], environment: environment) == plain)
    }
  }

  @Test func aCommandIsNotSuggestedForItself() {
    let result = CommandRun.run(["--", "topics"])
    #expect(result.errors.hasPrefix("cdtadvise: unexpected argument '--'\n"))
    #expect(result.status == 64)
  }

  /// A suggestion can be a column name, which is untrusted like the rest of a file.
  @Test(arguments: ["batch - --from csv --visit-by id", "audit - --from csv --map claim=id"])
  func suggestionsShowNoControlCharacters(_ line: String) {
    let words = line.split(separator: " ").map(String.init)
    let result = CommandRun.run(words, input: Data("\u{1B}d,code,date\n".utf8), isTerminal: true)
    #expect(result.errors.contains("did you mean '\\u{1B}d'?"))
    #expect(!result.errors.contains("\u{1B}"))
  }

  @Test func textFitsTheWidth() throws {
    for width in [40, 60, 100] {
      let result = CommandRun.run(Self.advice, environment: ["COLUMNS": "\(width)"])
      #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= width })
      let help = CommandRun.run(["--help"], environment: ["COLUMNS": "\(max(50, width))"])
      #expect(help.output.split(separator: "\n").allSatisfy { $0.count <= max(50, width) })
    }
  }

  @Test(arguments: [
    (["--color", "always"], [:], true), (["--color", "always"], ["NO_COLOR": "1"], true),
    ([], ["FORCE_COLOR": "1"], true),
    ([], ["FORCE_COLOR": "1", "NO_COLOR": "1"], false), ([], ["FORCE_COLOR": "0"], false),
    (["--no-color"], ["FORCE_COLOR": "1"], false),
    ([], [:], false), ([], ["CLICOLOR_FORCE": "1", "NO_COLOR": ""], true),
    (["--no-color", "--color", "always"], [:], true), (["--color", "always", "--no-color"], [:], false),
  ]) func colorIsDecidedByFlagThenEnvironment(
    _ flags: [String], _ environment: [String: String], _ isColored: Bool
  ) throws {
    let result = CommandRun.run(Self.advice + flags, environment: environment)
    #expect(result.output.contains("\u{1B}") == isColored)
  }

  @Test func rulesOfAnyBytesNeverCrash() throws {
    let standard = TestFiles.package.appendingPathComponent(TestFiles.testBook)
    let folder = try TestFiles.newFolder().appendingPathComponent("rules")
    try FileManager.default.copyItem(at: standard, to: folder)
    var random = SeededGenerator(seed: 7)
    for file in [
      "edition.json", "sources.json", "codes.json", "cards.json", "devices.json", "checks.json",
      "cases.json", "topics/model.json",
    ] {
      let original = try Data(contentsOf: standard.appendingPathComponent(file))
      for _ in 0..<20 {
        var bytes = original
        for _ in 0..<4 {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        try bytes.prefix(Int.random(in: 0...bytes.count, using: &random)).write(
          to: folder.appendingPathComponent(file))
        let result = CommandRun.run(["check", folder.path])
        #expect([0, 1].contains(result.status), "\(file)")
        #expect(!result.output.unicodeScalars.contains { $0 != "\n" && $0.value < 0x20 })
      }
      try original.write(to: folder.appendingPathComponent(file))
    }
  }

  @Test func argumentsOfAnyBytesNeverCrash() throws {
    var random = SeededGenerator(seed: 11)
    let letters = Array("-=abpurposecaptr \u{1B}\u{9B}é🦷\"'%$\\/.0123456789")
    for _ in 0..<120 {
      let words = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        String(
          (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in letters.randomElement(using: &random)
          })
      }
      let result = CommandRun.run(words)
      #expect([0, 3, 64, 65, 73, 78].contains(result.status), "\(words)")
      #expect(
        !(result.errors + result.output).unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" },
        "\(words)")
    }
  }

  /// The keys of a profile are untrusted and must not control a terminal.
  @Test func profileKeysAreSanitized() {
    let profile = #"{"format":1,"map":{"\b\u001B[2J":"x","\b\u001B[2J":"y"}}"#
    let result = CommandRun.run(["batch", "rows.csv", "--profile", "-"], input: Data(profile.utf8))
    #expect(result.status == 65)
    #expect(result.errors.hasSuffix(#"duplicate key '\u{8}\u{1B}[2J'"# + "\n"), "\(result.errors)")
  }
}
