extension Conclusion {
  /// Returns the advice for a date of service, from the effects and codes that apply on it.
  public func advice(on day: CalendarDay, by book: RuleBook) -> Advice {
    let gathered = gathered(on: day, by: book)
    return Advice(
      topic: topic, title: title, basis: Basis(day: day, edition: book.edition), steps: steps,
      unused: unused, report: gathered.report, notInForce: gathered.notInForce,
      notSeparately: gathered.notSeparately, includedIn: gathered.includedIn,
      nothing: gathered.nothing, notes: gathered.notes, dissent: gathered.dissent,
      cards: gathered.reportedCodes.compactMap { book.card($0.id) },
      announced: book.announced(on: day).filter { $0.concerns(topic, gathered) }.map(\.statement))
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

extension Announcement {
  /// Whether it affects a topic, or its reported codes or devices.
  fileprivate func concerns(_ topic: String, _ gathered: Gathered) -> Bool {
    if topics.contains(topic) || (topics.isEmpty && codes.isEmpty) { return true }
    let named = gathered.report.flatMap(\.value.procedure.candidates).map(\.id)
    let devices = gathered.includedIn.flatMap(\.value.device.ranges).map(\.codes)
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

/// The effects of a path by kind, limited to codes in force.
private struct Gathered {
  let day: CalendarDay
  let book: RuleBook
  var report: [Attributed<Line>] = []
  var notInForce: [Attributed<NotInForce>] = []
  var notSeparately: [Attributed<Exclusion>] = []
  var includedIn: [Attributed<Inclusion>] = []
  var nothing: [Attributed<Statement>] = []
  var notes: [Attributed<Note>] = []
  var dissent: [Attributed<Dissent>] = []

  init(day: CalendarDay, book: RuleBook) {
    self.day = day
    self.book = book
  }

  mutating func add(_ effect: Effect, step: Int) {
    switch effect {
    case .report(let line): add(line, step)
    case .notSeparately(let exclusion): add(exclusion, step)
    case .includedIn(let inclusion): includedIn.append(Attributed(value: inclusion, step: step))
    case .nothing(let reason): nothing.append(Attributed(value: reason, step: step))
    case .note(let note): notes.append(Attributed(value: note, step: step))
    case .dissent(let question): dissent.append(Attributed(value: question, step: step))
    }
  }

  /// The codes to report without duplicates, in order.
  var reportedCodes: [Code] {
    var codes: [Code] = []
    for code in report.flatMap(\.value.procedure.codes) where !codes.contains(where: { $0.id == code.id }) {
      codes.append(code)
    }
    return codes
  }

  private mutating func add(_ line: Line, _ step: Int) {
    if let procedure = line.procedure.inForce(on: day) {
      report.append(Attributed(value: Line(procedure: procedure, reason: line.reason), step: step))
    }
    for service in line.procedure.notInForceServices(on: day) {
      let instead = book.relatives(of: service.code).filter { $0.life.period.contains(day) }
      let code = NotInForce(
        service: service, instead: instead,
        fallback: instead.isEmpty ? book.fallback(for: service.code) : nil)
      notInForce.append(Attributed(value: code, step: step))
    }
  }

  private mutating func add(_ exclusion: Exclusion, _ step: Int) {
    let codes = exclusion.codes.filter { $0.life.period.contains(day) }
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
