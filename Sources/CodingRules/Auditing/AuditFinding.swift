/// Something that a reviewer of claims would question.
package struct AuditFinding: Sendable {
  /// The name of the check that found it.
  package let check: String
  /// How much it matters.
  package let severity: VisitCheck.Severity
  /// The id of the claim; empty when it has none.
  package let claim: String
  /// The number of the service line in its claim, from 1; 0 when there is none.
  package let line: Int
  /// Where the line is in the file.
  package let position: ClaimPosition
  /// The codes it concerns, in the order of the file.
  package let codes: [String]
  /// The date of service.
  package let day: CalendarDay?
  /// What is wrong, without a period.
  package let what: String
  /// Why.
  package let why: String
  /// What to do.
  package let action: String
  /// The ids of the sources, the strongest first.
  package let sources: [String]
  /// What other sources say.
  package let other: Statement?
  /// Where the other lines are that it concerns.
  package let related: [ClaimPosition]
  /// The order of the line among all lines of the file.
  let order: Int

  /// Creates a finding about something in a file that is no service line.
  package init(
    check: String, severity: VisitCheck.Severity, claim: String, line: Int, position: ClaimPosition,
    what: String,
    why: String, action: String
  ) {
    self.init(
      check: check, severity: severity, claim: claim, line: line, position: position, codes: [], day: nil,
      what: what,
      why: why, action: action, sources: [], other: nil, related: [], order: 0)
  }

  init(
    check: String, severity: VisitCheck.Severity, claim: String, line: Int, position: ClaimPosition,
    codes: [String], day: CalendarDay?, what: String, why: String, action: String, sources: [String],
    other: Statement?, related: [ClaimPosition], order: Int
  ) {
    (self.check, self.severity, self.claim, self.line) = (check, severity, claim, line)
    (self.position, self.codes, self.day, self.what) = (position, codes, day, what)
    (self.why, self.action, self.sources, self.other) = (why, action, sources, other)
    (self.related, self.order) = (related, order)
  }
}

/// Which findings are wanted, and from which severity on they count as a failure.
package struct AuditSelection: Sendable {
  /// The checks that are wanted; nil for all.
  package var only: Set<String>?
  /// The checks that are not wanted.
  package var skip: Set<String> = []
  /// The least severity that counts as a failure; nil when nothing does.
  package var failOn: VisitCheck.Severity? = .error

  /// Wants all findings, and takes errors as a failure.
  package init() {}

  /// Whether the findings of a check are wanted.
  package func includes(_ check: String) -> Bool { only?.contains(check) != false && !skip.contains(check) }
}

/// How many findings there were.
package struct AuditSummary: Sendable {
  /// How many service lines were read.
  package internal(set) var lines = 0
  /// The number of claims; nil if the file does not say where one ends.
  package var claims: Int?
  /// The number of claims that were not audited, because they are not dental.
  package var skippedClaims = 0
  /// How many findings of each severity there were.
  package private(set) var bySeverity: [VisitCheck.Severity: Int] = [:]
  /// How many findings of each check there were.
  package private(set) var byCheck: [String: Int] = [:]

  /// Nothing yet.
  package init() {}

  /// Counts a finding.
  package mutating func count(_ finding: AuditFinding) {
    bySeverity[finding.severity, default: 0] += 1
    byCheck[finding.check, default: 0] += 1
  }

  /// Whether a finding has at least the severity that counts as a failure.
  package func fails(_ selection: AuditSelection) -> Bool {
    guard let least = selection.failOn else { return false }
    return bySeverity.contains { $0.value > 0 && $0.key >= least }
  }
}

extension VisitCheck.Severity: Comparable {
  /// Whether the first matters less than the second.
  public static func < (first: Self, second: Self) -> Bool { first.rank < second.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
