import CodingRules

extension Command {
  static let manual = Command(
    name: "man", group: .setup, summary: "print the manual page, in roff",
    examples: """
      cdtadvise man | man -l -  # show it
      """
  ) { run throws(Failure) in
    Outcome(text: Manual.text(try run.book().edition))
  }
}

/// The manual page: `Manual/cdtadvise.1`, with the tables of commands, flags and examples filled in.
private enum Manual {
  static func text(_ edition: Edition) -> String {
    let examples = Command.all.flatMap { Command.examples(in: $0.examples) }
    let parts = [
      "REVIEWED": "\(edition.reviewed)", "VERSION": Run.programVersion, "NOTICE": escaped(edition.notice),
      "COMMANDS": Command.all.map(command).joined(separator: "\n"), "FLAGS": flags(Flag.common),
      "EXAMPLES": examples.map { entry($0.line, $0.remark) }.joined(separator: "\n"),
    ]
    var page = String(decoding: PackageResources.cdtadvise_1, as: UTF8.self)
    for (name, part) in parts { page.replace("@\(name)@", with: part) }
    return page
  }

  private static func command(_ command: Command) -> String {
    let usage = String(command.usage.dropFirst("cdtadvise ".count))
    let own = command.ownFlags.isEmpty ? "" : "\n" + flags(command.ownFlags)
    return entry(usage, command.summary) + "\n.RS" + own + "\n.RE"
  }

  private static func flags(_ flags: [Flag]) -> String {
    flags.map { entry($0.synopsis, $0.explanation) }.joined(separator: "\n")
  }

  private static func entry(_ term: String, _ meaning: String) -> String {
    ".TP\n\\fB\(escaped(term))\\fR\n\(escaped(meaning))"
  }

  /// The text with the special characters of roff escaped.
  private static func escaped(_ words: String) -> String {
    let marks: [Character: String] = ["\\": "\\e", "-": "\\-", "…": "..."]
    let text = words.map { marks[$0] ?? String($0) }.joined()
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
