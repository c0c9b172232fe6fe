package import StrictJSON

extension PlanView {
  /// The plan's rules as JSON; the keys and their order are a contract.
  package var json: JSON {
    [
      "id": .string(plan.id), "payer": .string(plan.payer), "plan": .string(plan.title),
      "asOf": .optional(plan.asOf?.description), "archived": .boolean(plan.isArchived),
      "old": .boolean(plan.isOld(plan.asOf, on: day)),
      "rules": .array(remarks.map { .object($0.members + members(of: $0.rule.evidence)) }),
      "notes": .array(
        notes.map { .object([("codes", .optional($0.codes?.description))] + members(of: $0.evidence)) }),
      "unmentioned": .strings(unmentioned),
    ]
  }

  private func members(of statement: PlanEvidence) -> Members {
    [
      ("say", .string(statement.text)), ("source", .string(statement.source.id)),
      ("at", .string(statement.at)), ("asOf", .optional(statement.asOf?.description)),
      ("old", .boolean(plan.isOld(statement.asOf, on: day))),
    ]
  }
}

extension PlanView.Remark {
  fileprivate var members: Members {
    [
      ("codes", .strings(codes)), ("with", .optional(rule.with?.description)), ("when", .optional(rule.when)),
      ("conditional", .boolean(isConditional)), ("effects", .strings(rule.effects.map(\.phrase))),
      ("patient", rule.withholdsPayment ? .string(rule.patient.rawValue) : .null),
    ]
  }
}
