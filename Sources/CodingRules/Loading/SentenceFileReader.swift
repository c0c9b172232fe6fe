/// Reads the worked sentences: the file `sentences.json`.
struct SentenceFileReader {
  /// The topics that sentences may refer to.
  let topics: [Topic]

  /// Reads a sentence.
  func sentence(_ written: Written) -> WorkedSentence {
    let object = written.object(["say", "services", "facts", "date", "ask"])
    return WorkedSentence(
      text: object.text("say"), services: object.list("services").compactMap(service),
      facts: object.optional("facts")?.answers(to: topics.flatMap(\.questions)) ?? [:],
      day: object.optional("date")?.day ?? nil,
      asks: object.list("ask").map { $0.object(["words", "could"]).texts("could") })
  }

  private func service(_ written: Written) -> WorkedSentence.Service? {
    let object = written.object(["topic", "answers"])
    guard let topic = object.required("topic").flatMap(topics.named) else { return nil }
    return WorkedSentence.Service(
      topic: topic.id, answers: object.required("answers")?.answers(to: topic.questions) ?? [:])
  }
}
