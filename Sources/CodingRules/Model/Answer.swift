/// An answer to a question.
public struct Answer: Sendable {
  /// Its id, unique in its question; pipelines depend on it.
  public let id: String
  /// The index of the next question in its topic; nil at the end of a path.
  public let next: Int?
  let content: any AnswerContent

  /// The answer as displayed.
  public var label: String { content.words.label }
  /// Other words people type for it.
  public var also: [String] { content.words.also }
  /// Additional help.
  public var help: String? { content.words.help }
  /// The answer as a chart note would put it, without codes.
  public var phrase: String? { content.words.phrase }
  /// The procedures it reports, without reasons.
  package var reports: [TimedProcedure] { content.reports }
  /// Its contributions to the advice, in order.
  package var effects: [TimedEffect] { content.effects }

  /// Returns the answer for a list of questions in which it is an offset further back.
  func shifted(by offset: Int) -> Answer { Answer(id: id, next: next.map { $0 + offset }, content: content) }
}

extension Answer: Hashable {
  /// Whether two answers have equal ids, links and content.
  public static func == (first: Self, second: Self) -> Bool {
    first.id == second.id && first.next == second.next
      && (first.content === second.content
        || first.content.words == second.content.words && first.reports == second.reports
          && first.effects == second.effects)
  }

  /// Hashes the id.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// The words of an answer and its contributions to the advice.
protocol AnswerContent: AnyObject, Sendable {
  var words: AnswerWords { get }
  var reports: [TimedProcedure] { get }
  var effects: [TimedEffect] { get }

  /// Whether it can report a code, which is faster to find out than whether it does; false only if it does not.
  func mayReport(_ code: String) -> Bool
}

/// An answer's content in memory.
final class StoredAnswer: AnswerContent {
  let words: AnswerWords
  let reports: [TimedProcedure]
  let effects: [TimedEffect]

  init(words: AnswerWords, reports: [TimedProcedure], effects: [TimedEffect]) {
    (self.words, self.reports, self.effects) = (words, reports, effects)
  }

  func mayReport(_ code: String) -> Bool { true }
}

/// The words of an answer.
struct AnswerWords: Hashable, Sendable {
  var label: String
  var also: [String] = []
  var help: String?
  var phrase: String?
}
