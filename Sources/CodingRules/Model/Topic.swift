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
  let details: Deferred<Details>
  /// The questions of its own file, the first part of all.
  let own: [Question]
  private let all: Deferred<[Question]>

  init(
    id: String, title: String, details: Deferred<Details>, own: [Question], all: Deferred<[Question]>
  ) {
    (self.id, self.title, self.details, self.own, self.all) = (id, title, details, own, all)
  }

  /// The questions, including those of linked topics; the first one starts the interview, and each leads only to later
  /// ones.
  public var questions: [Question] { all.value }

  /// Other words for it.
  package var also: [String] { details.value.also }
  /// Whether it is about a service that can be part of a visit.
  package var isService: Bool { details.value.isService }

  /// Returns the question at an index; linked topics are read only if it is one of theirs.
  func question(at index: Int) -> Question { index < own.count ? own[index] : questions[index] }

  /// Whether a question asks for a field.
  package func asks(for field: String) -> Bool {
    own.contains { $0.field == field } || questions.contains { $0.field == field }
  }
}

extension Topic {
  /// The part of a topic that a decision does not need.
  struct Details: Sendable {
    var also: [String] = []
    var isService = true
  }

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

  /// Whether the question has enough answers to be shown in two columns.
  package var isLong: Bool { answers.count > 12 }
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
