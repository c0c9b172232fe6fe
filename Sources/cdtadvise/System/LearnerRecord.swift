import CodingRules

/// The file with a learner's answers, rewritten after each answer.
struct LearnerRecord {
  private static let maxSize = 16 << 20

  private let path: FilePath
  private let terminal: Terminal
  private let day: CalendarDay
  private var text: String
  /// The number of answers added.
  private var count = 0

  /// Reads or creates the file; refuses one that is not a record.
  init(_ path: FilePath, _ run: Run) throws(Failure) {
    (self.path, terminal, day) = (path, run.terminal, try run.day())
    text = QuizRound.Attempt.recordHeading
    if path.exists {
      let bytes = try terminal.input(at: path).contents(max: Self.maxSize)
      text = String(decoding: bytes, as: UTF8.self)
      if text.isEmpty { text = QuizRound.Attempt.recordHeading }
      guard text.hasPrefix(QuizRound.Attempt.recordHeading) else { throw .noRecord(path: path.text) }
    }
    try write()
  }

  /// Adds the answers that are new.
  mutating func add(_ attempts: [QuizRound.Attempt]) throws(Failure) {
    if attempts.count == count { return }
    text += attempts[count...].map { $0.recordLine(on: day) }.joined()
    count = attempts.count
    try write()
  }

  private func write() throws(Failure) {
    _ = try ResultStream.write(to: path, at: terminal) { _ in Outcome(text: text) }
  }
}
