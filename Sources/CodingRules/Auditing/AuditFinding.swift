/// A problem that a claims reviewer would question.
package struct AuditFinding: Sendable {
  /// The id of the check that found it.
  package let check: String
  /// The severity.
  package let severity: VisitCheck.Severity
  /// The id of the claim; empty if it has none.
  package let claim: String
  /// The 1-based number of the service line in its claim; 0 if there is none.
  package let line: Int
  /// The position of the line in the file.
  package let position: ClaimPosition
  /// The codes involved, in file order.
  package internal(set) var codes: [String] = []
  /// The date of service.
  package internal(set) var day: CalendarDay?
  /// The problem, without a period.
  package let what: String
  /// The rule behind it.
  package let why: String
  /// What the office should do.
  package let action: String
  /// The ids of the sources, strongest first.
  package internal(set) var sources: [String] = []
  /// The view of sources that disagree.
  package internal(set) var other: Statement?
  /// The other lines involved.
  package internal(set) var related: [RelatedLine] = []
  /// The number of the line among all service lines of the file.
  var order = 0
}

/// Another line that a finding involves.
package struct RelatedLine: Hashable, Sendable {
  /// The id of its claim; empty if it has none.
  package let claim: String
  /// The 1-based number of the service line in its claim; 0 if there is none.
  package let line: Int
  /// The position of the line in the file.
  package let position: ClaimPosition
}

extension AuditFinding {
  /// Creates a finding about a part of a file that is not a service line.
  package init(
    check: String, severity: VisitCheck.Severity, claim: String, line: Int, position: ClaimPosition,
    what: String, why: String, action: String
  ) {
    self.init(
      check: check, severity: severity, claim: claim, line: line, position: position, codes: [], what: what,
      why: why, action: action)
  }
}

/// The selected checks, and the severity that counts as a failure.
package struct AuditSelection: Sendable {
  /// The checks to run; nil for all.
  package var only: Set<String>?
  /// The checks to skip.
  package var skip: Set<String> = []
  /// The lowest severity that counts as a failure; nil for none.
  package var failOn: VisitCheck.Severity? = .error

  /// Creates a selection of all checks, with errors counting as a failure.
  package init() {}

  /// Whether a check is selected.
  package func includes(_ check: String) -> Bool { only?.contains(check) != false && !skip.contains(check) }
}

/// The number of lines and findings.
package struct AuditSummary: Sendable {
  /// The number of service lines read.
  package internal(set) var lines = 0
  /// The number of claims; nil if the file does not say where one ends.
  package var claims: Int?
  /// The number of claims that were not audited, because they are not dental.
  package var skippedClaims = 0
  /// The number of findings of each severity.
  package private(set) var bySeverity: [VisitCheck.Severity: Int] = [:]
  /// The number of findings of each check.
  package private(set) var byCheck: [String: Int] = [:]

  /// Creates an empty summary.
  package init() {}

  /// Counts a finding.
  package mutating func count(_ finding: AuditFinding) {
    bySeverity[finding.severity, default: 0] += 1
    byCheck[finding.check, default: 0] += 1
  }

  /// Whether any finding has a severity that counts as a failure.
  package func fails(_ selection: AuditSelection) -> Bool {
    guard let least = selection.failOn else { return false }
    return bySeverity.contains { $0.value > 0 && $0.key >= least }
  }
}

extension VisitCheck.Severity: Comparable {
  /// Whether the first is less severe.
  public static func < (first: Self, second: Self) -> Bool { first.rank < second.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
