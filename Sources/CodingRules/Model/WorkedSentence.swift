/// A sentence as an office writes it, with its expected reading.
package struct WorkedSentence: Sendable {
  /// What the sentence states about one service.
  package struct Service: Sendable {
    package let topic: String
    package let answers: Answers
  }

  /// The sentence.
  package let text: String
  /// The services, in the order of first mention.
  package let services: [Service]
  package let facts: Answers
  /// The date of service; nil if the sentence does not give one.
  package let day: CalendarDay?
  /// The ambiguities to ask about, each as its possible meanings.
  package let asks: [[String]]
}
