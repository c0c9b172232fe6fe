/// The state of a quiz in progress, in which missed questions come back at the end.
///
/// It does no I/O: show the question, pass in a typed line, show the reply.
package struct QuizRound: Sendable {
  /// The result of a typed line.
  package enum Reply: Sendable {
    /// The learner quits.
    case quit
    /// The learner asks for help; the question stays open.
    case help
    /// The line cannot be graded; the words are those that are not codes.
    case unclear([String])
    /// The question was answered.
    case graded(QuizQuestion, QuizGrade)
  }

  /// An answer given.
  package struct Attempt: Sendable {
    package let question: QuizQuestion
    /// The codes typed or chosen; empty for none.
    package let codes: [String]
    package let mark: QuizGrade.Mark
  }

  package let quiz: Quiz
  /// Whether the quiz is multiple choice.
  package let offersChoices: Bool
  /// The answers so far, including those to repeated questions.
  package private(set) var attempts: [Attempt] = []
  /// Whether each answer so far was correct, including those before the round was resumed.
  private var marks: [Bool] = []
  /// The indices of the questions in the order they are asked: all of them once, then missed ones
  /// until they are answered correctly.
  private var queue: [Int]

  /// Starts or resumes a round.
  ///
  /// - Parameter marks: Whether each earlier answer was correct, for a resumed round.
  package init(_ quiz: Quiz, offersChoices: Bool = false, after marks: [Bool] = []) {
    (self.quiz, self.offersChoices) = (quiz, offersChoices)
    queue = Array(quiz.questions.indices)
    for isRight in marks { record(isRight) }
  }

  /// The index of the open question; nil if none is left.
  private var index: Int? { queue.indices.contains(marks.count) ? queue[marks.count] : nil }

  private var count: Int { quiz.questions.count }

  package var question: QuizQuestion? { index.map { quiz.questions[$0] } }

  /// The heading of the open question: its number, and whether it is repeated.
  package var heading: String {
    guard let index else { return "" }
    return marks.count < count ? "Question \(index + 1) of \(count)" : "Again: question \(index + 1)"
  }

  /// The choices for the open question; empty unless the quiz is multiple choice.
  package var choices: [QuizQuestion] {
    offersChoices ? question.map { quiz.choices(for: $0) } ?? [] : []
  }

  /// The number of questions answered correctly on the first try.
  package var right: Int { marks.prefix(count).count { $0 } }

  /// The number of questions answered.
  package var asked: Int { min(marks.count, count) }

  /// Whether every question was answered and at least so many percent correctly on the first try.
  package func passes(_ percent: Int) -> Bool { asked == count && right * 100 >= percent * count }

  /// Handles a typed line.
  package mutating func take(_ line: String) -> Reply {
    let word = line.trimmed.lowercased()
    if LessonRound.stops(word) { return .quit }
    if ["?", "help", "h"].contains(word) { return .help }
    guard let question else { return .quit }
    let typed = TypedCodes(chosen(word)?.key ?? line)
    let unclear = typed.unclear
    if !unclear.isEmpty || typed.codes.isEmpty && !typed.isNone { return .unclear(unclear) }
    let grade = question.grade(typed)
    record(grade.mark == .right)
    attempts.append(Attempt(question: question, codes: typed.codes, mark: grade.mark))
    return .graded(question, grade)
  }

  /// Records whether the open question was answered correctly.
  private mutating func record(_ isRight: Bool) {
    guard let index else { return }
    if !isRight { queue.append(index) }
    marks.append(isRight)
  }

  private func chosen(_ letter: String) -> QuizQuestion? {
    zip(Self.letters, choices).first { $0.0 == letter }?.1
  }

  /// The letters of the choices.
  package static let letters = ["a", "b", "c", "d"]
}
