/// The kind of check that a plan adds to an audit of claim lines; its raw value is the id of the check for any
/// plan.
enum PlanCheckKind: String, CaseIterable {
  case denied = "plan-denied"
  case notBillable = "plan-not-billable"
  case included = "plan-included"
  case requires = "plan-requires"
  case frequency = "plan-frequency"
  case attachment = "plan-attachment"

  /// Creates the kind for an effect; nil if claims cannot show it.
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
}

extension Plan {
  /// The ids of the checks that plans add to an audit.
  package static let auditCheckIDs = PlanCheckKind.allCases.map(\.rawValue)
}

extension PlanRule {
  /// Returns the conditions under which claim lines show an effect.
  func conditions(of effect: PlanEffect) -> [AuditCheck.Condition] {
    let needed = [codes] + (with.map { [$0] } ?? [])
    switch effect {
    case .denied, .notBillableToPatient: return [.together(CodeCombination(together: [needed]))]
    case .includedIn(let group): return [.together(CodeCombination(together: [needed + [group]]))]
    case .requires(let group): return [.together(CodeCombination(together: [needed], without: [group]))]
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
  /// Returns the conditions for lines that certainly exceed the limit, with a month of 28 days.
  fileprivate func conditions(_ groups: [CodeGroup]) -> [AuditCheck.Condition] {
    let sameDay = AuditCheck.Condition.together(
      CodeCombination(together: groups.map { [$0] }, moreThan: times))
    switch per {
    case .day: return [sameDay]
    case _ where times > 1: return [sameDay]
    case .months, .lifetime:
      let days = per == .months ? months * 28 : 36_500
      return [sameDay] + groups.map { .later($0, then: $0, days: 1...max(1, days)) }
    case .calendarYear:
      return [sameDay] + groups.map { .later($0, then: $0, days: 1...365, isSameYear: true) }
    }
  }
}

extension CodeGroup {
  /// Returns the groups to count: this one, or each of its ranges separately.
  fileprivate func counted(together: Bool) -> [CodeGroup] {
    together ? [self] : ranges.compactMap { CodeGroup($0.description) }
  }
}
