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
    let cards = words.compactMap { book.card($0.uppercased()) }
    if cards.count > 1, cards.count == words.count {
      return Outcome(text: book.text(cards, run.style) + (try run.planText(of: cards, isWhole: true)))
    }
    let name = words.joined(separator: " ")
    let subjects = book.subjects(named: name)
    if subjects.count > 1 { return Outcome(text: book.text(subjects, run.style)) }
    switch subjects.first {
    case .code(let card)?:
      let isWhole = run.arguments.has(.details) || run.section == .payers
      let plans = try run.planText(of: [card], isWhole: isWhole)
      return Outcome(text: run.text(card, book) + plans)
    case .device(let device)?: return Outcome(text: book.text(device, run.style))
    case nil: throw .unknown(.code, name, suggestion: book.nearestSubject(to: name))
    }
  }
}

extension Run {
  /// What the plan does with codes; without one, what the built-in plans do, or just their names.
  fileprivate func planText(of cards: [CodeCard], isWhole: Bool) throws(Failure) -> String {
    let codes = cards.map(\.code.id)
    if let plan {
      return text(of: plan.view(of: codes, on: try day(), isWholeVisit: false), style)
    }
    guard rulesFolder == nil, section == nil || isWhole, let day = try day(.on) ?? terminal.today() else {
      return ""
    }
    let views = Plan.views(naming: codes, on: day)
    return isWhole ? views.map { text(of: $0, style) }.joined() : views.names(style)
  }

  /// A code on one screen, in one section or with all details, depending on the flags.
  func text(_ card: CodeCard, _ book: RuleBook) -> String {
    if arguments.has(.details) { return book.text([card], style) }
    if let section { return book.text(card, section, style) }
    return book.screen(card, style)
  }
}
