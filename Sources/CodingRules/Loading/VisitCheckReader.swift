/// Reads the visit checks: the file `checks.json`.
struct VisitCheckReader {
  let definitions: Definitions

  func check(_ written: Written) -> VisitCheck {
    let object = written.object([
      "id", "severity", "together", "without", "moreThan", "daysBeforeSurgery", "say", "sources", "derived",
      "other", "examples",
    ])
    let together = object.requiredList("together")
    if together.isEmpty || together.contains(where: { $0.list.isEmpty }) {
      object.optional("together")?.fault(
        .badValue("[]", expected: "at least one list with at least one group of codes"))
    }
    return VisitCheck(
      id: object.name("id"),
      severity: object.choice("severity", or: .note),
      together: together.map { $0.list.compactMap(group) }, without: object.list("without").compactMap(group),
      moreThan: object.optional("moreThan")?.count,
      daysBeforeSurgery: object.optional("daysBeforeSurgery")?.count,
      statement: definitions.statement(object), other: object.optional("other").map(definitions.statement),
      examples: object.optional("examples").map(examples) ?? [])
  }

  /// Reads examples, with visit lines as keys and outcomes as values.
  private func examples(_ written: Written) -> [VisitCheck.Example] {
    written.entries.map { key, outcome in
      let lines = key.split(separator: " ").map { VisitCheck.Example.Part(String($0)) }
      if lines.contains(where: { $0 == nil }) {
        outcome.fault(.badValue(key, expected: "lines as 'D0801 21085x2 device surgery+10'"))
      }
      return VisitCheck.Example(text: key, lines: lines.compactMap(\.self), outcome: outcome.text)
    }
  }

  private func group(_ written: Written) -> CodeGroup? {
    let group = CodeGroup(written.text)
    if group == nil {
      written.fault(.badValue(written.text, expected: "codes, ranges or 'device', joined by '|'"))
    }
    return group
  }
}
