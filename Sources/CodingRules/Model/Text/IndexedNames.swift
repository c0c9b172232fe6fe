/// The names of a question's answers, made ready for many look-ups when the first is looked up.
final class IndexedNames: @unchecked Sendable {
  /// The names of one question, made ready.
  final class Index: Sendable {
    /// The index of the answer that a name means, by the name's key.
    let answers: [String: Int]
    let compared: ComparedNames
    /// The ids of the answers as a list in a sentence.
    let ids: String

    fileprivate init(_ question: Question) {
      let keys = question.answers.enumerated().flatMap { index, answer in
        answer.names.map { (nameKey($0), index) }
      }
      answers = Dictionary(keys) { first, _ in first }
      compared = ComparedNames(question.names)
      ids = question.answers.map(\.id).shortList
    }
  }

  private let question: Question
  private let lock = RecursiveLock()
  // Only used by the thread that holds the lock.
  private var made: Index?

  fileprivate init(_ question: Question) { self.question = question }

  var index: Index {
    lock.withLock {
      let index = made ?? Index(question)
      made = index
      return index
    }
  }
}

// Names are part of the answers, so whether they were made ready is no difference.
extension IndexedNames: Hashable {
  static func == (first: IndexedNames, second: IndexedNames) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}

extension Topic {
  /// The same topic, its names made ready for many look-ups; one look-up is faster without.
  package var withIndexedNames: Topic {
    let questions = questions.map { question in
      var question = question
      question.indexedNames = IndexedNames(question)
      return question
    }
    return Topic(
      id: id, title: title, also: also, isService: deferredIsService, own: questions, all: Deferred(questions))
  }
}
