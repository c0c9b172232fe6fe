import StrictJSON

/// Reads the audit rules: the file `audit.json`.
struct AuditReader {
  let definitions: Definitions

  func rules(_ written: Written) -> AuditRules {
    let object = written.object(["devices", "checks", "actions"])
    let devices = object.optional("devices")?.object(["except", "say", "sources", "derived"])
    _ = devices.map(definitions.statement)
    return AuditRules(
      ignoredDevices: devices?.list("except").compactMap(\.codeRange) ?? [],
      checks: object.list("checks").compactMap(check),
      actions: object.entries("actions").reduce(into: [:]) { $0[$1.key] = $1.value.text })
  }

  private func check(_ written: Written) -> AuditCheck? {
    let object = written.object([
      "id", "severity", "together", "without", "moreThan", "first", "then", "days", "codes", "lacks", "has",
      "areas",
      "say", "do", "sources", "derived", "other", "examples",
    ])
    guard let condition = condition(object) else { return nil }
    return AuditCheck(
      id: object.name("id"), severity: object.choice("severity", or: .note),
      condition: condition, statement: definitions.statement(object), action: object.text("do"),
      other: object.optional("other").map(definitions.statement),
      examples: object.examples(
        like: "D0801 21085x2 21196+10 D0366@02 D6190/narrative", AuditCheck.ExampleLine.init))
  }

  private func condition(_ object: WrittenObject) -> AuditCheck.Condition? {
    if let first = object.optional("first") {
      guard let first = first.codeGroup, let then = object.required("then").flatMap(\.codeGroup),
        let days = object.required("days").flatMap(days)
      else { return nil }
      return .later(first, then: then, days: days)
    }
    guard let codes = object.optional("codes") else { return .together(object.codeCombination) }
    guard let group = codes.codeGroup else { return nil }
    if object.optional("lacks") != nil { return .lacks(group, facts(object.list("lacks"))) }
    if object.optional("has") != nil { return .has(group, facts(object.list("has"))) }
    return .areas(group, areas(object.requiredList("areas")))
  }

  private func days(_ written: Written) -> ClosedRange<Int>? {
    let days = written.list.map(\.value.integer)
    if days.count == 2, let first = days[0], let last = days[1], first <= last { return first...last }
    written.fault(.badValue("days", expected: "two whole numbers, the smaller first"))
    return nil
  }

  private func facts(_ list: WrittenList) -> LineFacts {
    list.reduce(into: []) { facts, written in
      let name = written.text
      if let fact = LineFacts.named.first(where: { $0.name == name })?.fact { return facts.formUnion(fact) }
      written.fault(.unknown("fact", name, among: LineFacts.named.map(\.name)))
    }
  }

  private func areas(_ list: WrittenList) -> MouthAreas {
    list.reduce(into: []) { areas, written in
      if let area = MouthAreas(written.text) { return areas.formUnion(area) }
      written.fault(.badValue(written.text, expected: "an area: 00, 01, 02, 10, 20, 30 or 40"))
    }
  }
}
