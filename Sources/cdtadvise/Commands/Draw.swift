import CodingRules
import InterviewPage

extension Command {
  static let draw = Command(
    id: .draw, group: .training,
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
    let format = run.arguments[.drawing].flatMap(DrawingFormat.init) ?? .text
    if format == .html { return Outcome(text: try run.page(of: book, topic, answers)) }
    let detail = try run.detail()
    if let day = detail.day, let warning = Basis(day: day, edition: book.edition).warning {
      run.remark("warning: \(warning)")
    }
    let isWhole = detail.isExpanded || detail.depth != nil
    let drawing = book.drawing(of: topic, lit: answers, detail) { drawing in
      isWhole || run.fits(drawing, format)
    }
    return Outcome(text: run.text(drawing, format))
  }
}

/// How a decision tree is drawn.
enum DrawingFormat: String, CaseIterable {
  case text, markdown, mermaid, dot, svg, html
}

extension Run {
  /// A drawing in a format other than the page.
  fileprivate func text(_ drawing: Drawing, _ format: DrawingFormat) -> String {
    switch format {
    case .markdown: drawing.markdown
    case .mermaid: drawing.mermaid
    case .dot: drawing.dot
    case .svg: Picture(drawing).svg
    case .text, .html: drawing.text(style(terminal.output), strokes)
    }
  }

  /// Whether a drawing is as small as its format should be.
  fileprivate func fits(_ drawing: Drawing, _ format: DrawingFormat) -> Bool {
    switch format {
    case .text: text(drawing, format).utf8.count { $0 == 0x0A } <= Drawing.maxTextLines
    case .svg: Picture(drawing).isReadable
    case .markdown, .mermaid, .dot, .html: true
    }
  }

  /// How much of the tree is drawn.
  fileprivate func detail() throws(Failure) -> Drawing.Detail {
    Drawing.Detail(
      day: try day(.drawnDay), depth: try number(.depth, 1...1000).map { Int($0) },
      isExpanded: arguments.has(.expand))
  }

  /// The interview as a page that opens with the topic if one is named; else it asks what was done.
  fileprivate func page(of book: RuleBook, _ topic: Topic, _ answers: Answers) throws(Failure) -> String {
    let isNamed = !arguments.operands.isEmpty || !answers.fields.isEmpty
    let html = InterviewPage(book).html(start: isNamed ? topic.link(answers) : "")
    guard let html else { throw .pageLeftOut }
    return html
  }
}

extension Run {
  /// The characters that drawings in text are made of.
  fileprivate var strokes: TextStrokes {
    arguments.has(.ascii) || !terminal.showsUnicode ? .ascii : .box
  }
}
