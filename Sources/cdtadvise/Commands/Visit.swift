import CodingRules

extension Command {
  static let visit = Command(
    name: "visit", group: .advice, summary: "advise on several services of one visit together",
    operands: "[FILE|-]",
    operandKinds: [.file],
    examples: """
      cdtadvise visit  # interview a visit: what was done, then the questions of each service
      cdtadvise visit visit.json  # a visit from a JSON document, as --format visit writes it
      cdtadvise visit --claim medical --format visit -o visit.json  # save the interview as a document
      """, ownFlags: [.on, .surgery, .answer, .details, .show, .plan, .format, .json, .noInput, .strict],
    takesAnswers: true
  ) { run throws(Failure) in
    let book = try run.book()
    if let path = run.arguments.operandWords.first?.path {
      return try run.outcome(of: run.visit(from: path, book), book)
    }
    guard run.canAsk else {
      throw .operandMissing("a file that describes the visit, or '-' for standard input")
    }
    let visit = Visit(
      day: try run.day(), surgery: try run.day(.surgery), facts: try run.facts(book), services: [])
    return try run.converse(Conversation(book, visit: visit))
  }
}

extension Run {
  /// The visit that a document describes; flags override the document.
  fileprivate func visit(from path: FilePath, _ book: RuleBook) throws(Failure) -> Visit {
    let input = try terminal.input(at: path)
    let document = try input.contents(max: Visit.maxDocumentSize)
    let (today, given, surgery, facts) = (try day(), try day(.on), try day(.surgery), try facts(book))
    var visit = try rethrow(book.visit(document, today: today)) { .visit($0, path: input.name) }
    visit.day = given ?? visit.day
    visit.surgery = surgery ?? visit.surgery
    visit.facts = facts.completed(by: visit.facts)
    return visit
  }

  /// The answers on the command line that apply to the whole visit.
  fileprivate func facts(_ book: RuleBook) throws(Failure) -> Answers {
    let fields = book.visitFacts.map(\.field)
    let words = try arguments.answerWords(where: fields.contains, fields: fields)
    return try rethrow(book.facts(for: words), as: Failure.unknownAnswer)
  }

  /// The advice on a visit in the format of `--format`, or the open questions.
  func outcome(of visit: Visit, _ book: RuleBook) throws(Failure) -> Outcome {
    try checkReview(of: visit.day, by: book)
    warn(of: visit.day, by: book)
    switch book.evaluate(visit) {
    case .asks:
      return pending(json: visit.pendingJSON, text: visit.pendingText(errorStyle))
    case .advises(let advice):
      for (index, service) in advice.services.enumerated() {
        warn(of: service.unused, service: index + 1)
      }
      return Outcome(text: text(of: AdviceView(advice, by: book)), status: advice.isWrong ? .findings : .done)
    }
  }
}
