/// The order of questions: all of them once, then missed ones until they are answered correctly.
struct QuizOrder: Sendable {
  /// The number of questions.
  let count: Int
  /// Whether each answer so far was correct.
  private(set) var marks: [Bool] = []
  /// The indices of the questions in the order they are asked.
  private var queue: [Int]

  init(count: Int) {
    self.count = count
    queue = Array(0..<count)
  }

  /// The index of the open question; nil if none is left.
  var index: Int? { queue.indices.contains(marks.count) ? queue[marks.count] : nil }

  /// Whether the open question was missed before.
  var isRepeat: Bool { marks.count >= count }

  /// The number of questions answered.
  var asked: Int { min(marks.count, count) }

  /// The number of questions answered correctly on the first try.
  var right: Int { marks.prefix(count).count { $0 } }

  /// The heading of the open question: its number, and whether it is repeated.
  var heading: String {
    guard let index else { return "" }
    return isRepeat ? "Again: question \(index + 1)" : "Question \(index + 1) of \(count)"
  }

  /// Records an answer to the open question.
  mutating func take(isRight: Bool) {
    guard let index else { return }
    if !isRight { queue.append(index) }
    marks.append(isRight)
  }
}
