import CodingRules
import InterviewPage

extension Command {
  static let draw = Command(
    name: "draw", group: .training,
    summary: "draw a topic's decision tree, highlighting given answers", operands: "[TOPIC]",
    operandKinds: [.topic],
    examples: """
      cdtadvise draw model  # the tree as text
      cdtadvise draw model --purpose diagnostic --capture intraoral-scan  # the path of some answers highlighted
      cdtadvise draw model --to svg -o model.svg  # a picture for slides and paper
      cdtadvise draw cbct --to dot  # for Graphviz; also markdown, mermaid
      cdtadvise draw --to html -o cdtadvise.html  # the whole interview as one page for any browser
      """, ownFlags: [.answer, .drawing, .drawnDay, .depth, .expand, .ascii], takesAnswers: true
  ) { run throws(Failure) in
    let book = try run.book()
    let topic = try run.topic(in: book)
    let answers = try run.answers(in: topic)
    if case .advises(let conclusion) = topic.evaluate(answers) { run.warn(of: conclusion.unused) }
    if run.arguments[.drawing] == "html" { return Outcome(text: try run.page(of: book, topic, answers)) }
    let detail = Drawing.Detail(
      day: try run.day(.drawnDay), depth: try run.number(.depth, 1...1000).map { Int($0) },
      isExpanded: run.arguments.has(.expand))
    if let day = detail.day { run.warn(of: day, by: book) }
    let format: DrawingFormat = run.arguments.choice(.drawing) ?? .text
    let isASCII = run.arguments.has(.ascii) || !run.terminal.showsUnicode
    return Outcome(
      text: book.drawing(
        of: topic, highlighting: answers, detail, as: format, run.style,
        isASCII ? .ascii : .box))
  }
}

extension Run {
  /// The interview as a page that opens with the topic if one is named, else with the first question.
  fileprivate func page(of book: RuleBook, _ topic: Topic, _ answers: Answers) throws(Failure) -> String {
    let isNamed = !arguments.operands.isEmpty || !answers.fields.isEmpty
    let html = InterviewPage(book).html(start: isNamed ? topic.link(answers) : "")
    guard let html else { throw .pageLeftOut }
    return html
  }
}
