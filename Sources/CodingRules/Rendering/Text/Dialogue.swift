/// A dialogue at a terminal, line by line: a conversation, a lesson, or a quiz.
///
/// It does no I/O: show the screen, then the prompt, pass in the typed line, and follow the reply.
package protocol Dialogue {
  /// Returns what to show before the prompt; empty if it is on the screen already.
  mutating func screen() -> String
  /// The prompt for the screen; nil at the end.
  var prompt: String? { get }
  /// Returns the possible meanings of an unfinished line, to choose from.
  func matches(_ typed: String) -> [String]
  /// Handles a typed line.
  mutating func take(_ line: String) -> DialogueReply
}

/// The reply of a dialogue to a typed line.
package enum DialogueReply {
  /// A text to show, possibly empty.
  case says(String)
  /// A text to write to a file.
  case saves(String, path: String)
  /// The person ends the dialogue with its result.
  case finishes
  /// The person leaves.
  case quits
}

extension Dialogue {
  package func matches(_ typed: String) -> [String] { [] }
}

/// A lesson as a dialogue.
package struct LessonDialogue: Dialogue {
  private var round: LessonRound
  private let style: TextStyle
  private let book: RuleBook
  private var reply: LessonRound.Reply?
  /// The parts of the screen that are not shown yet.
  private var parts: [String] = []

  /// Opens a lesson.
  package init(_ lesson: Lesson, _ style: TextStyle, by book: RuleBook) {
    (round, self.style, self.book) = (LessonRound(lesson), style, book)
  }

  package mutating func screen() -> String {
    if parts.isEmpty, round.page != nil { parts = round.screens(after: reply, style, by: book) }
    return parts.isEmpty ? "" : "\n" + parts.removeFirst()
  }

  package var prompt: String? {
    parts.isEmpty ? (round.page == nil || round.isLast ? nil : round.prompt) : LessonRound.morePrompt
  }

  package mutating func take(_ line: String) -> DialogueReply {
    if !parts.isEmpty { return LessonRound.stops(line) ? .quits : .says("") }
    let answer = round.take(line)
    if case .quit = answer { return .quits }
    reply = answer
    return .says("")
  }
}

/// A quiz as a dialogue.
package struct QuizDialogue: Dialogue {
  /// The questions and answers so far.
  package private(set) var round: QuizRound
  private let style: TextStyle
  private let book: RuleBook
  /// Whether the open question is on the screen.
  private var isShown = false

  /// Begins a quiz.
  package init(_ round: QuizRound, _ style: TextStyle, by book: RuleBook) {
    (self.round, self.style, self.book) = (round, style, book)
  }

  package mutating func screen() -> String {
    defer { isShown = true }
    return isShown || round.question == nil ? "" : "\n" + round.question(style)
  }

  package var prompt: String? { round.question == nil ? nil : round.prompt }

  package mutating func take(_ line: String) -> DialogueReply {
    let reply = round.take(line)
    if case .quit = reply { return .quits }
    if case .graded = reply { isShown = false }
    return .says(round.text(of: reply, style, by: book))
  }
}
