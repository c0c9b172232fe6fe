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
    var codes: [Code] = []
    for word in run.arguments.operands {
      guard let code = book.code(word.uppercased()) else {
        throw .unknownCode(word, suggestion: nearestName(to: word, among: book.codes.map(\.id)))
      }
      codes.append(code)
    }
    return Outcome(text: codes.map { $0.card(run.style(.output), book.edition) }.joined(separator: "\n"))
  }
}
