extension PlanView {
  /// The plan as lines: its name and age, then a paragraph for each rule.
  package var lines: [String] {
    var lines = ["\(plan.payer): \(plan.title)", "  \(age)"]
    for remark in remarks { lines += remark.lines + age(of: remark.rule.evidence) }
    for note in notes {
      lines += ["  \(note.sentence)", "    \(note.evidence.citation)"] + age(of: note.evidence)
    }
    return lines + (silence.map { ["  \($0)"] } ?? [])
  }

  /// The codes that the plan does not mention, as a sentence; nil if it mentions all.
  fileprivate var silence: String? {
    unmentioned.isEmpty
      ? nil : "The rules we have for this plan do not mention \(unmentioned.joined(by: ", "))."
  }
}

extension PlanView {
  /// Returns the plan as a section of a page.
  package func text(_ style: TextStyle) -> String {
    var page = TextPage(style.screen)
    let lines = lines
    page.heading("PLAN: \(lines[0])")
    for line in lines.dropFirst() {
      let indent = line.utf8.prefix { $0 == 0x20 }.count
      page.paragraph(String(line.dropFirst(indent)), indent: indent)
    }
    return page.text
  }
}

extension [PlanView] {
  /// Returns the plans, each after an empty line.
  func text(_ style: TextStyle) -> String { map { "\n" + $0.text(style) }.joined(by: "") }

  /// Each plan as a row of a screen: its name and age, then its rules and notes.
  var rows: [ScreenRow] {
    map { view in
      let rules = view.remarks.map { remark in
        let share = remark.rule.withholdsPayment ? " \(remark.rule.patient.sentence)" : ""
        return "\(remark.heading).\(share)"
      }
      let notes = view.notes.map(\.sentence)
      let silence = view.silence.map { [$0] } ?? []
      let name = "\(view.plan.payer): \(view.plan.title). \(view.age)"
      return ScreenRow("Plan", [name] + rules + silence + notes, max: 4, rank: 0, section: .payers) { $0 }
    }
  }

  /// Returns the names of the plans as the last row of a screen; empty if there are none.
  func names(_ style: TextStyle) -> String {
    if isEmpty { return "" }
    var page = TextPage(style.screen)
    page.paragraph("Plans with rules for it: \(map(\.plan.id).joined(by: ", ")). See --show payers.")
    return page.text
  }
}

extension Plan {
  /// Returns what the plan does with codes in one line, independent of the day: the effects, who
  /// pays, and the date of the rules.
  package func summary(of codes: [String], isWholeVisit: Bool) -> String {
    let remarks = remarks(on: codes.uniqued(), isWholeVisit: isWholeVisit)
    if remarks.isEmpty { return "" }
    var words: [String] = []
    for (index, remark) in remarks.enumerated() {
      let (rule, next) = (remark.rule, remarks.dropFirst(index + 1).first?.rule)
      words.append("\(remark.heading).")
      if rule.withholdsPayment { words.append(rule.patient.sentence) }
      if let next, next.evidence.asOf == rule.evidence.asOf { continue }
      words.append(rule.evidence.asOf.map { "As of \($0)." } ?? "The source gives no date.")
    }
    return (words + (isArchived ? ["Archived."] : [])).joined(by: " ")
  }
}

extension PlanView.Remark {
  /// The codes, the condition and the effects.
  fileprivate var heading: String {
    let condition = [rule.with.map { "billed with \($0.words)" }, rule.when].compactMap(\.self)
    let start = condition.isEmpty ? "" : " (\(condition.joined(by: ", ")))"
    return "\(codes.joined(by: ", "))\(start): \(rule.effects.map(\.phrase).joined(by: "; "))"
  }

  /// The rule as lines: the effects, who pays, the statement and its source.
  fileprivate var lines: [String] {
    var lines = ["  \(heading)."]
    if rule.withholdsPayment { lines.append("    \(rule.patient.sentence)") }
    return lines + ["    \(rule.evidence.text)", "    \(rule.evidence.citation)"]
  }
}

extension PlanNote {
  /// The statement, after the codes it is about.
  fileprivate var sentence: String {
    let subject = codes.map { $0.ranges.map(\.description).joined(by: ", ") + ": " } ?? ""
    return subject + evidence.text
  }
}

extension PatientShare {
  /// Whether the patient may be charged.
  package var sentence: String {
    switch self {
    case .mayBeCharged: "The patient may be charged."
    case .heldHarmless: "The patient is held harmless and may not be charged."
    case .notStated: "Whether the patient may be charged is not stated. Ask the plan first."
    }
  }
}

extension PlanEffect {
  /// The effect, as the end of a sentence.
  package var phrase: String {
    switch self {
    case .denied: "denied"
    case .notBillableToPatient: "not billable to the patient"
    case .includedIn(let group): "part of the fee for \(group.words)"
    case .requires(let group): "paid only on the day of \(group.words)"
    case .frequency(let frequency): frequency.phrase
    case .age(let from, let through): agePhrase(from, through)
    case .priorAuthorization: "prior authorization needed"
    case .attachments(let kinds): "\(kinds.map(\.rawValue).joined(by: ", ")) wanted with the claim"
    case .waitingPeriod(let months): "paid after a waiting period of \(months) months"
    case .orthodonticBenefit: "counts toward the orthodontic benefit"
    }
  }

  private func agePhrase(_ from: Int?, _ through: Int?) -> String {
    let end = through.map { from == nil ? "through age \($0)" : "through \($0)" }
    return ["paid", from.map { "from age \($0)" }, end].compactMap(\.self).joined(by: " ")
  }
}

extension PlanEffect.Frequency {
  fileprivate var phrase: String {
    let count = times == 1 ? "once" : times == 2 ? "twice" : "\(times) times"
    let time =
      switch per {
      case .day: "a day"
      case .lifetime: "in a lifetime"
      case .calendarYear: "in a calendar year"
      case .months: "in \(months) months"
      }
    return "paid \(count) \(time)" + (area.map { " for each \($0)" } ?? "")
      + (isShared ? ", counted together" : "")
  }
}

extension CodeGroup {
  var words: String { ranges.map(\.description).joined(by: " or ") }
}

extension PlanEvidence {
  var citation: String { "(\(source.publisher), \(source.title): \(at))" }
}

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
