extension PlanView {
  /// How old the rules are; where they differ, each says it itself.
  package var age: String {
    guard hasSeveralDates, let newest, !plan.isOld(newest, on: day) else {
      return plan.age(of: newest ?? (statements.isEmpty ? plan.asOf : nil), on: day)
    }
    return "The newest rule is as of \(newest). Others are older or have no date."
  }

  /// How old a statement is, as a line; none where all are as old.
  func age(of statement: PlanEvidence) -> [String] {
    hasSeveralDates ? ["    \(plan.age(of: statement.asOf, on: day))"] : []
  }

  private var hasSeveralDates: Bool { Set(statements.map(\.asOf)).count > 1 }
}

extension Plan {
  /// How old a rule of a date is.
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
