extension PlanView {
  /// The age of the rules; if their dates differ, each rule shows its own.
  package var age: String {
    guard hasSeveralDates, let newest, !plan.isOld(newest, on: day) else {
      return plan.age(of: newest ?? (statements.isEmpty ? plan.asOf : nil), on: day)
    }
    return "The newest rule is as of \(newest). Others are older or have no date."
  }

  /// Returns a line with the age of a statement; empty if all have the same date.
  func age(of statement: PlanEvidence) -> [String] {
    hasSeveralDates ? ["    \(plan.age(of: statement.asOf, on: day))"] : []
  }

  private var hasSeveralDates: Bool { Set(statements.map(\.asOf)).count > 1 }
}

extension Plan {
  /// Returns the age of a rule with a date.
  func age(of asOf: PartialDate?, on day: CalendarDay) -> String {
    guard let asOf else {
      return "The source gives no date. Check the current rules." + (isArchived ? " They are archived." : "")
    }
    if isArchived {
      return "As of \(asOf), archived: these rules have been replaced. Check the current rules."
    }
    return isOld(asOf, on: day)
      ? "As of \(asOf), more than two years before the date of service. Check the current rules."
      : "As of \(asOf)."
  }
}
