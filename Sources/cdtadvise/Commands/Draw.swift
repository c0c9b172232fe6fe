import CodingRules

extension Command {
  static let draw = Command(
    name: "draw", summary: "draw the tree of a topic, the given answers lit", operands: "[TOPIC]",
    operandKind: .topic,
    examples: [
      ("cdtadvise draw model", "the tree as text"),
      ("cdtadvise draw model --purpose diagnostic --capture intraoral-scan", "the same with a walk lit"),
      ("cdtadvise draw cbct --to dot", "for Graphviz; also markdown, mermaid"),
      ("cdtadvise draw --to html -o interview.html", "the whole interview as one page for any browser"),
    ], ownFlags: [.answer, .drawing, .ascii], takesAnswers: true
  ) { run throws(Failure) in
    let book = try run.book()
    let topic = try run.topic(in: book)
    let answers = try run.answers(in: topic)
    if case .advises(let conclusion) = topic.evaluate(answers) { run.warn(of: conclusion.unused) }
    if run.arguments[.drawing] == "html" { return Outcome(text: try run.page(topic, answers)) }
    return Outcome(text: run.text(of: book.drawing(of: topic, lit: answers)))
  }
}

extension Run {
  /// The interview as a page that opens with the topic if one is named; else it asks what was done.
  fileprivate func page(_ topic: Topic, _ answers: Answers) throws(Failure) -> String {
    let isNamed = !arguments.operands.isEmpty || !answers.fields.isEmpty
    return try interviewPage().html(start: isNamed ? (topic, answers) : nil)
  }

  private func interviewPage() throws(Failure) -> InterviewPage {
    guard let folder = rulesFolder else { return .standard }
    do throws(UnusableRules) {
      return try InterviewPage(folder: folder)
    } catch {
      throw .rules(error, folder: folder)
    }
  }

  /// The drawing in the wanted format.
  fileprivate func text(of drawing: Drawing) -> String {
    switch arguments[.drawing] {
    case "markdown": drawing.markdown
    case "mermaid": drawing.mermaid
    case "dot": drawing.dot
    default: drawing.text(style(.output), strokes)
    }
  }
}
