import CodingRules
import StrictJSON

/// What batch says of one row.
struct RowResult {
  private(set) var status: RowStatus
  /// The topics that were advised on.
  private(set) var topics: [String] = []
  /// What needs somebody's attention.
  private(set) var problems: [String] = []
  /// What is worth knowing, and needs none.
  private(set) var notes: [String] = []
  /// Whether what was billed is what is to be reported; nil where that was not asked, or nothing is advised.
  private(set) var agreement: Agreement?
  /// What a plan does with the codes to report; nil without a plan.
  private(set) var plan: String?
  /// What makes the row count as one that is wrong; nil when it does not.
  private(set) var problem: RowProblem?
  /// The date of service, which is part of the whole advice; nil where it is not.
  private(set) var day: CalendarDay?
  private var marks: RowMarks = []
  /// The advice for a visit; nil for other rows.
  private(set) var visit: VisitAdvice?
  private var services: [AdviceSummary] = []
  private let makeFull: () -> JSON

  /// The procedures to report, in short.
  var report: [String] { services.flatMap { $0.lines.map(\.text) } }

  /// The codes that are not separately reportable, each once, and none that another service of the visit reports.
  var notSeparately: [String] {
    services.flatMap(\.notSeparately).uniqued().filter { code in
      !services.contains { $0.lines.contains { $0.codes.contains(code) } }
    }
  }

  /// The devices that the work belongs to, each once, by id.
  var includedIn: [String] { services.flatMap(\.includedIn).uniqued() }

  /// Why there is nothing to report.
  var nothing: [String] { services.flatMap(\.nothing).uniqued() }

  /// How the row is counted.
  var kind: RowTally.Kind { RowTally.Kind(status, marks) }

  /// The whole advice, as `ask` or `visit` gives it; made on each access.
  var full: JSON { makeFull() }

  /// A row that something is wrong with, or that leaves open what was done.
  init(_ problem: RowProblem) {
    self.init(problem.isOpen ? .pending : .invalid, problem)
  }

  /// A row without advice.
  private init(_ status: RowStatus, _ problem: RowProblem?) {
    (self.status, self.problem) = (status, problem)
    let text = problem?.sentence
    problems = text.map { [$0] } ?? []
    makeFull = {
      ["format": .integer(jsonFormatVersion), "status": .string(status.rawValue), "problem": .optional(text)]
    }
  }

  /// A row about nothing that the rules cover.
  static var unrelated: RowResult { RowResult(.unrelated, nil) }

  /// A row that lacks answers.
  init(_ topic: Topic, pending answers: Answers, open question: Question) {
    self.init([topic.id], pending: question.demand) { topic.pendingJSON(answers) }
  }

  /// A visit that lacks answers.
  init(_ visit: Visit, pending open: [(service: Int, question: Question)]) {
    let demands = open.map { index, question in
      "Service \(index + 1), \(visit.services[index].topic.id): \(question.demand)"
    }
    self.init(visit.services.map(\.topic.id), pending: demands.joined(separator: "; ")) { visit.pendingJSON }
  }

  private init(_ topics: [String], pending text: String, makeFull: @escaping () -> JSON) {
    (status, problem, problems, self.makeFull) = (.pending, .stated(text), [text], makeFull)
    self.topics = topics
  }

  /// A row with advice; answers that were not asked for are said but are no problem.
  init(_ advice: Advice, strange: [UnknownAnswer]) {
    self.init([AdviceSummary(advice, strange: strange)], on: advice.basis.day, isVisit: false) { advice.json }
  }

  /// A visit with advice; what holds between its services is said, unless it is merely a note.
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
      problems += service.lapsed.map(located)
      notes += service.sentences.map(located)
      marks.formUnion(service.marks)
      topics.append(service.topic)
    }
    status = isWrong ? .findings : problems.isEmpty ? .ok : .notInForce
    problem = isWrong ? .stated(problems.joined(separator: " ")) : nil
  }

  /// The same, compared with the codes that were billed, where there is advice.
  ///
  /// - Parameter isCovered: Whether the rules know a code.
  func compared(with billed: BilledCodes, isCovered: (String) -> Bool) -> RowResult {
    if services.isEmpty { return self }
    var result = self
    let difference = billed.difference(from: services, isCovered: isCovered)
    result.agreement = difference == nil ? .agrees : .differs
    guard let difference else { return result }
    result.problems.append(difference)
    if status == .ok { result.status = .differs }
    return result
  }

  /// The same with what a plan does with the codes to report, where there is advice.
  ///
  /// - Parameter isWholeVisit: Whether no other code is on the visit.
  func with(_ plan: Plan, isWholeVisit: Bool) -> RowResult {
    if services.isEmpty { return self }
    var result = self
    result.plan = plan.summary(of: services.flatMap(\.lines).flatMap(\.codes), isWholeVisit: isWholeVisit)
    return result
  }

  /// A visit with advice.
  init(_ advice: VisitAdvice) {
    self.init(advice.services.map { AdviceSummary($0) }, advice.remarks, on: advice.visit.day) { advice.json }
    visit = advice
  }
}
