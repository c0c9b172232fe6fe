import Foundation
import TestSupport
import Testing

@testable import cdtadvise

/// Input limits: input of the maximum size is read, and anything larger is rejected.
struct LimitTests {
  @Test func theReferenceHasTheTable() throws {
    let page = try String(
      contentsOf: TestFiles.package.appendingPathComponent("Sources/CodingRules/CodingRules.docc/Limits.md"),
      encoding: .utf8)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
    let manual = CommandRun.run(["man"]).output.replacing("\\-", with: "-")
    let section = manual.components(separatedBy: ".SH ").first { $0.hasPrefix("LIMITS\n") }
    let entries = try #require(section).components(separatedBy: ".TP\n\\fB").dropFirst()
    #expect(
      rows.map(String.init)
        == entries.map { "| \($0.dropLast().replacing("\\fR\nat most ", with: " | ")) |" })
  }

  /// A command line, a template of its standard input, and the maximum length.
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let input: String
    let length: Int
    var testDescription: String { line }

    /// Runs the command with an input of a length.
    func run(_ length: Int) -> CommandResult {
      let filled = input.replacing("▸", with: String(repeating: " ", count: length + 3 - input.utf8.count))
      return CommandRun.run(line.split(separator: " ").map(String.init), input: Data(filled.utf8))
    }
  }

  @Test(arguments: [
    Case(line: "visit -", input: #"{"services":[{"topic":"panoramic"}]▸}"#, length: 64 << 10),
    Case(line: "batch rows.csv --profile -", input: "{▸}", length: 64 << 10),
    Case(line: "explain D0470 --plan -", input: "{▸}", length: 1 << 20),
  ]) func whatFitsIsRead(_ given: Case) {
    let fits = given.run(given.length)
    #expect(
      !fits.errors.contains("larger than"), "\(fits.errors)")
    let more = given.run(given.length + 1)
    #expect(more.status == 66 && more.errors.contains("larger than"), "\(more.errors)")
  }

  @Test func servicesAreLimited() {
    func run(_ count: Int) -> CommandResult {
      let service = #"{"topic":"model","answers":{"purpose":"device","device":"crown"}}"#
      let services = Array(repeating: service, count: count).joined(separator: ",")
      return CommandRun.run(["visit", "-", "-q"], input: Data("{\"services\":[\(services)]}".utf8))
    }
    #expect(run(100).status != 65)
    #expect(run(101).status == 65 && run(101).errors.contains("at most 100 services"))
  }

  @Test func linesAreTruncated() {
    func run(_ line: String) -> CommandResult {
      CommandRun.run(
        ["quiz", "--seed", "7"], input: Data((line + "\nq\n").utf8), environment: ["TERM": "dumb"],
        isTerminal: true)
    }
    let padding = String(repeating: " ", count: 4_092)
    #expect(run(padding + "none") == run("none"))
    #expect(run(padding + " none") == run("non"))
    #expect(run("none") != run("non"))
  }

  @Test(arguments: [("999", true), ("1000", true), ("1001", false), ("0", false)])
  func quizQuestionsAreLimited(_ count: String, _ isRight: Bool) {
    let result = CommandRun.run(["quiz", "model", "--to", "tsv", "--seed", "1", "--count", count])
    #expect((result.status == 0) == isRight)
  }
}
