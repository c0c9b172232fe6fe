import CodingRules

extension Command {
  static let explain = Command(
    .explain, .reference, summary: "show all about a code or a device: when, when not, paths to it, sources",
    operands: "CODE …|WORDS", operandKinds: [.code],
    examples: [
      ("cdtadvise explain D0470", "one code"),
      ("cdtadvise explain D0470 D0801", "two codes side by side"),
      ("cdtadvise explain night guard", "everything with that name"),
      ("cdtadvise explain D0393 --plan uhc-dental", "and what a plan does with it"),
    ], ownFlags: [.plan, .on]
  ) { run throws(Failure) in
    let words = run.arguments.operands
    if words.isEmpty { throw .operandMissing("a code, such as D0470, or words") }
    let book = try run.book()
    let style = run.style(run.terminal.output)
    let cards = words.compactMap { book.card($0.uppercased()) }
    if cards.count == words.count {
      return Outcome(text: book.text(cards, style) + (try run.planText(of: cards, style)))
    }
    switch book.subjects(named: words.joined(separator: " ")) {
    case let subjects where subjects.isEmpty: throw run.nothing(named: words, in: book)
    case let subjects where subjects.count > 1: return Outcome(text: list(subjects, style))
    case let subjects:
      let plan = try run.planText(of: subjects.compactMap(\.card), style)
      return Outcome(text: subjects.map { text($0, book, style) }.joined() + plan)
    }
  }

  private static func text(_ subject: Subject, _ book: RuleBook, _ style: TextStyle) -> String {
    switch subject {
    case .code(let card): book.text([card], style)
    case .device(let device): book.text(device, style)
    }
  }

  /// The subjects that words may mean, a line each.
  private static func list(_ subjects: [Subject], _ style: TextStyle) -> String {
    var page = TextPage(style)
    for subject in subjects {
      switch subject {
      case .code(let card): page.item(card.code.id, card.code.label, indent: 0, hang: 18, .code)
      case .device(let device): page.item(device.id, "\(device.label) (device)", indent: 0, hang: 18, .code)
      }
    }
    return page.text
  }
}

extension Subject {
  fileprivate var card: CodeCard? { if case .code(let card) = self { card } else { nil } }
}

extension Run {
  /// What the plan does with codes; empty without a plan.
  fileprivate func planText(of cards: [CodeCard], _ style: TextStyle) throws(Failure) -> String {
    guard let plan = try plan(), !cards.isEmpty else { return "" }
    return text(of: plan.view(of: cards.map(\.code.id), on: try day(), isWholeVisit: false), style)
  }

  fileprivate func nothing(named words: [String], in book: RuleBook) -> Failure {
    let names = book.cards.flatMap { [$0.code.id] + $0.also } + book.devices.flatMap { [$0.label] + $0.also }
    let word = words.joined(separator: " ")
    let suggestion = CodeRange.isCode(word.uppercased()) ? nil : nearestName(to: word, among: names)
    return .unknownCode(word, suggestion: suggestion)
  }
}
