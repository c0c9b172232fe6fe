/// In which order questions are asked: all of them, then what was missed, until it is right.
struct QuizOrder: Sendable {
  /// How many questions there are.
  let count: Int
  /// Whether each answer so far was right.
  private(set) var marks: [Bool] = []
  /// The indexes of the questions in the order in which they are asked.
  private var queue: [Int]

  init(count: Int) {
    self.count = count
    queue = Array(0..<count)
  }

  /// The index of the open question; nil when none is left.
  var index: Int? { queue.indices.contains(marks.count) ? queue[marks.count] : nil }

  /// Whether the open question was missed before.
  var isAgain: Bool { marks.count >= count }

  /// How many questions were answered.
  var asked: Int { min(marks.count, count) }

  /// How many questions were answered right at the first try.
  var right: Int { marks.prefix(count).count { $0 } }

  /// What the open question is called: its number, and whether it came back.
  var heading: String {
    guard let index else { return "" }
    return isAgain ? "Again: question \(index + 1)" : "Question \(index + 1) of \(count)"
  }

  /// Takes an answer to the open question.
  mutating func take(isRight: Bool) {
    guard let index else { return }
    if !isRight { queue.append(index) }
    marks.append(isRight)
  }
}
