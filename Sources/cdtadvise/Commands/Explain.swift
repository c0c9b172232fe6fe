import CodingRules

extension Command {
  static let explain = Command(
    name: "explain", summary: "show the card of a code: life, chart, coverage, questions, sources",
    operands: "CODE …",
    examples: [
      ("cdtadvise explain D0470", "one code"),
      ("cdtadvise explain D0470 D0801", "two codes, one after the other"),
    ]
  ) { run throws(Failure) in
    if run.arguments.operands.isEmpty { throw .operandMissing("a code, such as D0470,") }
    let book = try run.book()
    var cards: [CodeCard] = []
    for word in run.arguments.operands {
      guard let card = book.card(word.uppercased()) else {
        throw .unknownCode(word, suggestion: nearestName(to: word, among: book.cards.map(\.code.id)))
      }
      cards.append(card)
    }
    return Outcome(text: cards.map { $0.text(run.style(.output), book.edition) }.joined(separator: "\n"))
  }
}
