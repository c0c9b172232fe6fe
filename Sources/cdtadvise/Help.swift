import CodingRules

/// The help of the program or of one command.
struct Help {
  private let command: Command?

  /// The environment variables that are read.
  static let environment = [
    (name: "CDTADVISE_RULES", meaning: "the folder of a rule book, as --rules"),
    (name: "NO_COLOR", meaning: "no colour, if not empty"),
    (
      name: "FORCE_COLOR",
      meaning: "colour wherever the text goes, if neither empty nor 0; CLICOLOR_FORCE too"
    ),
    (name: "COLUMNS", meaning: "the width of text"),
  ]

  /// Whether the words ask for help: `--help` or `-h` anywhere before `--`, or `help COMMAND`.
  init?(_ words: [String]) {
    let flags = words.prefix { $0 != "--" }
    let isAsked = flags.contains("--help") || flags.contains("-h")
    guard isAsked || words.first == "help" else { return nil }
    let named = (words.first == "help" ? words.dropFirst() : words[...]).first { word in
      Command.all.contains { $0.name == word }
    }
    command = Command.all.first { $0.name == named && $0.name != "help" }
  }

  /// The text, its lines broken at the width.
  func text(width: Int) -> String {
    var page = TextPage(TextStyle(width: width, isColoured: false))
    if let command { writeCommand(command, &page) } else { writeProgram(&page) }
    page.heading("Notice")
    page.paragraph("The rules are no official CDT or CPT text and no promise of payment.")
    page.paragraph(
      "Report faults with the command line and 'cdtadvise --version'. More in README.md and rules/README.md.")
    return page.text
  }

  private func writeProgram(_ page: inout TextPage) {
    page.paragraph(
      "cdtadvise tells which procedure code describes a model, scan, print, image or plan, by how it was made."
    )
    page.heading("Usage")
    page.item("", "cdtadvise [COMMAND] [FLAGS]", hang: 0)
    page.item("", "Without a command the interview begins.", hang: 0)
    writeExamples(Command.all.flatMap { $0.examples.prefix(1) }, &page)
    page.heading("Commands")
    for command in Command.all { page.item(command.name, command.summary, hang: 13) }
    page.heading("Flags of 'ask', which needs no name")
    writeFlags(Command.ask.ownFlags, &page)
    page.heading("Flags of every command")
    writeFlags(Flag.common, &page)
    page.heading("Exit status")
    for status in ExitStatus.allCases { page.item("\(status.rawValue)", status.meaning, hang: 5) }
    page.heading("Environment")
    for variable in Self.environment { page.item(variable.name, variable.meaning, hang: 18) }
  }

  private func writeCommand(_ command: Command, _ page: inout TextPage) {
    page.paragraph(command.summary.prefix(1).uppercased() + command.summary.dropFirst() + ".")
    page.heading("Usage")
    page.item("", command.usage, hang: 2)
    writeExamples(command.examples[...], &page)
    if command.takesAnswers { writeQuestions(of: command, &page) }
    if !command.ownFlags.isEmpty {
      page.heading("Flags")
      writeFlags(command.ownFlags, &page)
    }
    page.heading("Flags of every command")
    writeFlags(Flag.common, &page)
    page.paragraph(
      "Of a flag that is given twice, the last counts; two different answers to one question are refused.")
  }

  private func writeExamples(
    _ examples: some Sequence<(line: String, remark: String)>, _ page: inout TextPage
  ) {
    page.heading("Examples")
    for example in examples {
      page.commandLine(example.line.split(separator: " ").map(String.init))
      page.item("", example.remark, indent: 6, hang: 0)
    }
  }

  /// The questions that are flags: the facts of a visit, or those of the main topic; `topics` names the others.
  private func writeQuestions(of command: Command, _ page: inout TextPage) {
    let book = RuleBook.standard
    guard let topic = book.topics.first else { return }
    let isVisit = command.name == Command.visit.name
    page.heading(
      isVisit ? "Facts of the whole visit, each a flag" : "Questions of the topic '\(topic.id)', each a flag")
    let questions =
      isVisit ? book.visitFacts : topic.openFacts([:]).filter { $0.topic == topic.id }
    for question in questions {
      page.item("--\(question.field)", question.ask, hang: 14)
      page.item("", question.answers.map(\.id).joined(separator: ", "), indent: 16, hang: 0)
    }
    if !isVisit { page.paragraph("The other topics: cdtadvise topics", indent: 2) }
  }

  private func writeFlags(_ flags: [Flag], _ page: inout TextPage) {
    for flag in flags {
      let short = flag.short.map { "-\($0), " } ?? ""
      let value = flag.valueName.map { " \($0)" } ?? ""
      let choices = flag.choices.isEmpty ? "" : ": \(flag.choices.joined(separator: ", "))"
      let fallback = flag.fallback.map { " (else \($0))" } ?? ""
      page.item("\(short)\(flag.typed)\(value)", flag.summary + choices + fallback, hang: 26)
    }
  }
}

extension Command {
  static let help = Command(
    name: "help", summary: "show help, of one command if it is named", operands: "[COMMAND]",
    operandKind: .command,
    examples: [("cdtadvise help ask", "the help of a command, as 'cdtadvise ask --help'")],
    run: { _ in Outcome(text: nil) })
}
