/// The checks of a rule book, compiled for comparison with claim lines; one value serves any number of files.
package struct CompiledAudit: Sendable {
  /// A check as findings show it; one value for all that it is compiled to.
  final class Check: Sendable {
    let id: String
    let severity: VisitCheck.Severity
    let statement: Statement
    /// The ids of its sources, the strongest first.
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

  /// One list of groups that a visit may meet; groups by their indices.
  final class Combination: Sendable {
    let check: Check
    let groups: [Int]
    let without: [Int]
    let moreThan: Int?
    /// What the visit would have to have, in words; empty where nothing.
    let absent: String

    init(_ check: Check, _ groups: [Int], without: [Int], moreThan: Int?, absent: String) {
      (self.check, self.groups, self.without) = (check, groups, without)
      (self.moreThan, self.absent) = (moreThan, absent)
    }
  }

  /// Two groups that may follow each other.
  struct Succession: Sendable {
    let check: Check
    let first: Int
    let then: Int
    let days: ClosedRange<Int>
    /// Whether the second counts only in the calendar year of the first.
    let isSameYear: Bool
  }

  /// Something that one line says or does not say.
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
  private let exceptedDevices: [CodeRange]

  /// Compiles the checks that are wanted.
  ///
  /// - Parameter more: Checks in addition to those of the book, such as a plan's.
  package init(
    _ book: RuleBook, _ selection: AuditSelection = AuditSelection(), more: [AuditCheck] = []
  ) {
    let rules = book.auditRules
    self.book = book
    self.selection = selection
    devices = book.devices.flatMap { $0.ranges.map(\.codes) }
    exceptedDevices = rules.exceptedDevices
    for check in book.visitChecks where check.daysBeforeSurgery == nil {
      add(
        .together(check.together, without: check.without, moreThan: check.moreThan),
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
    case .together(let lists, let without, let moreThan):
      for list in lists {
        combinations.append(
          Combination(
            check, list.map { index($0) }, without: without.map { index($0) }, moreThan: moreThan,
            absent: without.map { $0.description.replacing("|", with: " or ") }.joined(by: " or ")))
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

  /// The index of a group; groups that are written alike are one.
  private mutating func index(_ group: CodeGroup) -> Int {
    if let known = groupIndices[group.description] { return known }
    groups.append(group)
    groupIndices[group.description] = groups.count - 1
    return groups.count - 1
  }

  /// Whether a group holds a code, or the device that the code belongs to.
  func holds(_ group: CodeGroup, _ code: String) -> Bool {
    if group.ranges.contains(where: { $0.contains(code) }) { return true }
    return group.includesDevices && devices.contains { $0.contains(code) }
      && !exceptedDevices.contains { $0.contains(code) }
  }
}
