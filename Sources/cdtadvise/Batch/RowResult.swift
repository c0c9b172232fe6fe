import CodingRules
import StrictJSON

/// What batch says of one row.
struct RowResult {
  /// How it went.
  enum Status: String, CaseIterable {
    /// Advised.
    case ok
    /// Advised; a code that would be reported is not in force on the date.
    case notInForce = "not_in_force"
    /// Advised nothing, since answers are missing.
    case pending
    /// Advised nothing, since something is wrong.
    case invalid
  }

  /// What is not a problem, but is to be told once for all rows.
  struct Remarks: OptionSet, BitwiseCopyable {
    let rawValue: Int
    /// Answers were given that the walk does not ask for.
    static let unused = Remarks(rawValue: 1)
    /// The rules were not reviewed for the date of service.
    static let unreviewed = Remarks(rawValue: 2)
  }

  let status: Status
  /// The procedures to report, in short.
  var report: [String] = []
  /// The codes that are not separately reportable, each once.
  var notSeparately: [String] = []
  /// What is wrong, or worth knowing.
  var problem: String?
  /// The date of service; it stands in the whole advice.
  var day: CalendarDay?
  /// Makes the whole advice, as `ask` gives it.
  let full: () -> JSON
  /// What is to be told once for all rows.
  var remarks: Remarks = []

  /// Whether the row counts as one with a problem.
  var isBad: Bool { status == .pending || status == .invalid }

  /// The advice in short.
  var short: JSON {
    .object(ResultColumn.allCases.map { (key: $0.rawValue, value: $0.json(self)) })
  }

  /// A row that something is wrong with.
  init(invalid problem: String) {
    status = .invalid
    self.problem = problem
    full = {
      ["format": .integer(jsonFormatVersion), "status": "invalid", "problem": .string(problem)]
    }
  }

  /// A row that lacks answers.
  init(_ topic: Topic, pending answers: Answers, open question: Question) {
    status = .pending
    let choices = question.answers.map(\.id).joined(separator: ", ")
    problem = "'\(question.field)' needs an answer: \(choices)"
    full = { topic.pendingJSON(answers) }
  }

  /// A row with advice; answers that were not asked for, and codes not in force, are no problem but are told.
  init(_ advice: Advice) {
    status = advice.notInForce.isEmpty ? .ok : .notInForce
    report = advice.reported
    for code in advice.notSeparately.flatMap(\.value.codes) where !notSeparately.contains(code.id) {
      notSeparately.append(code.id)
    }
    let remarks =
      advice.notInForce.map { advice.explanation(of: $0.value) }
      + advice.unused.map {
        "This walk does not ask for '\($0.field)'; the answer '\($0.answer)' changes nothing."
      }
    problem = remarks.isEmpty ? nil : remarks.joined(separator: " ")
    day = advice.stamp.day
    full = { advice.json }
    if !advice.unused.isEmpty { self.remarks.insert(.unused) }
    if !advice.stamp.isReviewed { self.remarks.insert(.unreviewed) }
  }
}

/// The columns that batch adds to a row.
enum ResultColumn: String, CaseIterable {
  case report
  case notSeparately = "not_separately"
  case status
  case problem

  /// The name of the column, or key, that holds all of these as one object, or the whole advice.
  static let advice = "advice"

  /// The text of a cell.
  func text(_ result: RowResult) -> String {
    switch self {
    case .report: result.report.joined(separator: " ")
    case .notSeparately: result.notSeparately.joined(separator: " ")
    case .status: result.status.rawValue
    case .problem: result.problem ?? ""
    }
  }

  /// The value as JSON.
  func json(_ result: RowResult) -> JSON {
    switch self {
    case .report: .strings(result.report)
    case .notSeparately: .strings(result.notSeparately)
    case .status: .string(result.status.rawValue)
    case .problem: .optional(result.problem)
    }
  }
}
