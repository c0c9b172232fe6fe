/// An interview about a visit as a value: the opening, the questions, and the dialogue after the
/// answer.
///
/// It does no I/O: show `stage`, pass in a typed line, show the reply.
package struct Conversation: Sendable {
  /// What the conversation asks for next.
  package enum Stage: Sendable {
    /// A description of what was done.
    case opening
    /// The meaning of ambiguous words.
    case meaning(Ambiguity, choices: [Meaning])
    /// The answer to a question about a service, given by its index.
    case question(service: Int, Question)
    /// The date of the surgery that a check depends on.
    case surgery
    /// Nothing: the advice is ready to be shown and discussed.
    case answered
  }

  /// Everything said so far, which is what `back` reverts.
  struct State: Sendable {
    var visit: Visit
    /// The user's words for each service.
    var names: [String] = []
    /// The ambiguous words still to be asked about.
    var ambiguities: [Ambiguity] = []
    /// The sentence they are from; empty after a link was restored.
    var sentence = ""
    /// The keys of the questions answered "not sure".
    var unsure: Set<[String]> = []
    var isSurgerySettled = false
  }

  package let book: RuleBook
  let reader: SentenceReader
  private(set) var state: State
  private let start: State
  private var history: [State] = []

  /// Starts a conversation about a visit.
  ///
  /// - Parameter visit: What is already known; if it has services, their questions come first.
  /// - Parameter reader: The sentence reader of the same book; nil creates one, in milliseconds.
  package init(_ book: RuleBook, visit: Visit, reader: SentenceReader? = nil) {
    self.init(
      book,
      State(visit: visit, names: visit.services.map { _ in "" }, isSurgerySettled: visit.surgery != nil),
      reader: reader)
  }

  init(_ book: RuleBook, _ state: State, reader: SentenceReader?) {
    self.book = book
    self.reader = reader ?? book.sentenceReader
    (start, self.state) = (state, state)
  }

  /// The visit so far.
  package var visit: Visit { state.visit }

  /// What the conversation asks for next.
  package var stage: Stage {
    if let ambiguity = state.ambiguities.first {
      return .meaning(ambiguity, choices: ambiguity.meanings(in: book))
    }
    if visit.services.isEmpty { return .opening }
    for index in visit.services.indices {
      if let question = open(index), !isUnsure(index, question) {
        return .question(service: index, question)
      }
    }
    return !state.isSurgerySettled && book.dependsOnSurgery(visit) ? .surgery : .answered
  }

  /// The topics that can be a service of the visit, in rule order.
  package var topics: [Topic] { book.topics.filter(\.isService) }

  /// Whether the date of surgery has been answered, possibly as unknown.
  package var knowsSurgery: Bool { state.isSurgerySettled }

  /// The questions still unanswered, each with the index of its service.
  package var unsure: [(service: Int, question: Question)] {
    visit.services.indices.compactMap { index in open(index).map { (index, $0) } }
  }

  // MARK: State

  func answers(_ service: Int) -> Answers { visit.services[service].answers.completed(by: visit.facts) }

  func steps(_ service: Int) -> [Step] { visit.services[service].topic.path(answers(service)).steps }

  /// Whether a question was answered "not sure".
  func isUnsure(_ service: Int, _ question: Question) -> Bool {
    state.unsure.contains(State.key(service, question))
  }

  func open(_ service: Int) -> Question? { visit.services[service].topic.path(answers(service)).open }

  /// Changes the state in a way that `back` can undo.
  mutating func change(_ change: (inout State) -> Void) {
    history.append(state)
    change(&state)
  }

  /// Undoes the last change; returns false if there is none.
  mutating func undo() -> Bool {
    guard let last = history.popLast() else { return false }
    state = last
    return true
  }

  /// The advice on the visit; nil while a question is open.
  package var advice: VisitAdvice? {
    if case .advises(let advice) = book.evaluate(visit) { advice } else { nil }
  }

  /// Whether there is nothing left to ask.
  package var isAnswered: Bool { if case .answered = stage { true } else { false } }

  /// Starts over.
  mutating func restart() {
    history = []
    state = start
  }

  mutating func setUnsure(_ service: Int, _ question: Question) {
    change { $0.unsure.insert(State.key(service, question)) }
  }
}

extension Conversation.State {
  /// Answers a question about a service; nil asks it again.
  mutating func answer(_ id: String?, _ question: Question, service: Int) {
    if question.scope == .visit {
      visit.facts[question.field] = id
    } else {
      visit.services[service].answers[question.field] = id
    }
    unsure.remove(Self.key(service, question))
  }

  /// Returns the key of a question: its field if it is about the whole visit, or else its service,
  /// topic and id.
  static func key(_ service: Int, _ question: Question) -> [String] {
    question.scope == .visit ? [question.field] : ["\(service)", question.topic, question.id]
  }

  /// Adds a service.
  mutating func add(_ topic: Topic, _ answers: Answers = [:], name: String = "") {
    visit.services.append(Service(topic: topic, answers: answers))
    names.append(name)
  }

  /// Adds the contents of a sentence.
  mutating func add(_ reading: Reading, by book: RuleBook) {
    visit.day = reading.date ?? visit.day
    visit.facts = reading.factAnswers.completed(by: visit.facts)
    for service in reading.services {
      if let topic = book.topic(service.topic) {
        add(topic, service.answers, name: service.stated.map(\.words).uniqued().joined(by: ", "))
      }
    }
    ambiguities += reading.ambiguities.filter { !$0.meanings(in: book).isEmpty }
  }
}
