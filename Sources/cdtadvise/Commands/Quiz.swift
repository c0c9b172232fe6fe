import CodingRules

extension Command {
  static let quiz = Command(
    name: "quiz", group: .training,
    summary: "ask for the codes of made-up visits, or print such a quiz with its key",
    operands: "[TOPIC]", operandKinds: [.topic],
    examples: """
      cdtadvise quiz  # ten questions from all topics and the worked cases
      cdtadvise quiz model --seed 7 --count 5 --pass 80  # always the same five; status 1 below 80 percent
      cdtadvise quiz --choices  # for beginners: the answer is a letter
      cdtadvise quiz --to markdown  # on paper, with the answer key on its own page
      cdtadvise quiz --to tsv --count 100 -o cards.tsv  # for a flash-card program
      """, ownFlags: [.choices, .seed, .count, .pass, .record, .paper, .noInput]
  ) { run throws(Failure) in
    let book = try run.book()
    let topic = run.arguments.operands.isEmpty ? nil : try run.topic(in: book)
    let seed = try run.number(.seed, 0...UInt64.max) ?? .random(in: 0..<1_000_000)
    let count = try run.number(.count, 1...1000) ?? 10
    let pass = try run.number(.pass, 0...100)
    let quiz = Quiz(book, topic: topic, seed: seed, count: Int(count))
    if run.arguments[.paper] == "tsv" { return Outcome(text: quiz.cards) }
    let offersChoices = run.arguments.has(.choices)
    guard run.arguments[.paper] == nil, run.canAsk else {
      let format: TeachingFormat = run.arguments.choice(.paper) ?? .text
      return Outcome(text: quiz.paper(format, run.style, offersChoices: offersChoices, by: book))
    }
    run.remark("seed \(seed); what you miss comes back at the end")
    var dialogue = QuizDialogue(QuizRound(quiz, offersChoices: offersChoices), run.errorStyle, by: book)
    var record = try run.arguments.path(.record).map { path throws(Failure) in try LearnerRecord(path, run) }
    _ = try run.conduct(&dialogue) { quiz throws(Failure) in try record?.add(quiz.round.attempts) }
    let isPassed = pass.map { dialogue.round.passes(Int($0)) } ?? true
    return Outcome(text: dialogue.round.score, status: isPassed ? .done : .findings)
  }
}

extension Run {
  /// The whole number that a flag gives; nil without the flag.
  func number(_ flag: Flag, _ range: ClosedRange<UInt64>) throws(Failure) -> UInt64? {
    guard let text = arguments[flag] else { return nil }
    guard let number = UInt64(text), range.contains(number) else {
      let needed = "a whole number from \(range.lowerBound) to \(range.upperBound)"
      throw .badValue(text, flag: flag.typed, needed: needed)
    }
    return number
  }
}
