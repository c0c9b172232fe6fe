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

  /// Returns the title of a service: its topic's title, plus the user's words or a distinguishing
  /// answer if several services share the topic.
  package func title(of service: Int) -> String {
    let topic = visit.services[service].topic
    let others = visit.services.indices.filter { $0 != service && visit.services[$0].topic.id == topic.id }
    let name = state.names[service].isEmpty ? difference(of: service, from: others) : state.names[service]
    return others.isEmpty || name.isEmpty ? topic.title : "\(topic.title) (\(name))"
  }

  /// Returns an answer that only this service has, preferably not the first; empty if there is none.
  private func difference(of service: Int, from others: [Int]) -> String {
    let own = steps(service).filter { step in
      others.allSatisfy { answers($0)[step.question.field] != step.answer.id }
    }
    return (own.first { $0.question.id != steps(service)[0].question.id } ?? own.first)?.answer.label ?? ""
  }

  /// The answered questions without repeated facts, each with the index of its service; answers
  /// ahead of the open question come last.
  package var items: [(service: Int, step: Step)] {
    var facts: Set<String> = []
    return visit.services.indices.flatMap { index in
      (steps(index) + stepsAhead(index)).filter {
        $0.question.scope == .service || facts.insert($0.question.field).inserted
      }.map { (index, $0) }
    }
  }

  /// The maximum number of questions left.
  package var questionsLeft: Int {
    visit.services.indices.map { index in
      visit.services[index].topic.longestRest(answers(index))
    }.reduce(0, +)
  }

  /// Whether the date of surgery has been answered, possibly as unknown.
  package var knowsSurgery: Bool { state.isSurgerySettled }

  /// The questions still unanswered, each with the index of its service.
  package var unsure: [(service: Int, question: Question)] {
    visit.services.indices.compactMap { index in open(index).map { (index, $0) } }
  }

  // MARK: State

  func answers(_ service: Int) -> Answers { visit.services[service].answers.completed(by: visit.facts) }

  func steps(_ service: Int) -> [Step] { visit.services[service].topic.path(answers(service)).steps }

  /// Returns the known answers to questions after the open one.
  private func stepsAhead(_ service: Int) -> [Step] {
    guard open(service) != nil else { return [] }
    let (known, answers) = (steps(service).map(\.question.field), answers(service))
    let ahead = visit.services[service].topic.questions.compactMap { question in
      answers[question.field].flatMap(question.answer(id:)).map { Step(question: question, answer: $0) }
    }
    return ahead.filter { !known.contains($0.question.field) }.uniqued(by: \.question.field)
  }

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

extension Topic {
  /// Returns the length of the longest path of open questions, given the answers.
  fileprivate func longestRest(_ answers: Answers) -> Int {
    // Built from the last question to the first, after an entry for the end of a path.
    var longest = [0]
    for question in questions.reversed() {
      let given = answers[question.field].flatMap(question.answer(id:))
      let rests = (given.map { [$0] } ?? question.answers).map { answer in
        longest[questions.count - (answer.next ?? questions.count)]
      }
      longest.append((given == nil ? 1 : 0) + rests.reduce(0, max))
    }
    return longest[questions.count]
  }
}
