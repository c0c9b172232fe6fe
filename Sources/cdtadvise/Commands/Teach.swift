import CodingRules

extension Command {
  static let teach = Command(
    name: "teach", group: .training, summary: "play a worked case step by step, or print it as a handout",
    operands: "[CASE]",
    operandKinds: [.workedCase],
    examples: """
      cdtadvise teach  # the list of worked cases
      cdtadvise teach aaoms-implant  # one of them; at a terminal the class answers each question
      cdtadvise teach aaoms-implant --to markdown  # a handout
      """, ownFlags: [.handout, .noInput]
  ) { run throws(Failure) in
    let book = try run.book()
    guard let id = run.arguments.operands.first else {
      return Outcome(text: book.casesText(run.style))
    }
    guard let worked = book.workedCase(id) else {
      throw .unknown(.workedCase, id, suggestion: nearestName(to: id, among: book.cases.map(\.id)))
    }
    let lesson = Lesson(worked, by: book)
    guard run.arguments[.handout] == nil, run.canAsk else {
      let format: TeachingFormat = run.arguments.choice(.handout) ?? .text
      return Outcome(text: lesson.handout(format, run.style, by: book))
    }
    var dialogue = LessonDialogue(lesson, run.errorStyle, by: book)
    _ = try run.conduct(&dialogue)
    return Outcome(text: nil)
  }
}
