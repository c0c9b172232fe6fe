/// A quiz being taken: what is missed comes back at the end until it is right.
///
/// It reads and writes nothing: show the question, hand in a typed line, show the reply.
package struct QuizRound: Sendable {
  /// What a typed line did.
  package enum Reply: Sendable {
    /// The learner stops.
    case quit
    /// The learner asks for help; the question stays open.
    case help
    /// Nothing that can be graded; these words are no codes.
    case unclear([String])
    /// The question was answered.
    case graded(QuizQuestion, QuizGrade)
  }

  /// An answer that was given.
  package struct Attempt: Sendable {
    /// The question.
    package let question: QuizQuestion
    /// The codes that were typed or chosen; empty for none.
    package let codes: [String]
    /// What the answer is worth.
    package let mark: QuizGrade.Mark
  }

  /// The quiz.
  package let quiz: Quiz
  /// Whether answers are offered to choose from.
  package let offersChoices: Bool
  /// The answers so far, those to questions that came back too.
  package private(set) var attempts: [Attempt] = []
  private var order: QuizOrder

  /// Begins a round.
  ///
  /// - Parameter marks: Whether each answer before was right, in a round that goes on.
  package init(_ quiz: Quiz, offersChoices: Bool = false, after marks: [Bool] = []) {
    (self.quiz, self.offersChoices) = (quiz, offersChoices)
    order = QuizOrder(count: quiz.questions.count)
    for isRight in marks { order.take(isRight: isRight) }
  }

  /// The open question; nil when none is left.
  package var question: QuizQuestion? { order.index.map { quiz.questions[$0] } }

  /// What the open question is called: its number, and whether it came back.
  package var heading: String { order.heading }

  /// The answers to choose from; none unless they are offered.
  package var choices: [QuizQuestion] {
    offersChoices ? question.map { quiz.choices(for: $0) } ?? [] : []
  }

  /// How many questions were answered right at the first try.
  package var right: Int { order.right }

  /// How many questions were answered.
  package var asked: Int { order.asked }

  /// Takes a typed line.
  package mutating func take(_ line: String) -> Reply {
    let word = line.trimmed.lowercased()
    if ["q", "quit", "exit"].contains(word) { return .quit }
    if ["?", "help", "h"].contains(word) { return .help }
    guard let question else { return .quit }
    let typed = TypedCodes(chosen(word)?.key ?? line)
    let unclear = typed.unclear
    if !unclear.isEmpty || typed.codes.isEmpty && !typed.isNone { return .unclear(unclear) }
    let grade = question.grade(typed)
    order.take(isRight: grade.mark == .right)
    attempts.append(Attempt(question: question, codes: typed.codes, mark: grade.mark))
    return .graded(question, grade)
  }

  private func chosen(_ letter: String) -> QuizQuestion? {
    zip(Self.letters, choices).first { $0.0 == letter }?.1
  }

  /// What the choices are called.
  package static let letters = ["a", "b", "c", "d"]
}
