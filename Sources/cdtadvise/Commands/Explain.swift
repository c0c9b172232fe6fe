import CodingRules

extension Command {
  static let explain = Command(
    name: "explain", group: .reference,
    summary: "explain a code or a device: when to use it, when not, and why",
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
      return Outcome(text: try run.text(of: cards, by: book))
    }
    let name = words.joined(separator: " ")
    let subjects = book.subjects(named: name)
    if subjects.count > 1 { return Outcome(text: book.text(subjects, run.style)) }
    switch subjects.first {
    case .code(let card)?: return Outcome(text: try run.text(of: [card], by: book))
    case .device(let device)?: return Outcome(text: book.text(device, run.style))
    case nil: throw .unknown(.codeOrDevice, name, suggestion: book.nearestSubject(to: name))
    }
  }
}

extension Run {
  /// Codes with as much detail as the flags ask for.
  func text(of cards: [CodeCard], by book: RuleBook) throws(Failure) -> String {
    book.text(cards, detail, style, plans, on: try day())
  }
}
