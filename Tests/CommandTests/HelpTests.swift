import Foundation
import Testing

@testable import cdtadvise

/// All ways to request help.
struct HelpTests {
  @Test(arguments: [["-h"], ["-qh"], ["-hq"], ["help"], ["--help", "--nonsense"], ["-h", "nonsense"]])
  func theProgramHasOneHelp(_ words: [String]) {
    let help = CommandRun.run(["--help"])
    #expect(help.errors.isEmpty && help.status == 0)
    #expect(CommandRun.run(words) == help)
  }

  @Test(arguments: Command.all.map(\.name)) func aCommandHasOneHelp(_ name: String) {
    let help = CommandRun.run(["help", name])
    #expect(help.errors.isEmpty && help.status == 0)
    for words in [[name, "--help"], [name, "-h"], [name, "-qh"], [name, "--nonsense", "-h"]] {
      #expect(CommandRun.run(words) == help)
    }
  }

  @Test(arguments: Command.all.map(\.name)) func aCommandHasOneVersion(_ name: String) {
    let version = CommandRun.run(["--version"])
    #expect(version.output.hasPrefix("cdtadvise ") && version.status == 0)
    #expect(CommandRun.run([name, "--version"]) == version)
  }

  /// After `--` or as the value of a flag, it is an ordinary word.
  @Test(arguments: [["--", "--help"], ["topics", "-oh", "--rules", "/nosuch"]])
  func helpCanBeAnOrdinaryWord(_ words: [String]) {
    #expect(CommandRun.run(words).status != 0)
  }

  @Test func theProgramsHelpFitsAPage() {
    #expect(
      CommandRun.run(["--help"]).output.split(separator: "\n", omittingEmptySubsequences: false).count <= 60)
  }

  @Test func aTopicsHelpListsItsQuestions() {
    let help = CommandRun.run(["ask", "CBCT", "--help"]).output
    #expect(help.contains("\n  --view") && !help.contains("\n  --purpose"))
  }

  /// The manual documents every exit status, and no other.
  @Test func everyStatusIsInTheManual() throws {
    let sections = CommandRun.run(["man"]).output.components(separatedBy: ".SH ")
    let statuses = try #require(sections.first { $0.hasPrefix("EXIT STATUS\n") })
    let numbers = statuses.matches(of: /\\fB(\d+)\\fR/).map { String($0.output.1) }
    #expect(numbers == ExitStatus.allCases.map { "\($0.rawValue)" })
  }
}
