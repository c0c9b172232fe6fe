/// The checks of a rule book, compiled for claim lines and reusable for any number of files.
package struct CompiledAudit: Sendable {
  /// A check as shown in findings, shared by everything compiled from it.
  final class Check: Sendable {
    let id: String
    let severity: VisitCheck.Severity
    let statement: Statement
    /// The ids of its sources, strongest first.
    let sources: [String]
    let action: String
    let other: Statement?

    init(
      id: String, severity: VisitCheck.Severity, statement: Statement, action: String, other: Statement?
    ) {
      (self.id, self.severity, self.statement) = (id, severity, statement)
      (self.action, self.other) = (action, other)
      sources = statement.sources.map(\.id).uniqued()
    }
  }

  /// A list of groups that may occur together on a visit, given as indices.
  final class Combination: Sendable {
    let check: Check
    let groups: [Int]
    let without: [Int]
    let moreThan: Int?
    /// The codes missing from the visit, in words; empty if there are none.
    let absent: String

    init(_ check: Check, _ groups: [Int], without: [Int], moreThan: Int?, absent: String) {
      (self.check, self.groups, self.without) = (check, groups, without)
      (self.moreThan, self.absent) = (moreThan, absent)
    }
  }

  /// A group and one that may follow it.
  struct Succession: Sendable {
    let check: Check
    let first: Int
    let then: Int
    let days: ClosedRange<Int>
    /// Whether both must be in the same calendar year.
    let isSameYear: Bool
  }

  /// A test of the details of a single line.
  struct LineTest: Sendable {
    enum Condition: Sendable {
      case lacks(LineFacts)
      case has(LineFacts)
      case areas(MouthAreas)
    }

    let check: Check
    let group: Int
    let condition: Condition
  }

  let book: RuleBook
  let selection: AuditSelection
  private(set) var groups: [CodeGroup] = []
  private(set) var combinations: [Combination] = []
  private(set) var successions: [Succession] = []
  private(set) var lineTests: [LineTest] = []
  private var groupIndices: [String: Int] = [:]
  private let devices: [CodeRange]
  private let ignoredDevices: [CodeRange]

  /// Compiles the selected checks.
  ///
  /// - Parameter more: Additional checks, such as those of a plan.
  package init(
    _ book: RuleBook, _ selection: AuditSelection = AuditSelection(), more: [AuditCheck] = []
  ) {
    let rules = book.auditRules
    self.book = book
    self.selection = selection
    devices = book.devices.flatMap { $0.ranges.map(\.codes) }
    ignoredDevices = rules.ignoredDevices
    for check in book.visitChecks where check.daysBeforeSurgery == nil {
      add(
        .together(check.codes),
        Check(
          id: check.id, severity: check.severity, statement: check.statement,
          action: rules.actions[check.id] ?? "", other: check.other))
    }
    for check in rules.checks + more {
      add(
        check.condition,
        Check(
          id: check.id, severity: check.severity, statement: check.statement, action: check.action,
          other: check.other))
    }
  }

  private mutating func add(_ condition: AuditCheck.Condition, _ check: Check) {
    guard selection.includes(check.id) else { return }
    switch condition {
    case .together(let codes):
      for list in codes.together {
        combinations.append(
          Combination(
            check, list.map { index($0) }, without: codes.without.map { index($0) }, moreThan: codes.moreThan,
            absent: codes.without.map { $0.description.replacing("|", with: " or ") }.joined(by: " or ")))
      }
    case .later(let first, let then, let days, let isSameYear):
      successions.append(
        Succession(
          check: check, first: index(first), then: index(then), days: days, isSameYear: isSameYear))
    case .lacks(let group, let facts): add(.lacks(facts), group, check)
    case .has(let group, let facts): add(.has(facts), group, check)
    case .areas(let group, let areas): add(.areas(areas), group, check)
    }
  }

  private mutating func add(_ condition: LineTest.Condition, _ group: CodeGroup, _ check: Check) {
    lineTests.append(LineTest(check: check, group: index(group), condition: condition))
  }

  /// Returns the index of a group, adding it if new.
  private mutating func index(_ group: CodeGroup) -> Int {
    if let known = groupIndices[group.description] { return known }
    groups.append(group)
    groupIndices[group.description] = groups.count - 1
    return groups.count - 1
  }

  /// Whether a group includes a code, or the device with the code.
  func holds(_ group: CodeGroup, _ code: String) -> Bool {
    if group.ranges.contains(where: { $0.contains(code) }) { return true }
    return group.includesDevices && devices.contains { $0.contains(code) }
      && !ignoredDevices.contains { $0.contains(code) }
  }
}
