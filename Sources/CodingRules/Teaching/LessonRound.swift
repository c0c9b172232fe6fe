/// The state of a lesson in progress.
///
/// It does no I/O: show the screen, pass in a typed line, show the next screen after the reply.
package struct LessonRound: Sendable {
  /// The result of a typed line.
  package enum Reply: Sendable {
    /// The class quits.
    case quit
    /// The class asks for help; the question stays open.
    case help(Question)
    /// The line matches no answer.
    case unclear(String)
    /// The line matches the start of several answers.
    case several(Question, [Answer])
    /// The answer is that of the case.
    case right(LessonStep)
    /// The answer differs from that of the case.
    case diverges(LessonStep, Answer)
    /// The answer was shown.
    case shown(LessonStep)
    /// The previous question is open again.
    case wentBack
    /// There is no previous question.
    case atBeginning
    /// The next page is shown.
    case turned
  }

  private let pages: [Lesson.Page]
  /// The index of the current page, which is one that waits.
  private(set) var index: Int

  /// Opens a lesson.
  ///
  /// - Parameter index: The index of the page to resume at, or of one that leads to it.
  package init(_ lesson: Lesson, at index: Int = 0) {
    pages = lesson.pages
    self.index = pages[max(0, min(index, pages.count - 1))...].prefix { !$0.waits }.endIndex
  }

  /// The current page; nil at the end.
  package var page: Lesson.Page? { pages.indices.contains(index) ? pages[index] : nil }

  /// Whether this is the last page.
  package var isLast: Bool { index >= pages.count - 1 }

  /// The pages since the previous one that waited, which are shown together with this one.
  var passed: [Lesson.Page] {
    let last = pages[..<index].lastIndex(where: \.waits)
    return Array(pages[(last.map { $0 + 1 } ?? 0)..<index])
  }

  /// The facts of the current way of billing.
  var facts: [Answer] {
    for page in pages[..<index].reversed() { if case .variant(let facts) = page { return facts } }
    return []
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

  /// Handles a typed line.
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
  /// Whether the lesson waits at this page, for an answer or for reading.
  var waits: Bool {
    switch self {
    case .step(let step): step.isAsked
    case .result, .comparison: true
    case .story, .variant, .service: false
    }
  }
}
