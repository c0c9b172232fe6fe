import StrictJSON

/// The columns that batch adds to a row.
enum ResultColumn: String, CaseIterable, Sendable {
  case report
  case notSeparately = "not_separately"
  case status
  case problem
  /// What a plan does with the codes; only where a plan was given.
  case plan

  /// The columns of every result.
  static let usual = allCases.filter { $0 != .plan }

  /// The name of the column, or key, that holds all of these as one object, or the whole advice.
  static let advice = "advice"

  /// The text of a cell.
  func text(_ result: RowResult) -> String {
    switch self {
    case .report: result.report.joined(separator: " ")
    case .notSeparately: result.notSeparately.joined(separator: " ")
    case .status: result.status.rawValue
    case .problem: result.text ?? ""
    case .plan: result.plan ?? ""
    }
  }

  /// The value as JSON.
  func json(_ result: RowResult) -> JSON {
    switch self {
    case .report: .strings(result.report)
    case .notSeparately: .strings(result.notSeparately)
    case .status: .string(result.status.rawValue)
    case .problem: .optional(result.text)
    case .plan: .optional(result.plan)
    }
  }
}
