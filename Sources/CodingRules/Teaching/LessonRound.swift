/// A lesson with a class that answers.
///
/// It reads and writes nothing: show the screen, hand in a typed line, show the screen after the reply.
package struct LessonRound: Sendable {
  /// What a typed line did.
  package enum Reply: Sendable {
    /// The class stops.
    case quit
    /// The class asks for help; the question stays open.
    case help(Question)
    /// No answer of the question.
    case unclear(String)
    /// Several answers begin so.
    case several(Question, [Answer])
    /// What the case answers.
    case right(LessonStep)
    /// Another answer than that of the case.
    case diverges(LessonStep, Answer)
    /// The answer was shown.
    case shown(LessonStep)
    /// The last question is open again.
    case wentBack
    /// There is no question before.
    case atBeginning
    /// The next page.
    case turned
  }

  private let pages: [Lesson.Page]
  /// The index of the page that is shown; that of a page that waits.
  private var index: Int

  /// Opens a lesson.
  package init(_ lesson: Lesson) {
    pages = lesson.pages
    index = pages.prefix { !$0.waits }.count
  }

  /// The page that is shown; nil at the end.
  package var page: Lesson.Page? { pages.indices.contains(index) ? pages[index] : nil }

  /// Whether no page comes after this one.
  package var isLast: Bool { index >= pages.count - 1 }

  /// The pages since the one that was shown before; they are shown with this one.
  var passed: [Lesson.Page] {
    let last = pages[..<index].lastIndex(where: \.waits)
    return Array(pages[(last.map { $0 + 1 } ?? 0)..<index])
  }

  /// The steps of the current service so far.
  var path: [LessonStep] {
    var path: [LessonStep] = []
    for page in pages[..<index].reversed() {
      guard case .step(let step) = page else { break }
      path.insert(step, at: 0)
    }
    return path
  }

  /// Takes a typed line.
  package mutating func take(_ line: String) -> Reply {
    let word = line.trimmed.lowercased()
    if Self.stops(line) { return .quit }
    if ["back", "b"].contains(word) { return goBack() }
    guard case .step(let step) = page else {
      turn()
      return .turned
    }
    let question = step.step.question
    if ["?", "help"].contains(word) { return .help(question) }
    if ["", "show"].contains(word) {
      turn()
      return .shown(step)
    }
    switch question.choice(line) {
    case .unknown: return .unclear(line.trimmed)
    case .several(let answers): return .several(question, answers)
    case .one(let answer):
      turn()
      return answer.id == step.step.answer.id ? .right(step) : .diverges(step, answer)
    }
  }

  /// Whether a typed line ends the lesson.
  package static func stops(_ line: String) -> Bool {
    ["q", "quit", "exit"].contains(line.trimmed.lowercased())
  }

  private mutating func turn() {
    index = pages[(index + 1)...].prefix { !$0.waits }.endIndex
  }

  private mutating func goBack() -> Reply {
    guard let last = pages[..<index].lastIndex(where: \.waits) else { return .atBeginning }
    index = last
    return .wentBack
  }
}

extension Lesson.Page {
  /// Whether the class has time at this page: for a question, and for a result.
  var waits: Bool {
    switch self {
    case .step(let step): step.isAsked
    case .result, .comparison: true
    case .story, .variant, .service: false
    }
  }
}
