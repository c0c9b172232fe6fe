/// What to report for one service on one date, what not, and why.
public struct Advice: Sendable {
  /// The topic's id.
  public let topic: String
  /// What the topic is about.
  public let title: String
  /// What the advice rests on.
  public let stamp: Stamp
  /// The questions answered, in order.
  public let steps: [Step]
  /// Answers that were given but not asked for.
  public let unused: [UnusedAnswer]
  /// The lines to report, in the order of the path.
  public let report: [Earned<Line>]
  /// Codes that would be reported but are not in force on the date.
  public let notInForce: [Earned<Lapse>]
  /// Codes that are not separately reportable.
  public let notSeparately: [Earned<Exclusion>]
  /// Devices that the work belongs to.
  public let includedIn: [Earned<Inclusion>]
  /// Why there is nothing to report, said outright.
  public let nothing: [Earned<Statement>]
  /// What to know or do beside.
  public let notes: [Earned<Note>]
  /// Where sources disagree.
  public let dissent: [Earned<Dissent>]
  /// What to know of the codes to report, in their order.
  public let cards: [CodeCard]

  /// The lines to report in short.
  public var reported: [String] { report.map(\.value.procedure.description) }

  /// Whether anything is said: reported, included, not in force, or outright nothing.
  var isConclusive: Bool {
    !(report.isEmpty && notInForce.isEmpty && includedIn.isEmpty && nothing.isEmpty)
  }
}

/// Something that an answer added to the advice.
public struct Earned<Value> {
  /// What was added.
  public let value: Value
  /// The step that added it, counted from 0.
  public let step: Int
}

extension Earned: Sendable where Value: Sendable {}

/// What an advice rests on.
public struct Stamp: Hashable, Sendable {
  /// The date of service.
  public let day: CalendarDay
  /// The edition of the rules.
  public let edition: Edition

  /// Creates a stamp.
  public init(day: CalendarDay, edition: Edition) {
    self.day = day
    self.edition = edition
  }

  /// Whether the rules were reviewed for the date of service.
  public var isReviewed: Bool { edition.period.contains(day) }
}

/// A service whose code is not in force on the date.
public struct Lapse: Hashable, Sendable {
  /// The service that would be reported.
  public let service: CodedService
  /// The codes that were in force in its place on the date; empty when there were none.
  public let instead: [Code]
  /// What to consider when no code was in force in its place; nil when one was.
  public let fallback: Line?
}

extension Conclusion {
  /// The advice for a date of service: effects that hold on it, codes that are in force on it.
  public func advice(on day: CalendarDay, by book: RuleBook) -> Advice {
    let gathered = gathered(on: day, by: book)
    return Advice(
      topic: topic, title: title, stamp: Stamp(day: day, edition: book.edition), steps: steps,
      unused: unused, report: gathered.report, notInForce: gathered.notInForce,
      notSeparately: gathered.notSeparately, includedIn: gathered.includedIn,
      nothing: gathered.nothing, notes: gathered.notes, dissent: gathered.dissent,
      cards: gathered.reportedCodes.compactMap { book.card($0.id) })
  }
}

extension Conclusion {
  private func gathered(on day: CalendarDay, by book: RuleBook) -> Gathered {
    var gathered = Gathered(day: day, book: book)
    for (index, step) in steps.enumerated() {
      for timed in step.answer.effects where timed.period.contains(day) {
        gathered.add(timed.effect, step: index)
      }
    }
    return gathered
  }
}

extension Answer {
  /// What it reports on a date of service, in short.
  func reported(on day: CalendarDay) -> [String] {
    var reported: [String] = []
    for timed in effects where timed.period.contains(day) {
      guard case .report(let line) = timed.effect, let alive = line.procedure.inForce(on: day) else {
        continue
      }
      reported.append(alive.description)
    }
    return reported
  }
}

/// The effects of a path, sorted by kind and held to the codes' lives.
private struct Gathered {
  let day: CalendarDay
  let book: RuleBook
  var report: [Earned<Line>] = []
  var notInForce: [Earned<Lapse>] = []
  var notSeparately: [Earned<Exclusion>] = []
  var includedIn: [Earned<Inclusion>] = []
  var nothing: [Earned<Statement>] = []
  var notes: [Earned<Note>] = []
  var dissent: [Earned<Dissent>] = []

  init(day: CalendarDay, book: RuleBook) {
    self.day = day
    self.book = book
  }

  mutating func add(_ effect: Effect, step: Int) {
    switch effect {
    case .report(let line): add(line, step)
    case .notSeparately(let exclusion): add(exclusion, step)
    case .includedIn(let inclusion): includedIn.append(Earned(value: inclusion, step: step))
    case .nothing(let reason): nothing.append(Earned(value: reason, step: step))
    case .note(let note): notes.append(Earned(value: note, step: step))
    case .dissent(let question): dissent.append(Earned(value: question, step: step))
    }
  }

  /// The codes to report, each once, in order.
  var reportedCodes: [Code] {
    var codes: [Code] = []
    for code in report.flatMap(\.value.procedure.codes) where !codes.contains(where: { $0.id == code.id }) {
      codes.append(code)
    }
    return codes
  }

  private mutating func add(_ line: Line, _ step: Int) {
    if let procedure = line.procedure.inForce(on: day) {
      report.append(Earned(value: Line(procedure: procedure, reason: line.reason), step: step))
    }
    for service in line.procedure.lapsed(on: day) {
      let instead = book.relatives(of: service.code).filter { $0.life.period.contains(day) }
      let lapse = Lapse(service: service, instead: instead, fallback: instead.isEmpty ? book.fallback : nil)
      notInForce.append(Earned(value: lapse, step: step))
    }
  }

  private mutating func add(_ exclusion: Exclusion, _ step: Int) {
    let codes = exclusion.codes.filter { $0.life.period.contains(day) }
    guard !codes.isEmpty else { return }
    notSeparately.append(Earned(value: Exclusion(codes: codes, reason: exclusion.reason), step: step))
  }
}

extension Procedure {
  /// The procedure as far as its codes are in force; nil when none is. A range is taken as it is.
  fileprivate func inForce(on day: CalendarDay) -> Procedure? {
    switch self {
    case .code(let service): return service.isInForce(on: day) ? self : nil
    case .range: return self
    case .oneOf(let services):
      let alive = services.filter { $0.isInForce(on: day) }
      guard let first = alive.first else { return nil }
      return alive.count == 1 ? .code(first) : .oneOf(alive)
    }
  }

  /// The services it names one by one whose codes are not in force; none of a range.
  fileprivate func lapsed(on day: CalendarDay) -> [CodedService] {
    switch self {
    case .code(let service): service.isInForce(on: day) ? [] : [service]
    case .range: []
    case .oneOf(let services): services.filter { !$0.isInForce(on: day) }
    }
  }
}

extension CodedService {
  fileprivate func isInForce(on day: CalendarDay) -> Bool { code.life.period.contains(day) }
}

extension RuleBook {
  /// The codes before and after a code: those that it replaced, then those that replaced it.
  package func relatives(of code: Code) -> [Code] { predecessors(of: code) + successors(of: code) }

  /// The codes that a code replaced.
  package func predecessors(of code: Code) -> [Code] { codes.filter { $0.life.replacedBy.contains(code.id) } }

  /// The codes that replaced a code.
  package func successors(of code: Code) -> [Code] {
    code.life.replacedBy.compactMap(self.code)
  }
}
