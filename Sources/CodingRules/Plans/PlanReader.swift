import StrictJSON

/// A reader of plan files that logs all faults.
struct PlanReader {
  private let sources: [String: Source]
  private let written: Written
  private let asOf: PartialDate?

  /// Creates a reader of the value of a plan file.
  init(_ written: Written) {
    self.written = written
    asOf = written.unchecked.optional("asOf").flatMap { $0.partialDate(until: nil) }
    var sources: [String: Source] = [:]
    for entry in written.unchecked.list("sources") {
      let object = entry.object(["id", "title", "publisher", "date", "weight", "address"])
      let source = object.source(date: object.optional("date")?.text)
      if sources.updateValue(source, forKey: source.id) != nil {
        entry.fault(.nameRepeated(kind: "source", name: source.id))
      }
    }
    self.sources = sources
  }

  var plan: Plan {
    let object = written.object([
      "format", "id", "payer", "plan", "also", "asOf", "archived", "sources", "notes", "rules",
    ])
    if let format = object.required("format"), format.count != 1 {
      format.fault(.badValue("another", expected: "format 1, which this program reads"))
    }
    return Plan(
      id: object.name("id"), payer: object.text("payer"), title: object.text("plan"),
      also: object.texts("also"),
      asOf: asOf, isArchived: object.flag("archived"),
      notes: object.list("notes").map(note), rules: object.requiredList("rules").compactMap(rule))
  }

  private func note(_ written: Written) -> PlanNote {
    let object = written.object(["codes", "say", "source", "at", "asOf"])
    return PlanNote(codes: object.optional("codes").flatMap(group), evidence: evidence(object))
  }

  private func evidence(_ object: WrittenObject) -> PlanEvidence {
    let id = object.text("source")
    if sources[id] == nil {
      object.optional("source")?.fault(.unknown("source", id, among: sources.keys.sorted()))
    }
    let unknown = Source(id: id, title: "", publisher: "", date: nil, weight: .c, address: nil)
    return PlanEvidence(
      text: object.text("say"), source: sources[id] ?? unknown, at: object.text("at"),
      asOf: object.optional("asOf").map { $0.knownDate(until: nil) } ?? asOf)
  }

  private func rule(_ written: Written) -> PlanRule? {
    let object = written.object([
      "codes", "with", "when", "patient", "deny", "notBillableToPatient", "includedIn", "requires",
      "frequency", "age", "priorAuthorization", "attachments", "waitingPeriod", "orthodonticBenefit",
      "say", "source", "at", "asOf",
    ])
    let evidence = evidence(object)
    guard let codes = object.required("codes").flatMap(group) else { return nil }
    let effects = effects(object)
    if effects.isEmpty { written.fault(.keyMissing("deny, or another key that says what the plan does")) }
    return PlanRule(
      codes: codes, with: object.optional("with").flatMap(group), when: object.optional("when")?.text,
      effects: effects, patient: patient(object, effects), evidence: evidence)
  }

  /// Reads whether the patient may be charged, as stated or as implied by the effects.
  private func patient(_ object: WrittenObject, _ effects: [PlanEffect]) -> PatientShare {
    let stated = object.optional("patient")?.choice(PatientShare.self)
    let isHarmless = effects.contains(.notBillableToPatient)
    if isHarmless, let stated, stated != .heldHarmless {
      object.optional("patient")?.fault(
        .badValue(stated.rawValue, expected: "'held-harmless', or 'deny' in place of 'notBillableToPatient'"))
    }
    return stated ?? (isHarmless ? .heldHarmless : effects.contains(.denied) ? .mayBeCharged : .notStated)
  }

  private func group(_ written: Written) -> CodeGroup? {
    let group = CodeGroup(written.text)
    if group == nil || group?.includesDevices == true {
      written.fault(.badValue(written.text, expected: "codes and ranges, joined by '|'"))
    }
    return group
  }
}

/// Readers of the effects of a rule.
extension PlanReader {
  /// Reads the effects, in the order of their kinds.
  private func effects(_ object: WrittenObject) -> [PlanEffect] {
    var effects: [PlanEffect] = []
    func add(_ key: StaticString, _ effect: PlanEffect) {
      if object.flag(key) { effects.append(effect) }
    }
    func add(_ key: StaticString, _ read: (Written) -> PlanEffect?) {
      if let effect = object.optional(key).flatMap(read) { effects.append(effect) }
    }
    add("deny", .denied)
    add("notBillableToPatient", .notBillableToPatient)
    add("includedIn") { group($0).map(PlanEffect.includedIn) }
    add("requires") { group($0).map(PlanEffect.requires) }
    add("frequency", frequency)
    add("age", age)
    add("priorAuthorization", .priorAuthorization)
    add("attachments") { .attachments($0.list.compactMap { $0.choice(PlanEffect.Attachment.self) }) }
    add("waitingPeriod") { .waitingPeriod(months: $0.object(["months"]).count("months")) }
    add("orthodonticBenefit", .orthodonticBenefit)
    return effects
  }

  private func frequency(_ written: Written) -> PlanEffect? {
    let object = written.object(["times", "per", "months", "area", "shared"])
    let per = object.required("per")?.choice(PlanEffect.Frequency.Per.self) ?? .lifetime
    let months = object.optional("months")?.count
    if per == .months, months == nil { written.fault(.keyMissing("months")) }
    return .frequency(
      PlanEffect.Frequency(
        times: object.count("times"), per: per, months: months ?? 0,
        area: object.optional("area")?.text,
        isShared: object.flag("shared")))
  }

  private func age(_ written: Written) -> PlanEffect? {
    let object = written.object(["from", "through"])
    let (from, through) = (object.optional("from")?.count, object.optional("through")?.count)
    if from == nil, through == nil { written.fault(.keyMissing("through")) }
    if let from, let through, from > through {
      written.fault(.badValue("\(from)", expected: "an age not after \(through)"))
    }
    return .age(from: from, through: through)
  }
}
