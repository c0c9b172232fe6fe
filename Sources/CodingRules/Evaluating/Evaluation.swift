/// The result of evaluating a topic: a question to ask, or a conclusion.
public enum Evaluation: Sendable {
  /// The first question on the path whose field has no answer that the question knows.
  case asks(Question)
  /// The conclusion of a complete path, which a date of service turns into advice.
  case advises(Conclusion)
}

extension Topic {
  /// Follows the answers from the first question, in time linear in the path.
  ///
  /// - Parameter facts: The facts of the whole visit; those the topic does not ask for are ignored.
  public func evaluate(_ answers: Answers, facts: Answers = [:]) -> Evaluation {
    let path = path(answers.completed(by: facts))
    if let question = path.open { return .asks(question) }
    return .advises(Conclusion(topic: self, steps: path.steps, answers: answers))
  }
}

/// The end of a complete path, for any date of service.
public struct Conclusion: Sendable {
  /// The topic's id.
  package let topic: String
  /// The topic's title.
  package let title: String
  /// The questions answered, in order.
  package let steps: [Step]
  /// The given answers that this path did not ask for, sorted by field.
  package let unused: [UnusedAnswer]

  init(topic: Topic, steps: [Step], answers: Answers = [:]) {
    self.topic = topic.id
    title = topic.title
    self.steps = steps
    let unused = answers.fields.filter { field in !steps.contains { $0.question.field == field } }
    self.unused = unused.compactMap { field in
      answers[field].map { UnusedAnswer(field: field, answer: $0) }
    }
  }
}

/// An answer that the path did not ask for.
package struct UnusedAnswer: Hashable, Sendable {
  /// The field.
  package let field: String
  /// The answer's id.
  package let answer: String
}

extension Conclusion {
  /// Returns the advice for a date of service, from the effects and codes that apply on it.
  public func advice(on day: CalendarDay, by book: RuleBook) -> Advice {
    var advice = Advice(self, on: day, by: book)
    for (index, step) in steps.enumerated() {
      for timed in step.answer.effects where timed.period.contains(day) {
        advice.add(timed.effect, step: index, by: book)
      }
    }
    advice.cards = advice.reportedCodes.compactMap { book.card($0.id) }
    advice.announced = book.announced(on: day).filter { $0.concerns(advice) }.map(\.statement)
    return advice
  }
}

extension Announcement {
  /// Whether it affects the topic of advice, or its reported codes or devices.
  fileprivate func concerns(_ advice: Advice) -> Bool {
    if topics.contains(advice.topic) || (topics.isEmpty && codes.isEmpty) { return true }
    let named = advice.report.flatMap(\.value.procedure.candidates).map(\.id)
    let devices = advice.includedIn.flatMap(\.value.device.ranges).map(\.codes)
    return codes.contains { range in
      named.contains(where: range.contains) || devices.contains(where: range.overlaps)
    }
  }
}

extension Answer {
  /// Returns what it reports on a date of service, in shorthand.
  func reported(on day: CalendarDay) -> [String] {
    reports.filter { $0.period.contains(day) }.compactMap { $0.procedure.inForce(on: day)?.description }
  }
}

extension Advice {
  /// Creates advice without any effects.
  fileprivate init(_ conclusion: Conclusion, on day: CalendarDay, by book: RuleBook) {
    (topic, title) = (conclusion.topic, conclusion.title)
    (steps, unused) = (conclusion.steps, conclusion.unused)
    basis = Basis(day: day, edition: book.edition)
  }

  fileprivate mutating func add(_ effect: Effect, step: Int, by book: RuleBook) {
    switch effect {
    case .report(let line): add(line, step, by: book)
    case .notSeparately(let exclusion): add(exclusion, step)
    case .includedIn(let inclusion): includedIn.append(Attributed(value: inclusion, step: step))
    case .nothing(let reason): nothing.append(Attributed(value: reason, step: step))
    case .note(let note): notes.append(Attributed(value: note, step: step))
    case .dissent(let question): dissent.append(Attributed(value: question, step: step))
    }
  }

  /// The codes to report without duplicates, in order.
  fileprivate var reportedCodes: [Code] {
    var codes: [Code] = []
    for code in report.flatMap(\.value.procedure.codes) where !codes.contains(where: { $0.id == code.id }) {
      codes.append(code)
    }
    return codes
  }

  private mutating func add(_ line: Line, _ step: Int, by book: RuleBook) {
    if let procedure = line.procedure.inForce(on: basis.day) {
      report.append(Attributed(value: Line(procedure: procedure, reason: line.reason), step: step))
    }
    for service in line.procedure.notInForceServices(on: basis.day) {
      let instead = book.relatives(of: service.code).filter { $0.life.period.contains(basis.day) }
      let code = NotInForce(
        service: service, instead: instead,
        fallback: instead.isEmpty ? book.fallback(for: service.code) : nil)
      notInForce.append(Attributed(value: code, step: step))
    }
  }

  private mutating func add(_ exclusion: Exclusion, _ step: Int) {
    let codes = exclusion.codes.filter { $0.life.period.contains(basis.day) }
    guard !codes.isEmpty else { return }
    notSeparately.append(Attributed(value: Exclusion(codes: codes, reason: exclusion.reason), step: step))
  }
}

extension Procedure {
  /// Returns the procedure reduced to its codes in force; nil if there are none.
  func inForce(on day: CalendarDay) -> Procedure? {
    switch self {
    case .code(let service): return service.isInForce(on: day) ? self : nil
    case .range(let codes):
      let inForce = codes.filter { $0.life.period.contains(day) }
      guard let first = inForce.first else { return nil }
      return inForce.count == 1 ? .code(CodedService(code: first, modifiers: [], units: 1)) : .range(inForce)
    case .oneOf(let services):
      let inForce = services.filter { $0.isInForce(on: day) }
      guard let first = inForce.first else { return nil }
      return inForce.count == 1 ? .code(first) : .oneOf(inForce)
    }
  }

  /// Returns the named services not in force; for a range, its first code if no code is in force.
  fileprivate func notInForceServices(on day: CalendarDay) -> [CodedService] {
    switch self {
    case .code(let service): service.isInForce(on: day) ? [] : [service]
    case .range(let codes):
      codes.contains { $0.life.period.contains(day) }
        ? [] : codes.prefix(1).map { CodedService(code: $0, modifiers: [], units: 1) }
    case .oneOf(let services): services.filter { !$0.isInForce(on: day) }
    }
  }
}

extension CodedService {
  fileprivate func isInForce(on day: CalendarDay) -> Bool { code.life.period.contains(day) }
}

extension RuleBook {
  /// Returns the codes that a code replaced, then those that replaced it.
  package func relatives(of code: Code) -> [Code] { predecessors(of: code) + successors(of: code) }

  /// Returns the codes that a code replaced.
  package func predecessors(of code: Code) -> [Code] { codes.filter { $0.life.replacedBy.contains(code.id) } }

  /// Returns the codes that replaced a code.
  package func successors(of code: Code) -> [Code] {
    code.life.replacedBy.compactMap(self.code)
  }
}
