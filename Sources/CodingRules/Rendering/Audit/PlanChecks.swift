extension Plan {
  /// Returns the audit checks for the plan's rules that can be seen in claim lines.
  ///
  /// A rule that depends on data missing from claims, such as an age, has no check.
  package func auditChecks(on day: CalendarDay) -> [AuditCheck] {
    rules.flatMap { rule in rule.effects.flatMap { auditChecks(rule, $0, on: day) } }
  }

  /// Returns the checks for an effect of a rule; old and conditional rules become notes.
  private func auditChecks(_ rule: PlanRule, _ effect: PlanEffect, on day: CalendarDay) -> [AuditCheck] {
    guard let kind = PlanCheckKind(effect) else { return [] }
    let isSure = rule.when == nil && !isOld(rule.evidence.asOf, on: day)
    let words = [
      "\(payer): \(effect.phrase)\(rule.when.map { " (\($0))" } ?? "").", rule.evidence.text,
      rule.withholdsPayment ? rule.patient.sentence : "", age(of: rule.evidence.asOf, on: day),
    ]
    let statement = Statement(
      text: words.filter { !$0.isEmpty }.joined(by: " "), evidence: rule.evidence.evidence)
    return rule.conditions(of: effect).map { condition in
      AuditCheck(
        id: kind.rawValue, severity: isSure ? .warning : .note, condition: condition, statement: statement,
        action: kind.action(rule.patient), other: nil, examples: [])
    }
  }
}

extension PlanCheckKind {
  /// A description of the check, for any plan.
  var summary: String {
    switch self {
    case .denied: "The plan does not pay for the code."
    case .notBillable: "The plan does not pay for the code, and the patient may not be charged."
    case .included: "The plan includes the code in another one on the same day."
    case .requires: "The plan pays only on the day of another code."
    case .frequency: "The plan does not pay for the code so often."
    case .attachment: "The plan requires an attachment, but none is sent."
    }
  }

  /// Returns what the office should do.
  fileprivate func action(_ patient: PatientShare) -> String {
    switch self {
    case .denied, .notBillable, .included:
      switch patient {
      case .mayBeCharged: "Tell the patient beforehand what the plan does not pay."
      case .heldHarmless: "Do not charge the patient."
      case .notStated: "Ask the plan whether the patient may be charged."
      }
    case .requires: "Check that the other service is billed for the same day."
    case .frequency: "Check when the plan last paid for it."
    case .attachment: "Send it with the claim."
    }
  }
}

extension PlanEvidence {
  fileprivate var evidence: Evidence {
    Evidence(Deferred(.init(citations: [Citation(source: source, at: at)], isDerived: false)))
  }
}
