/// Reads the examples of a topic.
struct ExampleReader {
  let definitions: Definitions
  let topic: Topic

  func example(_ written: Written) -> Example {
    let object = written.object([
      "say", "on", "dates", "answers", "report", "not", "includedIn", "notInForce", "nothing", "notes",
    ])
    return Example(
      text: object.text("say"), day: object.optional("on")?.day ?? nil,
      dates: object.optional("dates")?.datedOutcomes ?? [],
      answers: object.required("answers").map(answers) ?? [:],
      report: object.texts("report"),
      not: object.list("not").compactMap { definitions.code(named: $0)?.id },
      includedIn: object.list("includedIn").compactMap { definitions.device(named: $0)?.id },
      notes: object.optional("notes").map { $0.text.split(separator: " ").map(String.init) },
      notInForce: object.list("notInForce").compactMap { definitions.code(named: $0)?.id },
      nothing: object.flag("nothing"))
  }

  /// Reads answer ids separated by spaces, in the order of the questions.
  private func answers(_ written: Written) -> Answers {
    var words = written.text.split(separator: " ").map(String.init)[...]
    let path = topic.path { question, _ in
      guard let word = words.first else { return nil }
      let answer = question.answer(id: word)
      if answer == nil {
        written.fault(.unknown("answer", word, among: question.answers.map(\.id)))
        words = []
      }
      words = words.dropFirst()
      return answer
    }
    for word in words { written.fault(.exampleUnused(answer: word)) }
    return Answers(path.steps)
  }
}
