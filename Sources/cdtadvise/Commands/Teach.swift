import CodingRules

extension Command {
  static let teach = Command(
    id: .teach, group: .training, summary: "play a worked case step by step, or print it as a handout",
    operands: "[CASE]",
    operandKinds: [.workedCase],
    examples: """
      cdtadvise teach  # the list of worked cases
      cdtadvise teach aaoms-implant  # one of them; at a terminal the class answers each question
      cdtadvise teach aaoms-implant --to markdown  # a handout
      """, ownFlags: [.handout, .noInput]
  ) { run throws(Failure) in
    let book = try run.book()
    guard let id = run.arguments.operands.first else {
      return Outcome(text: book.casesText(run.style))
    }
    guard let worked = book.workedCase(id) else {
      throw .unknown(.workedCase, id, suggestion: nearestName(to: id, among: book.cases.map(\.id)))
    }
    return run.play(Lesson(worked, by: book), book)
  }
}

extension Run {
  /// Plays the lesson at the terminal, or prints it.
  fileprivate func play(_ lesson: Lesson, _ book: RuleBook) -> Outcome {
    guard arguments[.handout] == nil, canAsk else {
      let format: TeachingFormat = arguments.choice(.handout) ?? .text
      return Outcome(text: lesson.handout(format, style, by: book))
    }
    var (round, lines) = (LessonRound(lesson), LineReader(terminal))
    var reply: LessonRound.Reply?
    while round.page != nil {
      let screens = round.screens(after: reply, errorStyle, by: book)
      for screen in screens.dropLast() {
        terminal.say("\n" + screen)
        guard let line = lines.next(LessonRound.morePrompt), !LessonRound.stops(line) else {
          return Outcome(text: nil)
        }
      }
      terminal.say("\n" + (screens.last ?? ""))
      guard !round.isLast, let line = lines.next(round.prompt) else { break }
      let answer = round.take(line)
      if case .quit = answer { break }
      reply = answer
    }
    return Outcome(text: nil)
  }
}
