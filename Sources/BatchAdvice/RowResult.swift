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
    /// Not advised, since answers are missing.
    case pending
    /// Not advised, since something is wrong.
    case invalid
  }

  /// What is no problem, but is summed up at the end of the batch.
  struct Remarks: OptionSet, Hashable, BitwiseCopyable {
    let rawValue: UInt8
    /// The row has answers that its path does not ask for.
    static let unused = Remarks(rawValue: 1)
    /// The rules were not reviewed for the date of service.
    static let unreviewed = Remarks(rawValue: 2)
  }

  let status: Status
  /// The procedures to report, in short.
  private(set) var report: [String] = []
  /// The codes that are not separately reportable, each once, and none that another service of the visit reports.
  private(set) var notSeparately: [String] = []
  /// What is wrong, or worth knowing.
  let text: String?
  /// What a plan does with the codes to report; nil without a plan.
  private(set) var plan: String?
  /// The codes to report.
  private var reportedCodes: [String] = []
  /// What makes the row count as one with a problem; nil when it does not.
  private(set) var problem: RowProblem?
  /// The date of service, which is part of the whole advice; nil where it is not.
  private(set) var day: CalendarDay?
  private(set) var remarks: Remarks = []
  /// The advice for a visit; nil for other rows.
  private(set) var visit: VisitAdvice?
  private let makeFull: () -> JSON

  /// The whole advice, as `ask` or `visit` gives it; made on each access.
  var full: JSON { makeFull() }

  /// The advice in short.
  var short: JSON {
    .object(ResultColumn.usual.map { (key: $0.rawValue, value: $0.json(self)) })
  }

  /// A row that something is wrong with.
  init(_ problem: RowProblem) {
    let text = problem.sentence
    (status, self.problem, self.text) = (.invalid, problem, text)
    makeFull = { ["format": .integer(jsonFormatVersion), "status": "invalid", "problem": .string(text)] }
  }

  /// A row that lacks answers.
  init(_ topic: Topic, pending answers: Answers, open question: Question) {
    self.init(pending: question.demand) { topic.pendingJSON(answers) }
  }

  /// A visit that lacks answers.
  init(_ visit: Visit, pending open: [(service: Int, question: Question)]) {
    let demands = open.map { index, question in
      "Service \(index + 1), \(visit.services[index].topic.id): \(question.demand)"
    }
    self.init(pending: demands.joined(separator: "; ")) { visit.pendingJSON }
  }

  private init(pending text: String, makeFull: @escaping () -> JSON) {
    (status, problem, self.text, self.makeFull) = (.pending, .stated(text), text, makeFull)
  }

  /// A row with advice; answers that were not asked for, and codes not in force, are said but are no problem.
  init(_ advice: Advice) {
    self.init([AdviceSummary(advice)], day: advice.basis.day, problem: nil, sentences: advice.sentences) {
      advice.json
    }
  }

  /// A visit with advice; what holds between its services is said, unless it is merely a note.
  ///
  /// - Parameter services: The summaries of its services.
  init(
    _ services: [AdviceSummary], _ visitRemarks: [Remark], on day: CalendarDay, makeFull: @escaping () -> JSON
  ) {
    var sentences = visitRemarks.graveSentences
    for (index, service) in services.enumerated() {
      sentences += service.sentences.map { "Service \(index + 1), \(service.topic): \($0)" }
    }
    let isWrong = visitRemarks.contains { $0.check.severity == .error }
    let problem = isWrong ? RowProblem.stated(sentences.joined(separator: " ")) : nil
    self.init(services, day: day, problem: problem, sentences: sentences, makeFull: makeFull)
  }

  /// A visit with advice.
  init(_ advice: VisitAdvice) {
    self.init(advice.services.map(AdviceSummary.init), advice.remarks, on: advice.visit.day) { advice.json }
    visit = advice
  }

  /// The same, with what a plan does with the codes to report.
  ///
  /// - Parameter isWholeVisit: Whether no other code is on the visit.
  func with(_ plan: Plan?, isWholeVisit: Bool) -> RowResult {
    var result = self
    result.plan = plan.map { $0.summary(of: reportedCodes, isWholeVisit: isWholeVisit) }
    return result
  }

  private init(
    _ summaries: [AdviceSummary], day: CalendarDay, problem: RowProblem?, sentences: [String],
    makeFull: @escaping () -> JSON
  ) {
    let hasLapsed = summaries.contains(where: \.hasLapsed)
    status = problem != nil ? .findings : hasLapsed ? .notInForce : .ok
    text = sentences.isEmpty ? nil : sentences.joined(separator: " ")
    (self.problem, self.day, self.makeFull) = (problem, day, makeFull)
    report = summaries.flatMap(\.reported)
    reportedCodes = summaries.flatMap(\.reportedCodes)
    for summary in summaries {
      remarks.formUnion(summary.remarks)
      for code in summary.notSeparately
      where !notSeparately.contains(code) && !summaries.contains(where: { $0.reportedCodes.contains(code) }) {
        notSeparately.append(code)
      }
    }
  }
}

/// What of an advice is part of the result in short.
struct AdviceSummary: Hashable {
  let topic: String
  /// The lines to report, in short.
  let reported: [String]
  /// The codes of these lines.
  let reportedCodes: [String]
  /// The codes that are not separately reportable.
  let notSeparately: [String]
  /// Whether a code is not in force on the date.
  let hasLapsed: Bool
  let remarks: RowResult.Remarks
  /// What is no problem but worth knowing.
  let sentences: [String]

  init(_ advice: Advice) {
    (topic, reported, sentences) = (advice.topic, advice.reported, advice.sentences)
    reportedCodes = advice.report.flatMap(\.value.procedure.codes).map(\.id)
    notSeparately = advice.notSeparately.flatMap(\.value.codes).map(\.id)
    hasLapsed = !advice.notInForce.isEmpty
    var remarks: RowResult.Remarks = []
    if !advice.unused.isEmpty { remarks.insert(.unused) }
    if !advice.basis.isReviewed { remarks.insert(.unreviewed) }
    self.remarks = remarks
  }
}

extension Question {
  /// What is wanted when it is not answered.
  fileprivate var demand: String {
    "'\(field)' needs an answer: \(answers.map(\.id).joined(separator: ", "))"
  }
}

extension Advice {
  /// What is no problem but worth knowing.
  fileprivate var sentences: [String] {
    notInForce.map { explanation(of: $0.value) }
      + unused.map { "This walk does not ask for '\($0.field)'; the answer '\($0.answer)' changes nothing." }
  }
}

extension [Remark] {
  /// What is wrong between services, then what likely is.
  fileprivate var graveSentences: [String] {
    if isEmpty { return [] }
    let severities: [VisitCheck.Severity] = [.error, .warning]
    return severities.flatMap { severity in filter { $0.check.severity == severity }.map(\.sentence) }
  }
}

extension Remark {
  fileprivate var sentence: String {
    let kind = check.severity.rawValue
    return
      "\(kind.prefix(1).uppercased())\(kind.dropFirst()): \(lines.joined(separator: ", ")): \(check.statement.text)"
  }
}
