/// A sentence as offices write it, and the reading that it must get.
package struct WorkedSentence: Sendable {
  /// What the sentence states of one service.
  package struct Service: Sendable {
    package let topic: String
    package let answers: Answers
  }

  /// What the office writes.
  package let text: String
  /// The services, in the order of first mention.
  package let services: [Service]
  package let facts: Answers
  /// The date of service; nil when the sentence does not give one.
  package let day: CalendarDay?
  /// What must be asked: for each what it could mean.
  package let asks: [[String]]
  /// What makes the sentence worth a test, such as `negation`.
  package let kinds: [String]
}
