import CodingRules
import StrictJSON

/// The batch result of a row.
struct RowResult {
  private(set) var status: RowStatus
  /// The topics of its services.
  private(set) var topics: [String] = []
  /// Sentences that need attention.
  private(set) var problems: [String] = []
  /// Sentences for information only.
  private(set) var notes: [String] = []
  /// Whether the billed codes match; nil if not compared or without advice.
  private(set) var agreement: Agreement?
  /// The effect of the plan on the codes to report; nil without a plan.
  private(set) var plan: String?
  /// The problem that makes this a bad row, if any.
  private(set) var problem: RowProblem?
  /// The date of service, if it is part of the full advice.
  private(set) var day: CalendarDay?
  private var warnings: RowWarnings = []
  /// The advice for a visit; nil for other rows.
  private(set) var visit: VisitAdvice?
  private var services: [AdviceSummary] = []
  private let makeFull: () -> JSON

  /// The procedures to report, in short form.
  var report: [String] { services.flatMap { $0.lines.map(\.text) } }

  /// The distinct codes that are not separately reportable, except those another service reports.
  var notSeparately: [String] {
    services.flatMap(\.notSeparately).uniqued().filter { code in
      !services.contains { $0.lines.contains { $0.codes.contains(code) } }
    }
  }

  /// The ids of the distinct devices that include the work.
  var includedIn: [String] { services.flatMap(\.includedIn).uniqued() }

  /// The stated reasons for reporting nothing.
  var nothing: [String] { services.flatMap(\.nothing).uniqued() }

  /// The kind under which the row is counted.
  var kind: RowTally.Kind { RowTally.Kind(status, warnings) }

  /// The full advice, as from `ask` or `visit`; computed on each access.
  var full: JSON { makeFull() }

  /// Creates the result of a row with a problem.
  init(_ problem: RowProblem) {
    self.init(problem.isOpen ? .pending : .invalid, problem)
  }

  /// Creates a result without advice.
  private init(_ status: RowStatus, _ problem: RowProblem?) {
    (self.status, self.problem) = (status, problem)
    let text = problem?.sentence
    problems = text.map { [$0] } ?? []
    makeFull = {
      ["format": .integer(jsonFormatVersion), "status": .string(status.rawValue), "problem": .optional(text)]
    }
  }

  /// The result of a row about work that the rules do not cover.
  static var unrelated: RowResult { RowResult(.unrelated, nil) }

  /// Creates the result of a row with missing answers.
  init(_ topic: Topic, pending answers: Answers, open question: Question) {
    self.init([topic.id], pending: question.demand) { topic.pendingJSON(answers) }
  }

  /// Creates the result of a visit with missing answers.
  init(_ visit: Visit, pending open: [(service: Int, question: Question)]) {
    let demands = open.map { index, question in
      "Service \(index + 1), \(visit.services[index].topic.id): \(question.demand)"
    }
    self.init(visit.services.map(\.topic.id), pending: demands.joined(separator: "; ")) { visit.pendingJSON }
  }

  private init(_ topics: [String], pending text: String, makeFull: @escaping () -> JSON) {
    (status, problem, problems, self.makeFull) = (.pending, .message(text), [text], makeFull)
    self.topics = topics
  }

  /// Creates the result of a row with advice; unneeded answers become remarks, not problems.
  init(_ advice: Advice, unrecognized: [UnknownAnswer]) {
    self.init([AdviceSummary(advice, unrecognized: unrecognized)], on: advice.basis.day, isVisit: false) {
      advice.json
    }
  }

  /// Creates the result of a visit with advice; remarks other than notes are included.
  ///
  /// - Parameter services: The summaries of its services.
  init(
    _ services: [AdviceSummary], _ visitRemarks: [Remark] = [], on day: CalendarDay, isVisit: Bool = true,
    makeFull: @escaping () -> JSON
  ) {
    (self.services, self.day, self.makeFull) = (services, day, makeFull)
    problems = visitRemarks.sentences(.error)
    notes = visitRemarks.sentences(.warning)
    let isWrong = !problems.isEmpty
    for (index, service) in services.enumerated() {
      func located(_ sentence: String) -> String {
        isVisit ? "Service \(index + 1), \(service.topic): \(sentence)" : sentence
      }
      problems += service.notInForce.map(located)
      notes += service.sentences.map(located)
      warnings.formUnion(service.warnings)
      topics.append(service.topic)
    }
    status = isWrong ? .findings : problems.isEmpty ? .ok : .notInForce
    problem = isWrong ? .message(problems.joined(separator: " ")) : nil
  }

  /// The result with a remark on the day that stood in for a missing date, if there is advice.
  var withoutDate: RowResult {
    let day = services.isEmpty ? nil : day
    return noting(day.map { "No date of service; the rules of \($0) were used." })
  }

  /// Adds a comparison with billed codes, if there is advice.
  ///
  /// - Parameter isCovered: Whether the rules cover a code.
  func compared(with billed: BilledCodes, isCovered: (String) -> Bool) -> RowResult {
    guard !services.isEmpty, let day else { return self }
    var result = self
    let difference = billed.difference(from: services, on: day, isCovered: isCovered)
    result.agreement = difference == nil ? .agrees : .differs
    guard let difference else { return result }
    result.problems.append(difference)
    if status == .ok { result.status = .differs }
    return result
  }

  /// Adds a remark, if there is one.
  func noting(_ remark: String?) -> RowResult {
    guard let remark else { return self }
    var result = self
    result.notes.append(remark)
    return result
  }

  /// Adds the effect of a plan on the codes to report, if there is advice.
  ///
  /// - Parameter isWholeVisit: Whether the visit has no other codes.
  func with(_ plan: Plan, isWholeVisit: Bool) -> RowResult {
    if services.isEmpty { return self }
    var result = self
    result.plan = plan.summary(of: services.flatMap(\.lines).flatMap(\.codes), isWholeVisit: isWholeVisit)
    return result
  }

  /// Creates the result of a visit.
  init(_ advice: VisitAdvice) {
    self.init(advice.services.map { AdviceSummary($0) }, advice.remarks, on: advice.visit.day) { advice.json }
    visit = advice
  }
}
