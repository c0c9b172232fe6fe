import CodingRules

/// The help of the program or of one command.
struct Help {
  /// The command; nil for the program.
  let command: Command?
  /// The book and the topic whose questions are listed.
  let book: RuleBook
  let topic: Topic?

  /// The help that `--help` or `-h` anywhere before `--` asks for, even if other words are wrong; nil without either.
  static func requested(by words: [Word], at terminal: Terminal) -> Help? {
    guard words.prefix(while: { $0 != Word("--".utf8) }).contains(where: asksForHelp) else { return nil }
    let arguments = try? Arguments(words)
    let folder = arguments?[.rules] ?? terminal.environment("CDTADVISE_RULES")
    let book = folder.flatMap { try? RuleBook(folder: $0) } ?? .standard
    let topic = words.lazy.compactMap { book.namedTopic($0.text) }.first
    return Help(command: Arguments.command(in: words), book: book, topic: topic)
  }

  /// Whether a word is `--help`, `-h`, or a group of one-letter flags with `h`.
  private static func asksForHelp(_ word: Word) -> Bool {
    guard word.isFlag, !word.isLongFlag else { return word == Word("--help".utf8) }
    let switches = word.bytes.dropFirst().prefix { $0 != Flag.output.short?.asciiValue }
    return switches.contains { $0 == Flag.help.short?.asciiValue }
  }

  /// Writes the help to standard output.
  func show(at terminal: Terminal) throws(Failure) -> ExitStatus {
    try ResultStream.write(to: nil, at: terminal) { _ in
      Outcome(text: text(width: terminal.width(of: terminal.output)))
    }
  }

  /// The text, wrapped at the width.
  func text(width: Int) -> String {
    var page = TextPage(TextStyle(width: width, isColored: false))
    if let command {
      write(command, &page)
    } else {
      writeProgram(&page)
      page.paragraph(
        "Our rules are not the official CDT or CPT text; payment is not guaranteed. Report bugs with "
          + "the command line and the output of 'cdtadvise --version'.")
    }
    return page.text
  }

  // MARK: The program

  private func writeProgram(_ page: inout TextPage) {
    page.paragraph(
      "cdtadvise finds the procedure code that describes a model, scan, print, image or plan.")
    page.heading("Usage")
    page.item("", "cdtadvise [COMMAND] [FLAGS]", hang: 0)
    page.item("", "Without a command, the interview begins.", hang: 0)
    write(examples: Self.examples, &page)
    for group in Command.Group.allCases {
      page.heading(group.rawValue)
      for command in Command.all where command.group == group {
        page.item(command.name, command.summary, hang: 13)
      }
    }
    page.heading("Flags of every command")
    write(Flag.common, &page)
    page.paragraph("")
    page.paragraph(
      "More: 'cdtadvise COMMAND --help'; exit statuses and environment variables: 'cdtadvise man'.")
  }

  private static let examples = """
    cdtadvise  # the interview
    cdtadvise --purpose diagnostic --capture stone-cast  # the same by flags
    cdtadvise batch claims.csv  # a file, row by row
    cdtadvise explain D0470  # when to use a code, when not, and why
    """

  // MARK: One command

  private func write(_ command: Command, _ page: inout TextPage) {
    page.paragraph(command.summary.asSentence)
    page.heading("Usage")
    page.item("", command.usage, hang: 0)
    write(examples: command.examples, &page)
    if command.takesAnswers { writeQuestions(of: command, &page) }
    if !command.ownFlags.isEmpty {
      page.heading("Flags")
      write(command.ownFlags, &page)
    }
    page.heading("Flags of every command")
    write(Flag.common, &page)
    page.paragraph("")
    page.paragraph(
      "If a flag is repeated, the last one wins; two different answers to one question are refused.")
  }

  private func write(examples: String, _ page: inout TextPage) {
    page.heading("Examples")
    for example in Command.examples(in: examples) {
      page.commandLine(example.line.split(separator: " ").map(String.init))
      page.item("", example.remark, indent: 6, hang: 0)
    }
  }

  private func write(_ flags: [Flag], _ page: inout TextPage) {
    for flag in flags { page.item(flag.synopsis, flag.explanation, hang: 26) }
  }

  /// Writes the questions that are flags: those of a whole visit, or those of the topic.
  private func writeQuestions(of command: Command, _ page: inout TextPage) {
    let topic = topic ?? book.mainTopic
    let isVisit = command.name == Command.visit.name
    page.heading(
      isVisit
        ? "Facts of the whole visit, each a flag" : "Questions of the topic '\(topic.id)', each a flag")
    let questions =
      isVisit ? book.visitFacts : topic.openFacts([:]).filter { $0.topic == topic.id }
    for question in questions {
      page.item("--\(question.field)", question.ask, hang: 14)
      page.item("", question.answers.map(\.id).joined(separator: ", "), indent: 16, hang: 0)
    }
    if !isVisit { page.paragraph("Other topics: cdtadvise topics", indent: 2) }
  }
}

extension Command {
  static let help = Command(
    name: "help", group: .setup, summary: "show the help of a command", operands: "[COMMAND]",
    operandKinds: [.command],
    examples: """
      cdtadvise help ask  # the same as 'cdtadvise ask --help'
      """
  ) { run throws(Failure) in
    let word = run.arguments.operands.first
    let command = word.flatMap(Command.named)
    if let word, command == nil {
      throw .unknown(.command, word, suggestion: nearestName(to: word, among: Command.all.map(\.name)))
    }
    let help = Help(command: command, book: try run.book(), topic: nil)
    return Outcome(text: help.text(width: run.terminal.width(of: run.terminal.output)))
  }
}
