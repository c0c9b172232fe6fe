/// A check that needs no entry in the rules, for it follows from what the rules say of codes.
package enum BuiltInCheck: String, CaseIterable, Sendable {
  /// The code is not in force on the date of service.
  case notInForce = "code-not-in-force"
  /// The line has no code that can be read.
  case noCode = "no-code"
  /// The line has no readable date of service.
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
    BuiltInCheck.allCases.map(\.rawValue) + visitChecks.filter { $0.daysBeforeSurgery == nil }.map(\.id)
      + auditRules.checks.map(\.id)
  }
}
