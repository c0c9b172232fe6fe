extension Plan {
  /// The names of the checks that a plan adds to an audit.
  package static let auditCheckIDs = PlanAuditCheck.allCases.map(\.rawValue)

  /// What claim lines show of the plan's rules, as checks of an audit; old rules are notes.
  ///
  /// A rule that needs what no claim says, such as an age or a benefit used up elsewhere, makes none.
  package func auditChecks(on day: CalendarDay) -> [AuditCheck] {
    let age = view(on: day).age
    return rules.flatMap { rule in
      rule.effects.flatMap { effect -> [AuditCheck] in
        guard let id = PlanAuditCheck(effect) else { return [] }
        let words = [
          "\(payer): \(effect.phrase)\(rule.when.map { " (\($0))" } ?? "").", rule.evidence.text,
          rule.withholdsPayment ? rule.patient.sentence : "", age,
        ]
        let statement = Statement(
          text: words.filter { !$0.isEmpty }.joined(by: " "), evidence: rule.evidence.evidence)
        let isSure = rule.when == nil && !isOld(on: day)
        return rule.conditions(of: effect).map { condition in
          AuditCheck(
            id: id.rawValue, severity: isSure ? .warning : .note, condition: condition, statement: statement,
            action: id.action(rule.patient), other: nil, examples: [])
        }
      }
    }
  }
}

/// A check that a plan adds to an audit.
enum PlanAuditCheck: String, CaseIterable {
  case denied = "plan-denied"
  case notBillable = "plan-not-billable"
  case included = "plan-included"
  case requires = "plan-requires"
  case frequency = "plan-frequency"
  case attachment = "plan-attachment"

  /// The check of an effect; nil when no claim shows it.
  init?(_ effect: PlanEffect) {
    switch effect {
    case .denied: self = .denied
    case .notBillableToPatient: self = .notBillable
    case .includedIn: self = .included
    case .requires: self = .requires
    case .frequency: self = .frequency
    case .attachments: self = .attachment
    case .age, .priorAuthorization, .waitingPeriod, .orthodonticBenefit: return nil
    }
  }

  /// What the check looks for, whatever the plan.
  var summary: String {
    switch self {
    case .denied: "The plan does not pay for the code."
    case .notBillable: "The plan does not pay for the code, and the patient may not be charged."
    case .included: "The plan takes the code for a part of another one on the same day."
    case .requires: "The plan pays only on the day of another code."
    case .frequency: "The plan does not pay for the code so often."
    case .attachment: "The plan wants something with the claim, and nothing is sent."
    }
  }

  /// What to do.
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

extension PlanRule {
  /// When an effect shows in claim lines.
  fileprivate func conditions(of effect: PlanEffect) -> [AuditCheck.Condition] {
    let needed = [codes] + (with.map { [$0] } ?? [])
    switch effect {
    case .denied, .notBillableToPatient: return [.together([needed], without: [], moreThan: nil)]
    case .includedIn(let group): return [.together([needed + [group]], without: [], moreThan: nil)]
    case .requires(let group): return [.together([needed], without: [group], moreThan: nil)]
    case .attachments(let kinds) where with == nil:
      let isNarrative = kinds.contains(.narrative)
      let isMore = kinds.contains { $0 != .narrative }
      return (isNarrative ? [.lacks(codes, [.narrative, .attachment])] : [])
        + (isMore ? [.lacks(codes, .attachment)] : [])
    case .frequency(let frequency) where with == nil && frequency.area == nil:
      return frequency.conditions(codes.counted(together: frequency.isShared))
    default: return []
    }
  }
}

extension PlanEffect.Frequency {
  /// When lines are more than this for sure; a month counts 28 days.
  fileprivate func conditions(_ groups: [CodeGroup]) -> [AuditCheck.Condition] {
    let sameDay = AuditCheck.Condition.together(groups.map { [$0] }, without: [], moreThan: times)
    switch per {
    case .day: return [sameDay]
    case _ where times > 1: return [sameDay]
    case .months, .lifetime:
      let days = months.map { $0 * 28 } ?? 36_500
      return [sameDay] + groups.map { .later($0, then: $0, days: 1...max(1, days)) }
    case .calendarYear:
      return [sameDay] + groups.map { .later($0, then: $0, days: 1...365, isSameYear: true) }
    }
  }
}

extension CodeGroup {
  /// The groups whose lines are counted: this one, or each of its ranges alone.
  fileprivate func counted(together: Bool) -> [CodeGroup] {
    together ? [self] : ranges.compactMap { CodeGroup($0.description) }
  }
}

extension PlanEvidence {
  fileprivate var evidence: Evidence {
    Evidence(Deferred(.init(citations: [Citation(source: source, at: at)], isDerived: false)))
  }
}
