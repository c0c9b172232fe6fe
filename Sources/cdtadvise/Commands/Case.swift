import CodingRules
import StrictJSON

extension Command {
  static let visit = Command(
    name: "case", summary: "advise on several services of one visit together", operands: "[FILE|-]",
    examples: [
      ("cdtadvise case", "the interview of a visit: what was done, then the questions of each service"),
      ("cdtadvise case visit.json", "a visit from a JSON document; see README.md"),
      ("cdtadvise case --claim medical --format case -o visit.json", "the interview, kept as a document"),
    ], ownFlags: [.on, .surgery, .answer, .details, .show, .caseFormat, .json, .noInput, .strict], takesAnswers: true
  ) { run throws(Failure) in
    let book = try run.book()
    if run.arguments.operands.count > 1 { throw .tooManyOperands(run.arguments.operands[1]) }
    if let path = run.arguments.operands.first {
      return try run.outcome(of: run.visit(from: path, book), book)
    }
    guard Terminal.isInteractive, !run.arguments.has(.noInput) else {
      throw .operandMissing("a file that describes the visit, or '-' for standard input,")
    }
    let interview = VisitInterview(
      book.topics, day: try run.day(), surgery: try run.day(.surgery), facts: try run.facts(book))
    return try VisitSession(run: run, book: book, interview: interview).hold()
  }
}

extension Run {
  /// The visit that a document describes; a flag outweighs what the document says.
  fileprivate func visit(from path: String, _ book: RuleBook) throws(Failure) -> Visit {
    let document = try Terminal.contents(of: path, most: Visit.maxDocumentSize)
    let (today, given, surgery, facts) = (try day(), try day(.on), try day(.surgery), try facts(book))
    do throws(UnusableVisit) {
      var visit = try book.visit(document, today: today)
      visit.day = given ?? visit.day
      visit.surgery = surgery ?? visit.surgery
      visit.facts = facts.completed(by: visit.facts)
      return visit
    } catch {
      throw .visit(error, path: path)
    }
  }

  /// The facts of the whole visit on the command line.
  fileprivate func facts(_ book: RuleBook) throws(Failure) -> Answers {
    let words = try arguments.answerWords(fields: book.visitFacts.map(\.field))
    do throws(UnknownAnswer) {
      return try book.facts(for: words)
    } catch {
      throw .unknownAnswer(error)
    }
  }

  /// The advice on a visit in the wanted format, or what is still to be answered.
  func outcome(of visit: Visit, _ book: RuleBook) throws(Failure) -> Outcome {
    let basis = Basis(day: visit.day, edition: book.edition)
    if let warning = basis.warning {
      if arguments.has(.strict) { throw .notReviewed(warning) }
      remark("warning: \(warning)")
    }
    switch book.evaluate(visit) {
    case .asks: return pending(visit)
    case .advises(let advice):
      for (place, service) in advice.services.enumerated() {
        for unused in service.unused {
          remark(
            "warning: service \(place + 1) does not ask for '\(unused.field)'; '\(unused.answer)' changes nothing"
          )
        }
      }
      return Outcome(text: text(of: advice, book), status: advice.isWrong ? .findings : .done)
    }
  }

  private func text(of advice: VisitAdvice, _ book: RuleBook) -> String {
    if wantsJSON { return advice.json.text }
    switch arguments[.format] {
    case "note": return advice.chartNote(style(.output))
    case "case": return advice.visit.document.text
    default: return text(of: AdviceView(advice, by: book))
    }
  }

  private func pending(_ visit: Visit) -> Outcome {
    if wantsJSON { return Outcome(text: visit.pendingJSON.text, status: .moreAnswers) }
    Terminal.say("cdtadvise: more answers are needed\n")
    for (place, service) in visit.services.enumerated() {
      let open = service.topic.pendingText(service.answers.completed(by: visit.facts), style(.error))
      if !open.isEmpty { Terminal.say("service \(place + 1), \(service.topic.id):\n\(open)") }
    }
    return Outcome(text: nil, status: .moreAnswers)
  }
}

/// An interview about a visit at the terminal.
struct VisitSession {
  private let run: Run
  private let book: RuleBook
  private var interview: VisitInterview
  private var lines = LineReader()

  init(run: Run, book: RuleBook, interview: VisitInterview) {
    self.run = run
    self.book = book
    self.interview = interview
  }

  /// Asks until every service advises, or the person leaves.
  consuming func hold() throws(Failure) -> Outcome {
    Terminal.endCleanlyOnInterrupt()
    run.remark("one visit, date of service \(interview.visit.day)")
    let style = run.style(.error)
    var asked = ""
    while let prompt = prompt(style) {
      if prompt.text != asked { Terminal.say("\n" + prompt.text) }
      Terminal.say(prompt.line)
      asked = prompt.text
      guard let line = lines.next() else { return leave("\n") }
      let reply = interview.take(line)
      if case .quit = reply { return leave("") }
      if reply.asksAgain { asked = "" }
      Terminal.say(reply.text(style))
    }
    guard let visit = visitWithSurgery() else { return leave("\n") }
    Terminal.say("\n")
    run.remark("the same visit as a document: answer alike with --format case -o FILE")
    return try run.outcome(of: visit, book)
  }

  /// The visit, with the date of the surgery if something hangs on it and the person knows it; nil at the end of input.
  private mutating func visitWithSurgery() -> Visit? {
    var visit = interview.visit
    while visit.surgery == nil, book.dependsOnSurgery(visit) {
      Terminal.say("\nWhen is the surgery? [a day as 2026-01-31, or Enter if it is not known] ")
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
    case .question(let place, let question):
      (
        "\(interview.visit.services[place].topic.title):\n" + question.text(style),
        question.prompt(isFirst: false)
      )
    case .over: nil
    }
  }

  private func leave(_ lineBreak: String) -> Outcome {
    Terminal.say("\(lineBreak)cdtadvise: ended without advice\n")
    return Outcome(text: nil, status: .moreAnswers)
  }
}
