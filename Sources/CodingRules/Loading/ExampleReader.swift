/// Reads the worked answers of a topic.
struct ExampleReader {
  let definitions: Definitions
  let topic: Topic

  func example(_ written: Written) -> Example {
    let object = written.object([
      "say", "on", "dates", "answers", "report", "not", "includedIn", "notInForce", "nothing",
    ])
    return Example(
      text: object.text("say"), day: object.optional("on")?.day ?? nil,
      dates: object.optional("dates").map(dates) ?? [],
      answers: object.required("answers").map(answers) ?? [:],
      report: object.texts("report"),
      not: object.list("not").compactMap { definitions.code(named: $0)?.id },
      includedIn: object.list("includedIn").compactMap { definitions.device(named: $0)?.id },
      notInForce: object.list("notInForce").compactMap { definitions.code(named: $0)?.id },
      nothing: object.optional("nothing")?.flag ?? false)
  }

  /// The outcomes under `dates`: days with what is reported on them.
  private func dates(_ written: Written) -> [DatedOutcome] {
    written.unchecked.keys.compactMap { key in
      guard let outcome = written.member(key) else { return nil }
      guard let day = CalendarDay(key) else {
        outcome.fault(.badValue(key, expected: "a day written 2026-01-31"))
        return nil
      }
      let words = (outcome.textIfAny ?? outcome.text).split(separator: " ").map(String.init)
      return DatedOutcome(day: day, outcome: words)
    }
  }

  private func answers(_ written: Written) -> Answers {
    let questions = topic.questions
    let fields = questions.map(\.field)
    let object = written.object(fields)
    var answers = Answers()
    for field in object.keys where fields.contains(field) {
      guard let word = written.member(field) else { continue }
      let known = questions.filter { $0.field == field }.flatMap(\.answers).map(\.id)
      if !known.contains(word.text) {
        let suggestion = nearestName(to: word.text, among: known)
        word.fault(.nameUnknown(kind: "answer", name: word.text, suggestion: suggestion))
      }
      answers[field] = word.text
    }
    return answers
  }
}
