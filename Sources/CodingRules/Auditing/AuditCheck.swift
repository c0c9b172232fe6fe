/// What must hold for the lines of claims.
package struct AuditCheck: Sendable {
  /// What makes it speak up.
  package enum Condition: Sendable {
    /// Lines of one patient on one day: each group of one of the lists has a line of its own, none of `without` has one,
    /// and the first group counts more units than `moreThan`.
    case together([[CodeGroup]], without: [CodeGroup], moreThan: Int?)
    /// A line of the first group, and one of the second so many days later.
    case later(CodeGroup, then: CodeGroup, days: ClosedRange<Int>)
    /// A line without any of these, in a file that can say all of them.
    case lacks(CodeGroup, LineFacts)
    /// A line with one of these.
    case has(CodeGroup, LineFacts)
    /// A line with one of these areas.
    case areas(CodeGroup, MouthAreas)
  }

  /// Its name.
  package let id: String
  /// How much it matters.
  package let severity: VisitCheck.Severity
  /// What makes it speak up.
  package let condition: Condition
  /// Why.
  package let statement: Statement
  /// What to do.
  package let action: String
  /// What other sources say.
  package let other: Statement?
}

/// What a rule book says for audits alone.
package struct AuditRules: Sendable {
  /// Codes of devices that do not stand for a device in checks: nothing is concluded from them.
  let exceptedDevices: [CodeRange]
  /// The checks, in the order of the file.
  package let checks: [AuditCheck]
  /// What to do about the checks between the codes of a visit, by their ids.
  package let actions: [String: String]

  static let none = AuditRules(exceptedDevices: [], checks: [], actions: [:])
}

/// A check that needs no entry in the rules, for it follows from what the rules say of codes.
package enum StandingCheck: String, CaseIterable, Sendable {
  /// The code is not in force on the date of service.
  case notInForce = "code-not-in-force"
  /// The line has no code that can be read.
  case noCode = "no-code"
  /// The line has no date of service that can be read.
  case noDate = "no-date"
  /// The units are no whole number from 1.
  case noUnits = "no-units"
  /// The rules were not reviewed for the date of service.
  case notReviewed = "date-not-reviewed"
  /// The code is for a part of the mouth, and the line names none.
  case noArea = "no-area"
  /// The line names a tooth for a code that is for no tooth.
  case needlessTooth = "needless-tooth"
  /// The code is paid by report, and none is sent.
  case noReport = "no-report"

  /// How much it matters.
  package var severity: VisitCheck.Severity {
    switch self {
    case .notInForce, .noCode, .noDate: .error
    case .noUnits, .noArea, .noReport: .warning
    case .notReviewed, .needlessTooth: .note
    }
  }
}

extension RuleBook {
  /// The checks that an audit of claim lines makes, in the order of the rules.
  package var auditCheckIDs: [String] {
    StandingCheck.allCases.map(\.rawValue) + visitChecks.filter { $0.daysBeforeSurgery == nil }.map(\.id)
      + auditRules.checks.map(\.id)
  }
}
