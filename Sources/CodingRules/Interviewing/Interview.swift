/// An interview about one topic as a value: the answers so far, and what a typed line does to them.
///
/// It reads and writes nothing; show `open`, hand in a line, show the reply.
package struct Interview: Sendable {
  /// The topic.
  package private(set) var topic: Topic
  /// The answers so far, those given beforehand included.
  package private(set) var answers: Answers
  private let given: Answers
  private let others: [Topic]

  /// Begins an interview; what is given beforehand is not asked.
  ///
  /// - Parameter others: Topics that the first question may be answered with instead.
  package init(_ topic: Topic, given: Answers = [:], others: [Topic] = []) {
    self.topic = topic
    self.others = others.filter { $0.id != topic.id }
    self.given = given
    answers = given
  }

  /// The questions answered so far, in order.
  package var steps: [Step] { topic.path(answers).steps }

  /// The question to ask now; nil when the interview is over.
  package var open: Question? { topic.path(answers).open }

  /// Takes a line as it was typed at the open question.
  package mutating func take(_ line: String) -> Reply {
    guard let question = open else { return .nothingTyped }
    let typed = line.filter { !$0.unicodeScalars.contains(where: \.isControl) }
    if let word = InterviewCommand(typed: typed) { return obey(word, at: question) }
    switch question.choice(typed) {
    case .none: return typed.allSatisfy(\.isWhitespace) ? .nothingTyped : notUnderstood(typed, question)
    case .one(let answer):
      answers[question.field] = answer.id
      return .took(Step(question: question, answer: answer))
    case .several(let answers): return .ambiguous(question, answers)
    }
  }

  private mutating func obey(_ command: InterviewCommand, at question: Question) -> Reply {
    switch command {
    case .help: return .help(question)
    case .why: return .why(Reasons(question, in: topic, answers))
    case .back:
      guard let last = steps.last else { return .atBeginning }
      answers[last.question.field] = nil
      return .wentBack(last)
    case .review: return .review(steps)
    case .restart:
      answers = given
      return .restarted
    case .quit: return .quit
    }
  }

  /// Looks in the questions that follow, for someone who was a step ahead.
  private mutating func notUnderstood(_ typed: String, _ question: Question) -> Reply {
    if answers == given, let other = others.named(typed).first, others.named(typed).count == 1 {
      topic = other
      return .switched(other)
    }
    for first in question.answers {
      var ahead = answers
      ahead[question.field] = first.id
      for later in topic.openQuestions(ahead) where later != question {
        if let answer = later.answer(named: typed) {
          return .ahead(answer: first, then: Step(question: later, answer: answer))
        }
      }
    }
    return .notUnderstood(typed, suggestion: nearestName(to: typed, among: question.names))
  }
}

/// What a typed line did.
package enum Reply: Sendable {
  /// An answer was taken.
  case took(Step)
  /// Several answers of the question begin so.
  case ambiguous(Question, [Answer])
  /// No answer was meant; perhaps the suggestion was.
  case notUnderstood(String, suggestion: String?)
  /// The words answer a later question, which this answer leads to.
  case ahead(answer: Answer, then: Step)
  /// The words named another topic, which the interview now is about.
  case switched(Topic)
  /// The topics to choose from are to be explained.
  case subjects([Topic])
  /// These topics are the services of the visit.
  case chose([Topic])
  /// The line was empty.
  case nothingTyped
  /// The question is to be explained.
  case help(Question)
  /// It is to be said what hangs on the question.
  case why(Reasons)
  /// The answer of this step was taken back.
  case wentBack(Step)
  /// There is nothing to take back.
  case atBeginning
  /// The answers so far are to be shown.
  case review([Step])
  /// The interview begins anew.
  case restarted
  /// The interview is to end without advice.
  case quit
}

/// What hangs on a question: its reason, and the codes that each answer leads to.
package struct Reasons: Sendable {
  /// The question.
  package let question: Question
  /// For each answer in order, the codes that can be reported after it.
  package let outcomes: [(answer: Answer, codes: [String])]

  init(_ question: Question, in topic: Topic, _ answers: Answers) {
    self.question = question
    let followed = topic.path(answers).steps.flatMap(\.answer.reportable)
    outcomes = question.answers.map { answer in
      var chosen = answers
      chosen[question.field] = answer.id
      return (answer, topic.codesInReach(chosen).filter { !followed.contains($0) })
    }
  }
}

/// The words that command the interview at every prompt.
package enum InterviewCommand: String, CaseIterable, Sendable {
  /// Explains the question.
  case help
  /// Says what hangs on the question.
  case why
  /// Takes the last answer back.
  case back
  /// Shows the answers so far.
  case review
  /// Begins anew.
  case restart
  /// Ends without advice.
  case quit

  /// The words that give the command, the usual one first.
  package var words: [String] {
    switch self {
    case .help: ["?", "help"]
    case .why: ["why"]
    case .back: ["back", "b"]
    case .review: ["review"]
    case .restart: ["restart"]
    case .quit: ["quit", "q", "exit"]
    }
  }

  init?(typed: String) {
    let word = typed.filter { !$0.isWhitespace }.lowercased()
    guard let command = Self.allCases.first(where: { $0.words.contains(word) }) else { return nil }
    self = command
  }
}

extension Question {
  enum Choice {
    case none
    case one(Answer)
    case several([Answer])
  }

  /// What a typed line chooses: a number, a name, or the unambiguous beginning of a name's word.
  func choice(_ typed: String) -> Choice {
    let word = String(typed.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    if let number = Int(word) {
      return answers.indices.contains(number - 1) ? .one(answers[number - 1]) : .none
    }
    if let answer = answer(named: word) { return .one(answer) }
    let begun = answers(beginning: word)
    return begun.count > 1 ? .several(begun) : begun.first.map(Choice.one) ?? .none
  }
}
