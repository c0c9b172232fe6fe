/// One edition of the coding rules: what to open first.
///
/// ```swift
/// let book = RuleBook.standard
/// switch book.topics[0].evaluate(["purpose": "diagnostic", "capture": "stone-cast"]) {
/// case .asks(let question): print(question.ask)
/// case .advises(let conclusion): print(conclusion.advice(on: day, by: book).reported)
/// }
/// ```
public struct RuleBook: Sendable {
  /// What the book is.
  public let edition: Edition
  /// The documents that the rules rest on, in the order of the file.
  public let sources: [Source]
  /// What to know of the codes, in the order of the file.
  public let cards: [CodeCard]
  /// The devices that contain their working impression or scan, in the order of the file.
  public let devices: [Device]
  /// The topics in the edition's order; the first is the main one.
  public let topics: [Topic]
  /// The by-report code to think of when no code was in force; a part of a book has it only if it may be needed.
  public let fallback: Line?
  /// What must hold between the codes of one visit, in the order of the file.
  public let visitChecks: [VisitCheck]
  /// Worked visits, in the order of the file.
  public let cases: [WorkedCase]
  /// What words mean in a sentence; none in a part of a book.
  var phrases = Phrases.none

  /// The topic with this id; nil when the book has none.
  public func topic(_ id: String) -> Topic? { topics.first { $0.id == id } }

  /// The worked case with this id; nil when the book has none.
  public func workedCase(_ id: String) -> WorkedCase? { cases.first { $0.id == id } }

  /// What to know of a code; nil when the book does not have it.
  public func card(_ code: String) -> CodeCard? { cards.first { $0.code.id == code } }
}

extension RuleBook {
  /// The standard book, which is part of the program; read when it is first asked for.
  public static let standard: RuleBook = {
    do throws(UnusableRules) {
      return try BookReader(.embedded, log: FindingLog()).book()
    } catch {
      preconditionFailure("The built-in rules are tested to be free of errors: \(error.findings)")
    }
  }()

  /// The part of the standard book that one walk needs on one day, had in a fraction of the time.
  ///
  /// The part gives the same advice for that day, and the same alternatives to it, as the whole book.
  ///
  /// - Parameter topic: The topic's id; the main topic if nil.
  /// - Parameter words: Words for the topic's fields.
  /// - Parameter day: The date of service.
  /// - Returns: Nil when the words do not lead to the end of a walk, or not all of them are needed for it.
  public static func standard(
    topic: String?, reachedBy words: Answers, on day: CalendarDay
  ) -> RuleBook? {
    BookReader(.embedded, log: FindingLog(), for: day).part(topic: topic, reachedBy: words)
  }

  /// Reads the book in a folder.
  ///
  /// - Throws: `UnusableRules` with all that is wrong when a file is missing, malformed or names what is not there.
  public init(folder: String) throws(UnusableRules) {
    let log = FindingLog()
    self = try BookReader(try RuleFiles(folder: folder, log: log), log: log).book()
  }
}
