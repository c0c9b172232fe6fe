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
    if let text = book.explanation(of: words, run.detail, run.style, run.plans, on: try run.day()) {
      return Outcome(text: text)
    }
    let name = words.joined(separator: " ")
    throw .unknown(.codeOrDevice, name, suggestion: book.nearestSubject(to: name))
  }
}
