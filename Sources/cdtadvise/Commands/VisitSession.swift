import CodingRules

/// An interview about a visit at the terminal.
struct VisitSession {
  private let run: Run
  private let book: RuleBook
  private var interview: VisitInterview
  private var lines: LineReader

  init(run: Run, book: RuleBook, interview: VisitInterview) {
    self.run = run
    self.book = book
    self.interview = interview
    lines = LineReader(run.terminal.input)
  }

  /// Asks until every service advises, or the person leaves.
  consuming func conduct() throws(Failure) -> Outcome {
    run.remark("one visit, date of service \(interview.visit.day)")
    let style = run.style(run.terminal.errors)
    var asked = ""
    while let prompt = prompt(style) {
      if prompt.text != asked { run.terminal.say("\n" + prompt.text) }
      run.terminal.say(prompt.line)
      asked = prompt.text
      guard let line = lines.next() else { return leave("\n") }
      let reply = interview.take(line)
      if case .quit = reply { return leave("") }
      if reply.asksAgain { asked = "" }
      run.terminal.say(reply.text(style))
    }
    guard let visit = visitWithSurgery() else { return leave("\n") }
    run.terminal.say("\n")
    run.remark("the same visit as a document: answer the same way with --format visit -o FILE")
    return try run.outcome(of: visit, book)
  }

  /// The visit, with the date of the surgery if something depends on it and the person knows it; nil at the end of input.
  private mutating func visitWithSurgery() -> Visit? {
    var visit = interview.visit
    while visit.surgery == nil, book.dependsOnSurgery(visit) {
      run.terminal.say("\nWhen is the surgery? [a date like 2026-01-31, or Enter if unknown] ")
      guard let line = lines.next() else { return nil }
      let typed = line.filter { !$0.isWhitespace }
      if typed.isEmpty { break }
      visit.surgery = CalendarDay(typed)
    }
    return visit
  }

  /// What is asked now, and the line before the cursor; nil when nothing is.
  private func prompt(_ style: TextStyle) -> (text: String, line: String)? {
    switch interview.stage {
    case .services: (interview.servicesText(style), "[numbers or words, ? help, back, restart, quit] ")
    case .question(let index, let question):
      (
        "\(interview.visit.services[index].topic.title):\n" + question.text(style),
        question.prompt(isFirst: false)
      )
    case .over: nil
    }
  }

  private func leave(_ lineBreak: String) -> Outcome {
    run.terminal.say("\(lineBreak)cdtadvise: stopped before an answer\n")
    return Outcome(text: nil, status: .moreAnswers)
  }
}
