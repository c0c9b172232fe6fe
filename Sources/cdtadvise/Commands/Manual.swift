import CodingRules

extension Command {
  static let manual = Command(
    id: .man, group: .setup, summary: "print the manual page, in roff",
    examples: """
      cdtadvise man | man -l -  # show it
      """
  ) { run throws(Failure) in
    Outcome(text: Manual(try run.book().edition).text)
  }
}

/// The manual page, generated from the tables of commands, flags and statuses.
private struct Manual {
  private var lines: [String]

  var text: String { lines.map { $0 + "\n" }.joined() }

  init(_ edition: Edition) {
    lines = [".TH CDTADVISE 1 \"\(edition.reviewed)\" \"cdtadvise \(Run.programVersion)\" \"User Commands\""]
    section(
      "NAME",
      ["cdtadvise \\- find the procedure code that describes a model, scan, print, image or plan"])
    section("SYNOPSIS", [".B cdtadvise", "[\\fICOMMAND\\fR] [\\fIFLAGS\\fR]"])
    section(
      "DESCRIPTION",
      [
        "Finds the CDT code for a model, scan, print, image or virtual plan, or the CPT code on a medical claim, with the",
        "reason, the sources and what not to bill separately.",
        "Without a command it asks what was done; flags answer questions beforehand.",
        Self.escaped(edition.notice),
      ])
    section("COMMANDS", Command.all.flatMap(Self.command))
    section("OPTIONS", ["Of every command:"] + Flag.common.flatMap(Self.flag))
    section("EXIT STATUS", ExitStatus.allCases.flatMap { Self.entry("\($0.rawValue)", $0.meaning) })
    section("ENVIRONMENT", ManualEntry.environment.flatMap { Self.entry($0.name, $0.meaning) })
    section(
      "FILES", ["Only those named on the command line. The rules are built into the program."])
    section("LIMITS", ManualEntry.limits.flatMap { Self.entry($0.name, "at most " + $0.meaning) })
    section(
      "EXAMPLES",
      Command.all.flatMap { Command.examples(in: $0.examples) }.flatMap {
        Self.entry(Self.escaped($0.line), $0.remark, isEscaped: true)
      })
    section(
      "SEE ALSO", ["cdtadvise COMMAND --help, and cdtadvise ask TOPIC --help for the questions of a topic."])
  }

  private mutating func section(_ title: String, _ body: [String]) {
    lines += [".SH \(title)"] + body
  }

  private static func command(_ command: Command) -> [String] {
    let usage = command.usage.dropFirst("cdtadvise ".count)
    return entry(String(usage), command.summary) + [".RS"] + command.ownFlags.flatMap(flag) + [".RE"]
  }

  private static func flag(_ flag: Flag) -> [String] {
    entry(flag.synopsis, flag.explanation)
  }

  private static func entry(_ term: String, _ meaning: String, isEscaped: Bool = false) -> [String] {
    [".TP", "\\fB\(isEscaped ? term : escaped(term))\\fR", escaped(meaning)]
  }

  /// The text with the special characters of roff escaped.
  private static func escaped(_ words: String) -> String {
    let marks: [Character: String] = ["\\": "\\e", "-": "\\-", "…": "..."]
    let text = words.map { marks[$0] ?? String($0) }.joined()
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
