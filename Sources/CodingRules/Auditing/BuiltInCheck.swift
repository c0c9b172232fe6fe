/// A check that follows from the rules on codes, without an audit rule of its own.
package enum BuiltInCheck: String, CaseIterable, Sendable {
  /// The code is not in force on the date of service.
  case notInForce = "code-not-in-force"
  /// The line has no readable code.
  case noCode = "no-code"
  /// The line has no readable date of service.
  case noDate = "no-date"
  /// The units are not a whole number of at least 1.
  case noUnits = "no-units"
  /// The rules were not reviewed for the date of service.
  case notReviewed = "date-not-reviewed"
  /// The code is for a part of the mouth, but the line names none.
  case noArea = "no-area"
  /// The line names a tooth, but the code is not for a tooth.
  case needlessTooth = "needless-tooth"
  /// The code is paid by report, but none is attached.
  case noReport = "no-report"

  /// The severity.
  package var severity: VisitCheck.Severity {
    switch self {
    case .notInForce, .noCode, .noDate: .error
    case .noUnits, .noArea, .noReport: .warning
    case .notReviewed, .needlessTooth: .note
    }
  }
}

extension RuleBook {
  /// The ids of the checks of an audit, in rule order.
  package var auditCheckIDs: [String] {
    BuiltInCheck.allCases.map(\.rawValue) + visitChecks.filter { $0.daysBeforeSurgery == nil }.map(\.id)
      + auditRules.checks.map(\.id)
  }
}
