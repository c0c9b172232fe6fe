/// A check on claim lines.
package struct AuditCheck: Sendable {
  /// The condition under which the check reports a finding.
  package enum Condition: Sendable {
    /// Lines of one patient on one day with this combination of codes.
    case together(CodeCombination)
    /// A line of the first group and a line of the second that many days later, optionally only
    /// within the calendar year.
    case later(CodeGroup, then: CodeGroup, days: ClosedRange<Int>, isSameYear: Bool = false)
    /// A line with none of these facts, in a file that has room for all of them.
    case lacks(CodeGroup, LineFacts)
    /// A line with any of these facts.
    case has(CodeGroup, LineFacts)
    /// A line with any of these areas.
    case areas(CodeGroup, MouthAreas)
  }

  /// The check's id.
  package let id: String
  /// The severity of its findings.
  package let severity: VisitCheck.Severity
  /// The condition under which it reports a finding.
  package let condition: Condition
  /// The rule behind it.
  package let statement: Statement
  /// What the office should do.
  package let action: String
  /// The view of sources that disagree.
  package let other: Statement?
  /// Sets of claim lines, each with its expected outcome.
  let examples: [CheckExample<ExampleLine>]
}

extension AuditCheck {
  /// A line in shorthand: a code, then `x2` for units, `+10` for days after the first date, `@02`
  /// for an area and `/narrative` for any other fact.
  struct ExampleLine: Sendable {
    let code: String
    private(set) var units = 1
    private(set) var days = 0
    private(set) var areas: MouthAreas = []
    private(set) var facts: LineFacts = []

    /// Parses a line; nil if it is malformed.
    init?(_ text: String) {
      code = String(text.prefix(5))
      guard CodeRange.isCode(code) else { return nil }
      var rest = text.dropFirst(5)
      while let mark = rest.popFirst() {
        let value = String(rest.prefix { !"x+@/".contains($0) })
        guard take(value, after: mark) else { return nil }
        rest = rest.dropFirst(value.count)
      }
    }

    private mutating func take(_ value: String, after mark: Character) -> Bool {
      switch mark {
      case "x": if let number = Int(value) { units = number } else { return false }
      case "+": if let number = Int(value) { days = number } else { return false }
      case "@":
        guard let area = MouthAreas(value) else { return false }
        areas.formUnion(area)
        facts.insert(.area)
      case "/":
        guard let fact = LineFacts.named.first(where: { $0.name == value })?.fact else { return false }
        facts.insert(fact)
      default: return false
      }
      return true
    }
  }
}

/// The part of a rule book that only audits use.
package struct AuditRules: Sendable {
  /// Device codes that checks do not count as a device.
  let ignoredDevices: [CodeRange]
  /// The checks, in file order.
  package let checks: [AuditCheck]
  /// What the office should do about each visit check, by the check's id.
  package let actions: [String: String]

  static let none = AuditRules(ignoredDevices: [], checks: [], actions: [:])
}
