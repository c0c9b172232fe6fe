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
    /// Advised; a claim with the services of the visit together would be wrong.
    case findings
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
  /// The codes that are not separately reportable, each once, and none that another service of the visit reports.
  var notSeparately: [String] = []
  /// What is wrong, or worth knowing.
  var problem: String?
  /// The date of service; it stands in the whole advice.
  var day: CalendarDay?
  /// What is to be told once for all rows.
  var remarks: Remarks = []
  private let makeFull: () -> JSON

  /// The whole advice, as `ask` or `case` gives it; made when it is asked for.
  var full: JSON { makeFull() }

  /// Whether the row counts as one with a problem.
  var isBad: Bool { status != .ok && status != .notInForce }

  /// The advice in short.
  var short: JSON {
    .object(ResultColumn.allCases.map { (key: $0.rawValue, value: $0.json(self)) })
  }

  /// A row that something is wrong with.
  init(invalid problem: String) {
    status = .invalid
    self.problem = problem
    makeFull = { ["format": .integer(jsonFormatVersion), "status": "invalid", "problem": .string(problem)] }
  }

  /// A row that lacks answers.
  init(_ topic: Topic, pending answers: Answers, open question: Question) {
    status = .pending
    problem = question.demand
    makeFull = { topic.pendingJSON(answers) }
  }

  /// A visit that lacks answers.
  init(_ visit: Visit, pending open: [(service: Int, question: Question)]) {
    status = .pending
    problem = open.map { place, question in
      "Service \(place + 1), \(visit.services[place].topic.id): \(question.demand)"
    }.joined(separator: "; ")
    makeFull = { visit.pendingJSON }
  }

  /// A row with advice; answers that were not asked for, and codes not in force, are no problem but are told.
  init(_ advice: Advice) {
    self.init([advice], isWrong: false, sentences: advice.sentences) { advice.json }
  }

  /// A visit with advice; what holds between its services is told, unless it is merely to be known.
  init(_ advice: VisitAdvice) {
    self.init(advice.services, isWrong: advice.isWrong, sentences: advice.sentences) { advice.json }
  }

  private init(
    _ advices: [Advice], isWrong: Bool, sentences: [String], makeFull: @escaping () -> JSON
  ) {
    let hasLapsed = advices.contains { !$0.notInForce.isEmpty }
    status = isWrong ? .findings : hasLapsed ? .notInForce : .ok
    report = advices.flatMap(\.reported)
    let reported = advices.flatMap(\.report).flatMap(\.value.procedure.codes).map(\.id)
    for code in advices.flatMap(\.notSeparately).flatMap(\.value.codes).map(\.id)
    where !notSeparately.contains(code) && !reported.contains(code) {
      notSeparately.append(code)
    }
    problem = sentences.isEmpty ? nil : sentences.joined(separator: " ")
    day = advices.first?.basis.day
    self.makeFull = makeFull
    if advices.contains(where: { !$0.unused.isEmpty }) { remarks.insert(.unused) }
    if advices.contains(where: { !$0.basis.isReviewed }) { remarks.insert(.unreviewed) }
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
