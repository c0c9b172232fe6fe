/// An interview about a whole visit as a value: what was done, then each service's questions, shared facts asked once.
package struct VisitInterview: Sendable {
  /// What is asked now.
  package enum Stage: Sendable {
    /// What was done.
    case services
    /// A question of a service, by its place counted from 0.
    case question(service: Int, Question)
    /// Nothing: everything is answered.
    case over
  }

  /// The topics that can be services.
  package let topics: [Topic]
  /// The visit so far.
  package private(set) var visit: Visit
  /// The answers given, in order, so that they can be taken back.
  private var taken: [(service: Int, step: Step)] = []

  /// Begins an interview about a visit on a day.
  ///
  /// - Parameter facts: What is known of the whole visit beforehand.
  package init(_ topics: [Topic], day: CalendarDay, surgery: CalendarDay? = nil, facts: Answers = [:]) {
    self.topics = topics.filter(\.isService)
    visit = Visit(day: day, surgery: surgery, facts: facts, services: [])
  }

  /// What is asked now.
  package var stage: Stage {
    if visit.services.isEmpty { return .services }
    for (place, service) in visit.services.enumerated() {
      let answers = service.answers.completed(by: visit.facts)
      if let question = service.topic.path(answers).open { return .question(service: place, question) }
    }
    return .over
  }

  /// Takes a line as it was typed.
  package mutating func take(_ line: String) -> Reply {
    let typed = line.filter { !$0.unicodeScalars.contains(where: \.isControl) }
    switch (InterviewCommand(typed: typed), stage) {
    case (.back?, _): return back()
    case (.restart?, _):
      taken = []
      visit.services = []
      return .restarted
    case (.review?, _): return .review(taken.map(\.step))
    case (.quit?, _): return .quit
    case (.help?, .services), (.why?, .services): return .subjects(topics)
    case (_, .services): return chooseServices(typed)
    case (_, .question(let place, _)): return answer(typed, at: place)
    case (_, .over): return .nothingTyped
    }
  }

  private mutating func answer(_ typed: String, at place: Int) -> Reply {
    let service = visit.services[place]
    var interview = Interview(service.topic, given: service.answers.completed(by: visit.facts))
    let reply = interview.take(typed)
    guard case .took(let step) = reply else { return reply }
    taken.append((place, step))
    setAnswer(step.answer.id, of: step.question, at: place)
    return reply
  }

  private mutating func setAnswer(_ answer: String?, of question: Question, at place: Int) {
    if question.scope == .visit {
      visit.facts[question.field] = answer
    } else {
      visit.services[place].answers[question.field] = answer
    }
  }

  private mutating func back() -> Reply {
    guard let last = taken.popLast() else {
      let isAtBeginning = visit.services.isEmpty
      visit.services = []
      return isAtBeginning ? .atBeginning : .restarted
    }
    setAnswer(nil, of: last.step.question, at: last.service)
    return .wentBack(last.step)
  }

  /// Takes numbers or words for topics, between them commas or, between numbers, spaces.
  private mutating func chooseServices(_ typed: String) -> Reply {
    let isNumbers = typed.allSatisfy { $0.isNumber || $0 == "," || $0.isWhitespace }
    let words = typed.split { $0 == "," || isNumbers && $0.isWhitespace }.map(String.init)
    guard !words.isEmpty else { return .nothingTyped }
    var chosen: [Topic] = []
    for word in words {
      guard let topic = topic(word) else {
        return .notUnderstood(word, suggestion: nearestName(to: word, among: topics.flatMap(\.names)))
      }
      chosen.append(topic)
    }
    visit.services = chosen.map { Service(topic: $0, answers: [:]) }
    return .chose(chosen)
  }

  private func topic(_ word: String) -> Topic? {
    if let number = Int(word.filter { !$0.isWhitespace }) {
      return topics.indices.contains(number - 1) ? topics[number - 1] : nil
    }
    let named = topics.named(word)
    return named.count == 1 ? named.first : nil
  }
}
