/// What a plan does with the codes of an advice or a visit.
package struct PlanView: Sendable {
  /// One rule that applies.
  package struct Remark: Sendable {
    /// The codes of the visit that it applies to, in order.
    package let codes: [String]
    /// The rule.
    package let rule: PlanRule
    /// Whether it applies only under a condition that the visit does not settle.
    package let isConditional: Bool
  }

  /// The plan.
  package let plan: Plan
  /// The date of service.
  package let day: CalendarDay
  /// The rules that apply, in the order of the plan.
  package let remarks: [Remark]
  /// What else to know, in the order of the plan.
  package let notes: [PlanNote]
  /// The codes of which the plan says nothing.
  package let unmentioned: [String]
}

extension Plan {
  /// What the plan does with codes.
  ///
  /// - Parameter isWholeVisit: Whether no other code is on the visit; else a rule that needs another code is shown
  ///   as conditional.
  package func view(of codes: [String], on day: CalendarDay, isWholeVisit: Bool) -> PlanView {
    let codes = codes.uniqued()
    let remarks = remarks(on: codes, isWholeVisit: isWholeVisit)
    let notes = notes.filter { note in note.codes.map { codes.contains(where: $0.holds) } ?? true }
    let mentioned = remarks.flatMap(\.codes)
    return PlanView(
      plan: self, day: day, remarks: remarks, notes: notes,
      unmentioned: codes.filter { code in
        !mentioned.contains(code) && !notes.contains { $0.codes?.holds(code) ?? false }
      })
  }

  /// What each plan of the program does with codes, if it names one of them: the newest rules first, archived ones last.
  package static func views(naming codes: [String], on day: CalendarDay) -> [PlanView] {
    let views = standard.filter { !$0.isExample }.map { $0.view(of: codes, on: day, isWholeVisit: false) }
    let naming = views.filter { $0.unmentioned.count < codes.count }
    return [false, true].flatMap { isArchived in
      naming.filter { $0.plan.isArchived == isArchived }
        .sorted { ($0.newestDay, $1.plan.id) > ($1.newestDay, $0.plan.id) }
    }
  }

  /// The same for the codes of an advice.
  package static func views(of advice: Advice) -> [PlanView] {
    views(naming: advice.codes, on: advice.basis.day)
  }

  /// The same for the codes of a visit.
  package static func views(of advice: VisitAdvice) -> [PlanView] {
    views(naming: advice.services.flatMap(\.codes), on: advice.visit.day)
  }

  /// The rules that apply to codes, in the order of the plan.
  package func remarks(on codes: [String], isWholeVisit: Bool) -> [PlanView.Remark] {
    rules.compactMap { $0.remark(on: codes, isWholeVisit: isWholeVisit) }
  }

  /// All that the plan does.
  package func view(on day: CalendarDay) -> PlanView {
    let remarks = rules.map { rule in
      PlanView.Remark(
        codes: rule.codes.ranges.map(\.description), rule: rule,
        isConditional: rule.with != nil || rule.when != nil)
    }
    return PlanView(plan: self, day: day, remarks: remarks, notes: notes, unmentioned: [])
  }

  /// What the plan does with the codes of an advice.
  package func view(of advice: Advice) -> PlanView {
    view(of: advice.codes, on: advice.basis.day, isWholeVisit: false)
  }

  /// What the plan does with the codes of a visit.
  package func view(of advice: VisitAdvice) -> PlanView {
    view(of: advice.services.flatMap(\.codes), on: advice.visit.day, isWholeVisit: true)
  }
}

extension PlanView {
  /// What the rules and notes say, in order.
  var statements: [PlanEvidence] { remarks.map(\.rule.evidence) + notes.map(\.evidence) }

  /// The latest date of a rule or note; nil when none has a date.
  var newest: PartialDate? { statements.compactMap(\.asOf).max { $0.lastDay < $1.lastDay } }

  /// The last day of the latest date; before all others where there is none.
  fileprivate var newestDay: String { newest.map { "\($0.lastDay)" } ?? "" }
}

extension Advice {
  /// The ids of the codes to report.
  fileprivate var codes: [String] { report.flatMap(\.value.procedure.codes).map(\.id) }
}

extension PlanRule {
  fileprivate func remark(on codes: [String], isWholeVisit: Bool) -> PlanView.Remark? {
    let own = codes.filter(self.codes.holds)
    guard !own.isEmpty else { return nil }
    let isMet = with.map { group in codes.contains(where: group.holds) } ?? true
    if !isMet, isWholeVisit { return nil }
    return PlanView.Remark(codes: own, rule: self, isConditional: !isMet || when != nil)
  }
}

extension CodeGroup {
  fileprivate func holds(_ code: String) -> Bool { ranges.contains { $0.contains(code) } }
}
