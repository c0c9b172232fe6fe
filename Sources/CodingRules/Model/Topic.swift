/// One interview: questions that lead from one to another and never back.
public struct Topic: Sendable {
  /// How many questions a topic has at most, those of the topics it leads to included.
  static let maxQuestions = 1_000
  /// How many answers these questions have at most.
  static let maxAnswers = 10_000

  /// The name by which the command and pipelines know it.
  public let id: String
  /// What it is about.
  public let title: String
  /// Other words that lead to it.
  package let also: [String]
  let deferredIsService: Deferred<Bool>
  /// The questions of its own file, with which the list of all begins.
  let own: [Question]
  private let all: Deferred<[Question]>

  init(
    id: String, title: String, also: [String], isService: Deferred<Bool>, own: [Question],
    all: Deferred<[Question]>
  ) {
    (self.id, self.title, self.also, deferredIsService) = (id, title, also, isService)
    (self.own, self.all) = (own, all)
  }

  /// The questions, those of linked topics included; the first one starts, and each leads only to later ones.
  public var questions: [Question] { all.value }

  /// Whether it is about a service that a visit can hold.
  package var isService: Bool { deferredIsService.value }

  /// The question at an index of the list of all.
  func question(at index: Int) -> Question { index < own.count ? own[index] : questions[index] }

  /// Whether a question asks for a field.
  package func asks(for field: String) -> Bool {
    own.contains { $0.field == field } || questions.contains { $0.field == field }
  }
}

extension Topic {
  /// The questions whose facts hold for the whole visit.
  package var visitQuestions: [Question] { questions.filter { $0.scope == .visit } }
}

/// A question of a topic.
public struct Question: Hashable, Sendable {
  /// How many answers a question has at most.
  static let maxAnswers = 1_000

  /// For what the answer to a question holds.
  public enum Scope: String, CaseIterable, Sendable {
    /// For this one service.
    case service
    /// For all services of the visit.
    case visit
  }

  /// The topic whose file defines it; a linked topic when a path has moved on.
  package let topic: String
  /// Its name, unique in that file.
  public let id: String
  /// The fact it asks for: the flag, the column, the key.
  public let field: String
  /// For what the answer holds.
  public let scope: Scope
  let content: Deferred<Content>
  /// The names of the answers, where they were made ready for many look-ups.
  var indexedNames: IndexedNames?

  /// The question as people read it.
  public var ask: String { content.value.ask }
  /// Why it is asked.
  public var why: String? { content.value.why }
  /// More words for someone who hesitates.
  public var help: String? { content.value.help }
  /// Where an office finds the answer.
  public var lookIn: String? { content.value.lookIn }
  /// What can be answered, in order; at least two.
  public var answers: [Answer] { content.value.answers }
}

extension Question {
  /// What a path reads of a question that it reaches.
  struct Content: Hashable, Sendable {
    var ask: String
    var why: String?
    var help: String?
    var lookIn: String?
    var answers: [Answer]

    /// The content in a longer list of questions, so much further back.
    func moved(by offset: Int) -> Content {
      var moved = self
      moved.answers = answers.map { $0.moved(by: offset) }
      return moved
    }
  }
}

/// An answer to a question.
public struct Answer: Sendable {
  /// Its name, unique in its question; pipelines depend on it.
  public let id: String
  /// The index of the next question in its topic; nil where the path ends.
  public let next: Int?
  let content: any AnswerContent

  /// The answer as people read it.
  public var label: String { content.words.label }
  /// Other words people type for it.
  public var also: [String] { content.words.also }
  /// More words for someone who hesitates.
  public var help: String? { content.words.help }
  /// The answer in a chart's words, without a code.
  public var phrase: String? { content.words.phrase }
  /// What it reports, without the reasons.
  package var reports: [TimedProcedure] { content.reports }
  /// What it adds to the advice, in order.
  package var effects: [TimedEffect] { content.effects }

  /// The answer in a longer list of questions, so much further back.
  func moved(by offset: Int) -> Answer { Answer(id: id, next: next.map { $0 + offset }, content: content) }
}

extension Answer: Hashable {
  /// Whether two answers agree in everything.
  public static func == (first: Self, second: Self) -> Bool {
    first.id == second.id && first.next == second.next
      && (first.content === second.content
        || first.content.words == second.content.words && first.reports == second.reports
          && first.effects == second.effects)
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// What an answer says and adds.
protocol AnswerContent: AnyObject, Sendable {
  var words: AnswerWords { get }
  var reports: [TimedProcedure] { get }
  var effects: [TimedEffect] { get }
}

/// The content of an answer, all at hand.
final class StoredAnswer: AnswerContent {
  let words: AnswerWords
  let reports: [TimedProcedure]
  let effects: [TimedEffect]

  init(words: AnswerWords, reports: [TimedProcedure], effects: [TimedEffect]) {
    (self.words, self.reports, self.effects) = (words, reports, effects)
  }
}

/// The words of an answer.
struct AnswerWords: Hashable, Sendable {
  var label: String
  var also: [String] = []
  var help: String?
  var phrase: String?
}

/// Worked answers with the outcome they must have.
package struct Example: Sendable {
  /// The situation in a sentence.
  package let text: String
  /// The date of service; the edition's last day if absent.
  package let day: CalendarDay?
  /// What the same answers report on other dates of service.
  package let dates: [DatedOutcome]
  /// The answers.
  package let answers: Answers
  /// The procedures to report in short, in order.
  package let report: [String]
  /// Codes that must be called not separately reportable.
  package let not: [String]
  /// The devices that the work belongs to.
  package let includedIn: [String]
  /// The kinds of all notes, in order; nil when the example does not say.
  package let notes: [String]?
  /// Codes that must be called not in force.
  package let notInForce: [String]
  /// Whether it must be said outright that there is nothing to report.
  package let nothing: Bool
}
