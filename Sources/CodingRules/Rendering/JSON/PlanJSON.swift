package import StrictJSON

extension PlanView {
  /// What the plan does, as JSON: a contract, every key always there, in this order.
  package var json: JSON {
    [
      "id": .string(plan.id), "payer": .string(plan.payer), "plan": .string(plan.title),
      "asOf": .optional(plan.asOf?.description), "archived": .boolean(plan.isArchived),
      "old": .boolean(isOld),
      "rules": .array(remarks.map(\.json)),
      "notes": .array(notes.map { .object($0.evidence.members) }), "unmentioned": .strings(unmentioned),
    ]
  }
}

extension PlanView.Remark {
  fileprivate var json: JSON {
    .object(
      [
        ("codes", .strings(codes)), ("with", .optional(rule.with?.description)),
        ("when", .optional(rule.when)),
        ("conditional", .boolean(isConditional)), ("effects", .strings(rule.effects.map(\.phrase))),
        ("patient", rule.withholdsPayment ? .string(rule.patient.rawValue) : .null),
      ] + rule.evidence.members)
  }
}

extension PlanEvidence {
  fileprivate var members: [(key: String, value: JSON)] {
    [("say", .string(text)), ("source", .string(source.id)), ("at", .string(at))]
  }
}
