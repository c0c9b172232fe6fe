/// An interview: questions that only lead forward.
public struct Topic: Sendable {
  /// The maximum number of questions, including those of linked topics.
  static let maxQuestions = 1_000
  /// The maximum total number of answers to these questions.
  static let maxAnswers = 10_000

  /// The id that the command line and pipelines use.
  public let id: String
  /// The title.
  public let title: String
  /// Other words for it.
  package let also: [String]
  let deferredIsService: Deferred<Bool>
  /// The questions of its own file, the first part of all.
  let own: [Question]
  private let all: Deferred<[Question]>

  init(
    id: String, title: String, also: [String], isService: Deferred<Bool>, own: [Question],
    all: Deferred<[Question]>
  ) {
    (self.id, self.title, self.also, deferredIsService) = (id, title, also, isService)
    (self.own, self.all) = (own, all)
  }

  /// The questions, including those of linked topics; the first one starts the interview, and each leads only to later
  /// ones.
  public var questions: [Question] { all.value }

  /// Whether it is about a service that can be part of a visit.
  package var isService: Bool { deferredIsService.value }

  /// Returns the question at an index; linked topics are read only if it is one of theirs.
  func question(at index: Int) -> Question { index < own.count ? own[index] : questions[index] }

  /// Whether a question asks for a field.
  package func asks(for field: String) -> Bool {
    own.contains { $0.field == field } || questions.contains { $0.field == field }
  }
}

extension Topic {
  /// The questions whose answers apply to the whole visit.
  package var visitQuestions: [Question] { questions.filter { $0.scope == .visit } }
}

/// A question of a topic.
public struct Question: Hashable, Sendable {
  /// The maximum number of answers to one question.
  static let maxAnswers = 1_000

  /// What an answer applies to.
  public enum Scope: String, CaseIterable, Sendable {
    /// One service.
    case service
    /// All services of the visit.
    case visit
  }

  /// The topic whose file defines it; a linked topic once a path has followed the link.
  package let topic: String
  /// Its id, unique in that file.
  public let id: String
  /// The fact it asks for: the name of the flag, the column and the JSON key.
  public let field: String
  /// What the answer applies to.
  public let scope: Scope
  let content: Deferred<Content>
  /// The index of answer names; nil unless many lookups are expected.
  var indexedNames: IndexedNames?

  /// The question as displayed.
  public var ask: String { content.value.ask }
  /// The reason it is asked.
  public var why: String? { content.value.why }
  /// Additional help.
  public var help: String? { content.value.help }
  /// Where an office finds the answer.
  public var lookIn: String? { content.value.lookIn }
  /// The possible answers, in order; at least two.
  public var answers: [Answer] { content.value.answers }
}

extension Question {
  /// The part of a question that is read only when a path reaches it.
  struct Content: Hashable, Sendable {
    var ask: String
    var why: String?
    var help: String?
    var lookIn: String?
    var answers: [Answer]

    /// Returns the content for a list of questions in which it is an offset further back.
    func shifted(by offset: Int) -> Content {
      var shifted = self
      shifted.answers = answers.map { $0.shifted(by: offset) }
      return shifted
    }
  }
}

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

/// Answers with their expected outcome.
package struct Example: Sendable {
  /// The situation in a sentence.
  package let text: String
  /// The date of service; nil means the edition's last day.
  package let day: CalendarDay?
  /// The expected reports of the same answers on other dates of service.
  package let dates: [DatedOutcome]
  /// The answers.
  package let answers: Answers
  /// The procedures to report, in shorthand and in order.
  package let report: [String]
  /// Codes that must be listed as not separately reportable.
  package let not: [String]
  /// The devices that include the work.
  package let includedIn: [String]
  /// The kinds of all notes, in order; nil if the example does not list them.
  package let notes: [String]?
  /// Codes that must be listed as not in force.
  package let notInForce: [String]
  /// Whether the advice must state explicitly that there is nothing to report.
  package let nothing: Bool
}
