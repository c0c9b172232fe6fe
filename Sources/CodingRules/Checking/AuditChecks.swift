extension Check {
  /// Every audit check has a unique name, and every action belongs to an existing check.
  static let auditCheckIDsUnique = Check { book in
    let (rules, others) = (
      book.auditRules, book.visitChecks.map(\.id) + BuiltInCheck.allCases.map(\.rawValue)
    )
    let known = book.visitChecks.map(\.id)
    return repeated(rules.checks.map(\.id), "check", in: "audit.json", list: "checks", others: others)
      + rules.actions.keys.filter { !known.contains($0) }.map {
        Finding(.unknown("check", $0, among: known), file: "audit.json", path: "actions")
      }
  }

  /// Every example of an audit check has its expected outcome, and the examples cover the check.
  static let auditCheckExamplesMatch = Check { book in
    findings(on: book.auditRules.checks, in: "audit.json", list: "checks", key: "examples") {
      $1.failures(in: book) + $1.unpinned
    }
  }
}

extension AuditCheck {
  fileprivate func failures(in book: RuleBook) -> [Finding.Problem] {
    var selection = AuditSelection()
    selection.only = [id]
    let audit = CompiledAudit(book, selection)
    return severity.failures(of: examples, isFound: audit.findsAny)
  }

  /// The parts that no example covers: both outcomes, ends of code ranges, numbers, areas and facts.
  fileprivate var unpinned: [Finding.Problem] {
    let lines = examples.flatMap(\.lines)
    var parts = severity.outcomes(missingAmong: examples.map(\.outcome))
    parts += condition.groups.ends(missingAmong: lines.map(\.code))
    switch condition {
    case .together(let codes): parts += codes.units(missingAmong: lines.map(\.units))
    case .later(_, _, let days, _):
      let ends = [days.lowerBound, days.upperBound, days.upperBound + 1]
      parts += ends.filter { end in !examples.contains { $0.lines.daysBetween == end } }.map { "+\($0)" }
    case .lacks(_, let facts), .has(_, let facts):
      let said = lines.reduce(into: LineFacts()) { $0.formUnion($1.facts) }
      parts += facts.subtracting(said).names
    case .areas(_, let areas):
      let said = lines.reduce(into: MouthAreas()) { $0.formUnion($1.areas) }
      parts += areas.subtracting(said).numbers.map { "area \($0)" }
    }
    return Finding.Problem.missing(parts)
  }
}

extension AuditCheck.Condition {
  /// The code groups in the condition.
  fileprivate var groups: [CodeGroup] {
    switch self {
    case .together(let codes): codes.groups
    case .later(let first, let then, _, _): [first, then]
    case .lacks(let group, _), .has(let group, _), .areas(let group, _): [group]
    }
  }
}

extension [AuditCheck.ExampleLine] {
  /// The number of days from the first line to the last; nil if there are no lines.
  fileprivate var daysBetween: Int? { last.map { $0.days - self[0].days } }
}

extension CompiledAudit {
  /// Whether the audit has findings on the lines of an example, dated in the edition's last year.
  fileprivate func findsAny(_ lines: [AuditCheck.ExampleLine]) -> Bool {
    var auditor = Auditor(self, known: .all, order: .any)
    let first = (book.edition.period.through ?? book.edition.reviewed).daysSince1970 - 364
    let claim: [UInt8] = []
    for written in lines {
      let day = CalendarDay(daysSince1970: first + written.days)
      var line = AuditLine(
        code: ClaimCode(written.code), day: day, group: 1, position: ClaimPosition(line: 1))
      (line.units, line.areas, line.facts) = (written.units, written.areas, written.facts)
      auditor.add(line, claim: claim.span)
    }
    return !auditor.finish().isEmpty
  }
}
