/// The commands of an interview, which work at every prompt.
package enum ConversationCommand: CaseIterable, Sendable {
  /// Explains the question.
  case help
  /// Says what depends on the answer.
  case why
  /// Leaves the question open.
  case notSure
  /// Undoes the last change.
  case back
  /// Shows the answers so far.
  case review
  /// Starts over.
  case restart
  /// Ends without advice.
  case quit

  /// The words for the command, preferred one first.
  package var words: [String] {
    switch self {
    case .help: ["?", "help", "what", "what?", "huh?", "what does that mean", "what does that mean?"]
    case .why: ["why"]
    case .notSure:
      [
        "not sure", "unsure", "don't know", "dont know", "i don't know", "i dont know", "idk", "no idea",
        "unknown", "??",
      ]
    case .back: ["back", "b", "undo"]
    case .review: ["review"]
    case .restart: ["restart"]
    case .quit: ["quit", "q", "exit"]
    }
  }

  init?(typed: String) {
    let word = typed.trimmed.lowercased()
    guard let command = Self.allCases.first(where: { $0.words.contains(word) }) else { return nil }
    self = command
  }
}
