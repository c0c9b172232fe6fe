/// What must hold for the lines of claims.
package struct AuditCheck: Sendable {
  /// What makes it speak up.
  package enum Condition: Sendable {
    /// Lines of one patient on one day: each group of one of the lists has a line of its own, none of `without` has one,
    /// and the first group counts more units than `moreThan`.
    case together([[CodeGroup]], without: [CodeGroup], moreThan: Int?)
    /// A line of the first group, and one of the second so many days later.
    case later(CodeGroup, then: CodeGroup, days: ClosedRange<Int>)
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
  /// What makes it speak up.
  package let condition: Condition
  /// Why.
  package let statement: Statement
  /// What to do.
  package let action: String
  /// What other sources say.
  package let other: Statement?
}

/// What a rule book says for audits alone.
package struct AuditRules: Sendable {
  /// Codes of devices that do not stand for a device in checks: nothing is concluded from them.
  let exceptedDevices: [CodeRange]
  /// The checks, in the order of the file.
  package let checks: [AuditCheck]
  /// What to do about the checks between the codes of a visit, by their ids.
  package let actions: [String: String]

  static let none = AuditRules(exceptedDevices: [], checks: [], actions: [:])
}
