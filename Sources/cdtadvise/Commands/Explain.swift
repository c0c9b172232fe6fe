import CodingRules

extension Command {
  static let explain = Command(
    id: .explain, group: .reference, summary: "explain a code or a device: when to use it, when not, and why",
    operands: "CODE …|WORDS", operandKinds: [.code],
    examples: """
      cdtadvise explain D0470  # one code on one screen; --details shows everything
      cdtadvise explain D0470 D0801  # two codes side by side
      cdtadvise explain night guard  # everything with that name
      cdtadvise explain D0393 --plan uhc-dental  # and what a plan does with it
      """, ownFlags: [.details, .show, .plan, .on]
  ) { run throws(Failure) in
    let words = run.arguments.operands
    if words.isEmpty { throw .operandMissing("a code, such as D0470, or words") }
    let book = try run.book()
    let style = run.style(run.terminal.output)
    let cards = words.compactMap { book.card($0.uppercased()) }
    if cards.count > 1, cards.count == words.count {
      return Outcome(text: book.text(cards, style) + (try run.planText(of: cards, style, isWhole: true)))
    }
    switch book.subjects(named: words.joined(separator: " ")) {
    case let subjects where subjects.isEmpty:
      let word = words.joined(separator: " ")
      throw .unknown(.code, word, suggestion: book.nearestSubject(to: word))
    case let subjects where subjects.count > 1: return Outcome(text: book.text(subjects, style))
    case let subjects:
      let isWhole = run.arguments.has(.details) || run.section == .payers
      let plan = try run.planText(of: subjects.compactMap(\.card), style, isWhole: isWhole)
      return Outcome(text: subjects.map { run.text($0, book, style) }.joined() + plan)
    }
  }
}

extension Subject {
  fileprivate var card: CodeCard? { if case .code(let card) = self { card } else { nil } }
}

extension Run {
  /// What the plan does with codes; without one, what each plan of the program does, or which these are.
  fileprivate func planText(
    of cards: [CodeCard], _ style: TextStyle, isWhole: Bool
  ) throws(Failure) -> String {
    let codes = cards.map(\.code.id)
    if codes.isEmpty { return "" }
    if let plan {
      return text(of: plan.view(of: codes, on: try day(), isWholeVisit: false), style)
    }
    guard rulesFolder == nil, section == nil || isWhole, let day = try day(.on) ?? terminal.today() else {
      return ""
    }
    let views = Plan.views(naming: codes, on: day)
    return isWhole ? views.map { text(of: $0, style) }.joined() : views.names(style)
  }

  fileprivate func text(_ subject: Subject, _ book: RuleBook, _ style: TextStyle) -> String {
    switch subject {
    case .code(let card): text(card, book, style)
    case .device(let device): book.text(device, style)
    }
  }

  /// A code as far as flags want it: on one screen, one section, or everything.
  func text(_ card: CodeCard, _ book: RuleBook, _ style: TextStyle) -> String {
    if arguments.has(.details) { return book.text([card], style) }
    if let section { return book.text(card, section, style) }
    return book.screen(card, style)
  }
}
