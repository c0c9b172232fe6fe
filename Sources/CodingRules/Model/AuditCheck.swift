/// What must hold for the lines of claims.
package struct AuditCheck: Sendable {
  /// When it applies.
  package enum Condition: Sendable {
    /// Lines of one patient on one day: each group of one of the lists has a line of its own, none of `without` has one,
    /// and the first group counts more units than `moreThan`.
    case together([[CodeGroup]], without: [CodeGroup], moreThan: Int?)
    /// A line of the first group, and one of the second so many days later, perhaps only in the same calendar year.
    case later(CodeGroup, then: CodeGroup, days: ClosedRange<Int>, isSameYear: Bool = false)
    /// A line without any of these, in a file that can say all of them.
    case lacks(CodeGroup, LineFacts)
    /// A line with one of these.
    case has(CodeGroup, LineFacts)
    /// A line with one of these areas.
    case areas(CodeGroup, MouthAreas)
  }

  /// Its name.
  package let id: String
  /// How much it matters.
  package let severity: VisitCheck.Severity
  /// When it applies.
  package let condition: Condition
  /// Why.
  package let statement: Statement
  /// What to do.
  package let action: String
  /// What other sources say.
  package let other: Statement?
  /// Examples: claim lines, each set with the expected outcome.
  let examples: [Example]

  /// Lines of one patient's claims, and the expected outcome of a check.
  struct Example: Sendable {
    /// The lines as they are written.
    let text: String
    /// The lines.
    let lines: [Line]
    /// The severity, or the word for silence.
    let outcome: String
  }
}

extension AuditCheck.Example {
  /// A line, written as its code and what follows it: `x2` units, `+10` days after the first date, `@02` an area,
  /// `/narrative` another fact.
  struct Line: Sendable {
    let code: String
    private(set) var units = 1
    private(set) var days = 0
    private(set) var areas: MouthAreas = []
    private(set) var facts: LineFacts = []

    /// Reads a line; nil when it is none.
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

/// What a rule book says for audits alone.
package struct AuditRules: Sendable {
  /// Device codes from which the checks conclude nothing about a device.
  let exceptedDevices: [CodeRange]
  /// The checks, in the order of the file.
  package let checks: [AuditCheck]
  /// What to do about the checks between the codes of a visit, by their ids.
  package let actions: [String: String]

  static let none = AuditRules(exceptedDevices: [], checks: [], actions: [:])
}
