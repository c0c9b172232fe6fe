import CodingRules

extension Command {
  static let teach = Command(
    .teach, .training, summary: "play a worked case step by step, or print it as a handout",
    operands: "[CASE]",
    operandKinds: [.workedCase],
    examples: [
      ("cdtadvise teach", "the list of worked cases"),
      (
        "cdtadvise teach aaoms-implant",
        "one of them; at a terminal it waits for the class after every question"
      ),
      ("cdtadvise teach aaoms-implant --to markdown", "a handout"),
    ], ownFlags: [.handout, .noInput, .ascii]
  ) { run throws(Failure) in
    let book = try run.book()
    if run.arguments.operands.count > 1 { throw .unexpectedArgument(run.arguments.operands[1]) }
    guard let id = run.arguments.operands.first else {
      return Outcome(text: list(book.cases, run.style(run.terminal.output)))
    }
    guard let worked = book.workedCase(id) else {
      throw .unknownCase(id, suggestion: nearestName(to: id, among: book.cases.map(\.id)))
    }
    return run.play(Lesson(worked, by: book), book)
  }

  private static func list(_ cases: [WorkedCase], _ style: TextStyle) -> String {
    var page = TextPage(style)
    let hang = min(40, 2 + (cases.map(\.id.count).max() ?? 0))
    for worked in cases { page.item(worked.id, worked.title, indent: 0, hang: hang, .code) }
    return page.text
  }
}

extension Run {
  /// Shows the pages; after a question it waits for Enter if there is a terminal.
  fileprivate func play(_ lesson: Lesson, _ book: RuleBook) -> Outcome {
    let format = arguments[.handout].flatMap(TeachingFormat.init) ?? .text
    let waits = arguments[.handout] == nil && canAsk
    let strokes = strokes
    var lines = LineReader(terminal)
    var shown = ""
    for page in lesson.pages {
      let text = page.text(format, style(terminal.output), strokes, by: book)
      guard waits else {
        shown += (shown.isEmpty || format == .markdown ? "" : "\n") + text
        continue
      }
      terminal.say("\n" + text)
      if page.waits {
        guard let line = lines.next("[Enter for the answer, q to stop] "), line.lowercased() != "q" else {
          break
        }
      }
    }
    return Outcome(text: waits ? nil : shown)
  }

  /// The characters that drawings in text are made of.
  var strokes: TextStrokes { arguments.has(.ascii) || !terminal.showsUnicode ? .ascii : .box }
}
