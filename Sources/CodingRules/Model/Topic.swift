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
  /// The questions; the first one starts the interview, and each leads only to later ones.
  public let questions: [Question]

  /// Whether it is about a service that can be part of a visit.
  package var isService: Bool { deferredIsService.value }
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
public struct Answer: Hashable, Sendable {
  /// Its id, unique in its question; pipelines depend on it.
  public let id: String
  /// The index of the next question in its topic; nil at the end of a path.
  public let next: Int?
  let words: Deferred<AnswerWords>
  let deferredReports: Deferred<[TimedProcedure]>
  let deferredEffects: Deferred<[TimedEffect]>

  /// The answer as displayed.
  public var label: String { words.value.label }
  /// Other words people type for it.
  public var also: [String] { words.value.also }
  /// Additional help.
  public var help: String? { words.value.help }
  /// The answer as a chart note would put it, without codes.
  public var phrase: String? { words.value.phrase }
  /// The procedures it reports, without reasons.
  package var reports: [TimedProcedure] { deferredReports.value }
  /// Its contributions to the advice, in order.
  package var effects: [TimedEffect] { deferredEffects.value }

  /// Returns the answer for a list of questions in which it is an offset further back.
  func shifted(by offset: Int) -> Answer {
    Answer(
      id: id, next: next.map { $0 + offset }, words: words, deferredReports: deferredReports,
      deferredEffects: deferredEffects)
  }
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
