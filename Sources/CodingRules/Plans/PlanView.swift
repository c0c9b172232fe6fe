/// The rules of a plan that apply to advice or a visit.
package struct PlanView: Sendable {
  /// A rule that applies.
  package struct Remark: Sendable {
    /// The codes it applies to, in order.
    package let codes: [String]
    package let rule: PlanRule
    /// Whether it depends on a condition that the visit does not settle.
    package let isConditional: Bool
  }

  package let plan: Plan
  package let day: CalendarDay
  /// The rules that apply, in plan order.
  package let remarks: [Remark]
  /// The notes that apply, in plan order.
  package let notes: [PlanNote]
  /// The codes that the plan does not mention.
  package let unmentioned: [String]
}

extension Plan {
  /// Returns the rules of the plan that apply to codes.
  ///
  /// - Parameter isWholeVisit: Whether these are all codes of the visit; if not, a rule that
  ///   requires another code is conditional.
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

  /// Returns the views of the embedded plans that mention a code: newest rules first, archived last.
  static func views(naming codes: [String], on day: CalendarDay) -> [PlanView] {
    let views = standard.filter { !$0.isExample }.map { $0.view(of: codes, on: day, isWholeVisit: false) }
    let naming = views.filter { $0.unmentioned.count < codes.count }
    return [false, true].flatMap { isArchived in
      naming.filter { $0.plan.isArchived == isArchived }
        .sorted { ($0.newestDay, $1.plan.id) > ($1.newestDay, $0.plan.id) }
    }
  }

  /// Returns the rules that apply to codes, in plan order.
  package func remarks(on codes: [String], isWholeVisit: Bool) -> [PlanView.Remark] {
    rules.compactMap { $0.remark(on: codes, isWholeVisit: isWholeVisit) }
  }

  /// Returns all rules of the plan.
  package func view(on day: CalendarDay) -> PlanView {
    let remarks = rules.map { rule in
      PlanView.Remark(
        codes: rule.codes.ranges.map(\.description), rule: rule,
        isConditional: rule.with != nil || rule.when != nil)
    }
    return PlanView(plan: self, day: day, remarks: remarks, notes: notes, unmentioned: [])
  }
}

extension PlanView {
  /// The statements of the rules and notes, in order.
  var statements: [PlanEvidence] { remarks.map(\.rule.evidence) + notes.map(\.evidence) }

  /// The latest date of a rule or note; nil if none has a date.
  var newest: PartialDate? { statements.compactMap(\.asOf).max { $0.lastDay < $1.lastDay } }

  /// The last day of the latest date, which sorts first if there is none.
  fileprivate var newestDay: String { newest.map { "\($0.lastDay)" } ?? "" }
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
