import CodingRules

extension Command {
  static let draw = Command(
    .draw, .training,
    summary: "draw a topic's decision tree, highlighting given answers", operands: "[TOPIC]",
    operandKinds: [.topic],
    examples: [
      ("cdtadvise draw model", "the tree as text"),
      (
        "cdtadvise draw model --purpose diagnostic --capture intraoral-scan",
        "the path of some answers highlighted"
      ),
      ("cdtadvise draw cbct --to dot", "for Graphviz; also markdown, mermaid"),
      ("cdtadvise draw --to html -o interview.html", "the whole interview as one page for any browser"),
    ], ownFlags: [.answer, .drawing, .ascii], takesAnswers: true
  ) { run throws(Failure) in
    let book = try run.book()
    let topic = try run.topic(in: book)
    let answers = try run.answers(in: topic)
    if case .advises(let conclusion) = topic.evaluate(answers) { run.warn(of: conclusion.unused) }
    let format = run.arguments[.drawing].flatMap(DrawingFormat.init) ?? .text
    let drawing = book.drawing(of: topic, lit: answers)
    switch format {
    case .text: return Outcome(text: drawing.text(run.style(run.terminal.output), run.strokes))
    case .markdown: return Outcome(text: drawing.markdown)
    case .mermaid: return Outcome(text: drawing.mermaid)
    case .dot: return Outcome(text: drawing.dot)
    case .html: return Outcome(text: try run.page(topic, answers))
    }
  }
}

/// How a decision tree is drawn.
enum DrawingFormat: String, CaseIterable {
  case text, markdown, mermaid, dot, html
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
}
