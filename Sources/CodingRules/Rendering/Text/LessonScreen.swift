extension LessonRound {
  /// The number of lines of a lesson screen, without the prompt.
  private static let height = 22

  /// Returns the reply, the path so far and the current page, in 24 lines unless a result is longer.
  package func screen(after reply: Reply?, _ style: TextStyle, by book: RuleBook) -> String {
    var top = TextPage(style)
    reply?.write(on: &top)
    if reply?.turnsPage ?? true { for page in passed { page.writeStart(on: &top) } }
    guard case .step(let step) = page else {
      return joined([top.text, page?.sheet(.text, style, nil, by: book).text])
    }
    let bottom = step.step.question.page(style, max: Self.height - top.lineCount - 1)
    let path = pathText(style, max: Self.height - top.lineCount - bottom.lineCount)
    return joined([top.text + path, bottom.text])
  }

  /// Returns the reply and what the facts of the visit add, line by line without indents.
  func notices(after reply: Reply) -> [String] {
    var page = TextPage(.unwrapped)
    reply.write(on: &page)
    if reply.turnsPage { for case .step(let step) in passed { step.writeSays(on: &page) } }
    return page.text.notices
  }

  private func joined(_ texts: [String?]) -> String {
    texts.compactMap(\.self).filter { !$0.isEmpty }.joined(by: "\n")
  }

  /// Returns the same in parts of up to 24 lines with prompts, split between paragraphs and items.
  package func screens(after reply: Reply?, _ style: TextStyle, by book: RuleBook) -> [String] {
    var left = screen(after: reply, style, by: book).split(separator: "\n", omittingEmptySubsequences: false)[
      ...]
    if left.last?.isEmpty == true { left.removeLast() }
    var screens: [String] = []
    while !left.isEmpty {
      let most = left.prefix(Self.height)
      let cut = left.count == most.count ? nil : most.indices.last { !left[$0 + 1].hasPrefix("    ") }
      screens.append(left[...(cut ?? most.endIndex - 1)].map { $0 + "\n" }.joined())
      left = left[((cut ?? most.endIndex - 1) + 1)...].drop(while: \.isEmpty)
    }
    return screens
  }

  /// The prompt between the parts of a screen.
  package static let morePrompt = "[Enter for more, q to stop] "

  package var prompt: String {
    guard case .step(let step) = page else { return isLast ? "" : "[Enter to go on, back, q to stop] " }
    return "[1-\(step.step.question.answers.count) or a word, Enter shows the answer, ?, back, q to stop] "
  }

  /// Returns the last steps of the current service that fit.
  ///
  /// - Parameter max: The maximum number of lines.
  private func pathText(_ style: TextStyle, max: Int) -> String {
    var text = ""
    var left = max - 2
    for (number, step) in path.enumerated().reversed() {
      var page = TextPage(style)
      let codes = step.step.answer.reportable
      let end = codes.isEmpty ? "" : " (\(codes.joined(by: ", ")))"
      page.bullet(step.step.sentence + end)
      left -= page.lineCount
      if left < 0 { return "  … \(number + 1) earlier\n" + text }
      text = page.text + text
    }
    return text.isEmpty ? "" : "So far:\n" + text
  }
}

extension LessonRound.Reply {
  /// Whether it leads to another page.
  fileprivate var turnsPage: Bool {
    switch self {
    case .right, .diverges, .shown, .turned, .wentBack: true
    case .quit, .help, .unclear, .several, .atBeginning: false
    }
  }

  fileprivate func write(on page: inout TextPage) {
    switch self {
    case .quit, .turned, .wentBack: break
    case .help(let question): question.writeLessonHelp(on: &page)
    case .unclear(let typed):
      page.paragraph("I did not understand “\(excerpt(typed))”. Type a number, or ? for help.")
    case .several(_, let answers):
      page.paragraph("Which one: \(answers.map(\.label).joined(by: ", "))?")
    case .right(let step):
      page.paragraph("Right: \(step.step.answer.sentence)")
      step.writeSays(on: &page)
    case .diverges(let step, let answer):
      page.paragraph(
        "Here the paths diverge: “\(answer.label)” leads to \(step.end(after: answer)). "
          + "This case: \(step.step.answer.sentence)")
      step.writeSays(on: &page)
    case .shown(let step):
      page.paragraph("The answer: \(step.step.answer.sentence)")
      step.writeSays(on: &page)
    case .atBeginning: page.paragraph("This is the first question.")
    }
  }
}

extension Answer {
  /// The label as the end of a sentence.
  fileprivate var sentence: String { label.hasSuffix("…") ? label : label + "." }
}

extension LessonStep {
  /// Returns what another answer could lead to, in words.
  fileprivate func end(after answer: Answer) -> String {
    let codes = codes(after: answer)
    if codes == self.codes(after: step.answer) { return codes.isEmpty ? "no code either" : "the same codes" }
    return codes.isEmpty ? "no code" : codes.count > 6 ? "other codes" : codes.joined(by: ", ")
  }

  fileprivate func writeSays(on page: inout TextPage) {
    for (about, statement) in statements { page.bullet("\(about): \(statement.text)") }
  }
}

extension Lesson.Page {
  /// Writes a page that precedes the current one.
  fileprivate func writeStart(on page: inout TextPage) {
    if case .story(let worked) = self {
      page.heading(worked.title)
      page.paragraph(worked.story)
    }
    if case .variant(let known) = self { page.heading(known.visitHeading) }
    if case .service(let number, let topic) = self { page.heading("\(number). \(topic.title)", .code) }
    if case .step(let step) = self { step.writeSays(on: &page) }
  }
}

extension Question {
  /// Returns the question with its answers, run together if a list of them would be too long.
  ///
  /// - Parameter max: The desired maximum number of lines.
  fileprivate func page(_ style: TextStyle, max: Int) -> TextPage {
    var page = TextPage(style)
    page.heading(ask)
    page.columns(answers.map(\.label))
    guard page.lineCount > max else { return page }
    page = TextPage(style)
    page.heading(ask)
    page.paragraph(
      answers.enumerated().map { "\($0 + 1)\u{A0}\($1.label)" }.joined(by: "; "), indent: 2)
    return page
  }

  /// Writes why the question is asked and help with it, in a few lines.
  fileprivate func writeLessonHelp(on page: inout TextPage) {
    if let why { page.paragraph(why) }
    if let help { page.paragraph(help) }
    if why == nil, help == nil { page.paragraph("Look at the story: which answer fits it?") }
  }
}
