/// The names of a question's answers, indexed on the first lookup.
final class IndexedNames: @unchecked Sendable {
  /// The index of one question's names.
  final class Index: Sendable {
    /// The position of the answer for each name key.
    let answers: [String: Int]
    let compared: ComparedNames
    /// The ids of the answers, as a list for a sentence.
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
  // Accessed only with the lock held.
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

// The names follow from the answers, so the index is irrelevant to equality.
extension IndexedNames: Hashable {
  static func == (first: IndexedNames, second: IndexedNames) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}

extension Topic {
  /// This topic with indexed names, for many lookups; a single lookup is faster without an index.
  package var withIndexedNames: Topic {
    let questions = questions.map { question in
      var question = question
      question.indexedNames = IndexedNames(question)
      return question
    }
    return Topic(
      id: id, title: title, details: details, own: questions, all: Deferred(questions)
    )
  }
}
