/// A possible meaning of ambiguous words.
package enum Meaning: Sendable {
  /// A service of this topic.
  case service(Topic)
  /// An answer in a topic.
  case answer(Topic, Question, Answer)
}

extension Ambiguity {
  /// Returns the possible meanings of the words in a book.
  package func meanings(in book: RuleBook) -> [Meaning] {
    could.compactMap { text in
      let parts = text.split { $0 == "." || $0 == "=" }.map(String.init)
      guard let topic = parts.first.flatMap(book.topic) else { return nil }
      guard parts.count == 3 else { return .service(topic) }
      return topic.step(parts[1], parts[2]).map { .answer(topic, $0.question, $0.answer) }
    }
  }
}
