/// An interview about a visit as a value: what was done, the questions that are left, and the talk after the answer.
///
/// It reads and writes nothing: show `stage`, hand in a typed line, show the reply.
package struct Conversation: Sendable {
  /// What is asked now.
  package enum Stage: Sendable {
    /// What was done.
    case opening
    /// Which of several things words mean.
    case meaning(Ambiguity, choices: [Meaning])
    /// A question of a service, by the index of the service.
    case question(service: Int, Question)
    /// The date of the surgery, on which a check depends.
    case surgery
    /// Nothing more: the advice can be shown, and talked about.
    case answered
  }

  /// What has been said so far; everything that `back` takes back.
  struct State: Sendable {
    var visit: Visit
    /// What people called each service.
    var names: [String] = []
    /// Words that could mean several things, to be asked about.
    var ambiguities: [Ambiguity] = []
    /// The questions that nobody could answer, by their keys.
    var unsure: Set<[String]> = []
    var isSurgerySettled = false
  }

  package let book: RuleBook
  let reader: SentenceReader
  private(set) var state: State
  private let start: State
  private var history: [State] = []

  /// Begins a conversation about a visit.
  ///
  /// - Parameter visit: What is known beforehand; with services the conversation begins with their questions.
  /// - Parameter reader: What reads sentences by the same book; made here if nil, which takes some milliseconds.
  package init(_ book: RuleBook, visit: Visit, reader: SentenceReader? = nil) {
    self.init(book, State(visit: visit, names: visit.services.map { _ in "" }), reader: reader)
  }

  init(_ book: RuleBook, _ state: State, reader: SentenceReader?) {
    self.book = book
    self.reader = reader ?? book.sentenceReader
    (start, self.state) = (state, state)
  }

  /// The visit so far.
  package var visit: Visit { state.visit }

  /// What is asked now.
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

  /// The topics that can be a service of the visit, in the order of the rules.
  package var topics: [Topic] { book.topics.filter(\.isService) }

  /// What people call a service: the title of its topic, with their own words or what sets it apart where services share it.
  package func title(of service: Int) -> String {
    let topic = visit.services[service].topic
    let others = visit.services.indices.filter { $0 != service && visit.services[$0].topic.id == topic.id }
    let name = state.names[service].isEmpty ? difference(of: service, from: others) : state.names[service]
    return others.isEmpty || name.isEmpty ? topic.title : "\(topic.title) (\(name))"
  }

  /// An answer to a service that no other one has, rather a later one than the first; empty when there is none.
  private func difference(of service: Int, from others: [Int]) -> String {
    let own = steps(service).filter { step in
      others.allSatisfy { answers($0)[step.question.field] != step.answer.id }
    }
    return (own.first { $0.question.id != steps(service)[0].question.id } ?? own.first)?.answer.label ?? ""
  }

  /// The questions answered so far, fact by fact, each with the index of its service; those that are answered before
  /// they are asked come last.
  package var items: [(service: Int, step: Step)] {
    var facts: Set<String> = []
    return visit.services.indices.flatMap { index in
      (steps(index) + stepsAhead(index)).filter {
        $0.question.scope == .service || facts.insert($0.question.field).inserted
      }.map { (index, $0) }
    }
  }

  /// How many more questions there can be at most.
  package var questionsLeft: Int {
    visit.services.indices.map { index in
      visit.services[index].topic.longestRest(answers(index))
    }.reduce(0, +)
  }

  /// Whether it has been said when the surgery is, or that nobody knows.
  package var knowsSurgery: Bool { state.isSurgerySettled }

  /// The questions that nobody could answer, each with the index of its service.
  package var unsure: [(service: Int, question: Question)] {
    visit.services.indices.compactMap { index in open(index).map { (index, $0) } }
  }

  // MARK: What is said

  func answers(_ service: Int) -> Answers { visit.services[service].answers.completed(by: visit.facts) }

  func steps(_ service: Int) -> [Step] { visit.services[service].topic.path(answers(service)).steps }

  /// The answers that are known although their questions come after the open one.
  private func stepsAhead(_ service: Int) -> [Step] {
    guard open(service) != nil else { return [] }
    let (known, answers) = (steps(service).map(\.question.field), answers(service))
    let ahead = visit.services[service].topic.questions.compactMap { question in
      answers[question.field].flatMap(question.answer(id:)).map { Step(question: question, answer: $0) }
    }
    return ahead.filter { !known.contains($0.question.field) }.uniqued(by: \.question.field)
  }

  /// Whether nobody could answer a question.
  func isUnsure(_ service: Int, _ question: Question) -> Bool {
    state.unsure.contains(State.key(service, question))
  }

  func open(_ service: Int) -> Question? { visit.services[service].topic.path(answers(service)).open }

  /// Changes what has been said, so that `back` can take it back.
  mutating func change(_ change: (inout State) -> Void) {
    history.append(state)
    change(&state)
  }

  /// Undoes the last change; false when there is none.
  mutating func undo() -> Bool {
    guard let last = history.popLast() else { return false }
    state = last
    return true
  }

  /// The advice on the visit; nil while a question is open.
  package var advice: VisitAdvice? {
    if case .advises(let advice) = book.evaluate(visit) { advice } else { nil }
  }

  /// Whether nothing is left to ask.
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
  /// The most questions that can follow when the answers are as given.
  fileprivate func longestRest(_ answers: Answers) -> Int {
    // From the last question to the first, after the end of every path.
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
