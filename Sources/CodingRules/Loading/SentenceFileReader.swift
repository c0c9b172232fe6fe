/// Reads the worked sentences: the file `sentences.json`.
struct SentenceFileReader {
  /// The topics that sentences may refer to.
  let topics: [Topic]

  /// Reads a sentence.
  func sentence(_ written: Written) -> WorkedSentence {
    let object = written.object(["say", "services", "facts", "date", "ask", "open", "kind"])
    return WorkedSentence(
      text: object.text("say"), services: object.list("services").compactMap(service),
      facts: object.optional("facts").map { answers($0, of: topics) } ?? [:],
      day: object.optional("date")?.day ?? nil,
      asks: object.list("ask").map { $0.object(["words", "could"]).texts("could") },
      kinds: object.texts("kind"))
  }

  private func service(_ written: Written) -> WorkedSentence.Service? {
    let object = written.object(["topic", "answers"])
    guard let topic = object.required("topic").flatMap(topics.named) else { return nil }
    let answers = object.required("answers").map { self.answers($0, of: [topic]) } ?? [:]
    return WorkedSentence.Service(topic: topic.id, answers: answers)
  }

  /// Reads answers to questions of these topics, reporting unknown ones.
  private func answers(_ written: Written, of topics: [Topic]) -> Answers {
    let questions = topics.flatMap(\.questions)
    var answers = Answers()
    for (field, word) in written.object(questions.map(\.field)).written.entries {
      let known = questions.filter { $0.field == field }.flatMap(\.answers).map(\.id)
      if !known.isEmpty, !known.contains(word.text) {
        word.fault(.unknown("answer", word.text, among: known))
      }
      answers[field] = word.text
    }
    return answers
  }
}
