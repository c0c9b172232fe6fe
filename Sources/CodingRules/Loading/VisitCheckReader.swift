/// Reads the visit checks: the file `checks.json`.
struct VisitCheckReader {
  let definitions: Definitions

  func check(_ written: Written) -> VisitCheck {
    let object = written.object([
      "id", "severity", "together", "without", "moreThan", "daysBeforeSurgery", "say", "sources", "derived",
      "other", "examples",
    ])
    return VisitCheck(
      id: object.name("id"), severity: object.choice("severity", or: .note), codes: object.codeCombination,
      daysBeforeSurgery: object.optional("daysBeforeSurgery")?.count,
      statement: definitions.statement(object), other: object.optional("other").map(definitions.statement),
      examples: object.examples(like: "D0801 21085x2 device surgery+10", VisitCheck.ExamplePart.init))
  }
}

extension WrittenObject {
  /// The combination of codes that triggers a check.
  var codeCombination: CodeCombination {
    let together = requiredList("together")
    if together.isEmpty || together.contains(where: { $0.list.isEmpty }) {
      optional("together")?.fault(
        .badValue("[]", expected: "at least one list with at least one group of codes"))
    }
    return CodeCombination(
      together: together.map { $0.list.compactMap(\.codeGroup) },
      without: list("without").compactMap(\.codeGroup), moreThan: optional("moreThan")?.count)
  }

  /// Returns the examples of a check, with lines as keys and outcomes as values.
  ///
  /// - Parameter example: Valid lines, for messages.
  func examples<Line>(like example: String, _ parse: (String) -> Line?) -> [CheckExample<Line>] {
    entries("examples").map { key, outcome in
      let lines = key.split(separator: " ").map { parse(String($0)) }
      if lines.contains(where: { $0 == nil }) {
        outcome.fault(.badValue(key, expected: "lines as '\(example)'"))
      }
      return CheckExample(text: key, lines: lines.compactMap(\.self), outcome: outcome.text)
    }
  }
}
