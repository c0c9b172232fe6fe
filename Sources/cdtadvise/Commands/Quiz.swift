import CodingRules

extension Command {
  static let quiz = Command(
    .quiz, .training, summary: "ask for the codes of made-up visits, or print such a quiz with its key",
    operands: "[TOPIC]", operandKinds: [.topic],
    examples: [
      ("cdtadvise quiz", "ten questions from all topics and the worked cases"),
      (
        "cdtadvise quiz model --seed 7 --count 5 --pass 80", "always the same five; status 1 below 80 percent"
      ),
      ("cdtadvise quiz --to markdown", "on paper, with an answer key"),
    ], ownFlags: [.seed, .count, .pass, .handout, .noInput]
  ) { run throws(Failure) in
    let book = try run.book()
    let topic = run.arguments.operands.isEmpty ? nil : try run.topic(in: book)
    let seed = try run.number(.seed, 0...UInt64.max) ?? run.freshSeed
    let count = try run.number(.count, 1...1000) ?? 10
    let pass = try run.number(.pass, 0...100)
    let quiz = Quiz(book, topic: topic, seed: seed, count: Int(count))
    guard run.arguments[.handout] == nil, run.canAsk else {
      let format = run.arguments[.handout].flatMap(TeachingFormat.init) ?? .text
      return Outcome(text: quiz.paper(format, run.style(run.terminal.output), by: book))
    }
    run.remark("seed \(seed); name the codes to report, or none; q stops")
    return run.conduct(quiz, book, pass: pass.map { Int($0) })
  }
}

extension Run {
  /// A whole number that a flag gives; nil when it is not given.
  func number(_ flag: Flag, _ range: ClosedRange<UInt64>) throws(Failure) -> UInt64? {
    guard let text = arguments[flag] else { return nil }
    guard let number = UInt64(text), range.contains(number) else {
      throw .badNumber(flag: flag.typed, value: text, lower: range.lowerBound, upper: range.upperBound)
    }
    return number
  }

  /// A new seed.
  fileprivate var freshSeed: UInt64 { UInt64.random(in: 0..<1_000_000) }

  /// Asks question by question; the score at the end is the result.
  fileprivate func conduct(_ quiz: Quiz, _ book: RuleBook, pass: Int?) -> Outcome {
    let style = style(terminal.errors)
    var lines = LineReader(terminal)
    var (right, asked) = (0, 0)
    for (index, question) in quiz.questions.enumerated() {
      var page = TextPage(style)
      page.heading("Question \(index + 1) of \(quiz.questions.count)")
      page.paragraph(question.scenario)
      terminal.say("\n" + page.text)
      guard let line = lines.next("[codes, none, or q] "), line.lowercased() != "q" else { break }
      asked += 1
      if question.isAnswered(by: line) { right += 1 }
      terminal.say(question.verdict(on: line, style, by: book))
    }
    let percent = asked == 0 ? 0 : right * 100 / asked
    let isBelow = pass.map { percent < $0 || asked < quiz.questions.count } ?? false
    return Outcome(
      text: "\(right) of \(asked) right (\(percent) percent)\n", status: isBelow ? .findings : .done)
  }
}
