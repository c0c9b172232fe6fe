import CodingRules

extension Command {
  static let draw = Command(
    name: "draw", summary: "draw the tree of a topic, the given answers lit", operands: "[TOPIC]",
    examples: [
      ("cdtadvise draw model", "the tree as text"),
      ("cdtadvise draw model --purpose diagnostic --capture intraoral-scan", "the same with a walk lit"),
      ("cdtadvise draw cbct --to dot", "for Graphviz; also markdown, mermaid"),
    ], ownFlags: [.answer, .to, .ascii], takesAnswers: true
  ) { run throws(Failure) in
    let book = try run.book()
    let topic = try run.topic(in: book)
    let answers = try run.answers(in: topic)
    if case .advises(let conclusion) = topic.evaluate(answers) { run.warn(of: conclusion.unused) }
    return Outcome(text: run.text(of: book.drawing(of: topic, lit: answers)))
  }
}

extension Run {
  /// The drawing in the wanted format.
  fileprivate func text(of drawing: Drawing) -> String {
    switch arguments[.to] {
    case "markdown": drawing.markdown
    case "mermaid": drawing.mermaid
    case "dot": drawing.dot
    default: drawing.text(style(.output), strokes)
    }
  }
}
