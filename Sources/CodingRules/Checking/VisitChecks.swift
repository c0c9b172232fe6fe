extension Check {
  /// Every visit check has a unique name.
  static let visitCheckIDsUnique = Check { repeated($0.visitChecks.map(\.id), "check", in: "checks.json") }

  /// Every example of a visit check has its expected outcome, and the examples cover the check.
  static let visitCheckExamplesMatch = Check { book in
    findings(on: book.visitChecks, in: "checks.json", key: "examples") { _, check in
      check.severity.failures(of: check.examples, isFound: check.applies) + check.unpinned
    }
  }
}

extension VisitCheck {
  /// The parts that no example covers: both outcomes, the ends of code ranges, and numbers.
  fileprivate var unpinned: [Finding.Problem] {
    let lines = examples.flatMap(\.lines)
    let days = daysBeforeSurgery.map { [$0, $0 + 1] } ?? []
    let surgeries = lines.compactMap(\.daysBeforeSurgery)
    let parts =
      severity.outcomes(missingAmong: examples.map(\.outcome))
      + codes.groups.ends(missingAmong: lines.flatMap(\.codes))
      + codes.units(missingAmong: lines.map(\.units))
      + days.filter { !surgeries.contains($0) }.map { "surgery in \($0) days" }
    return Finding.Problem.missing(parts)
  }
}

extension VisitCheck.Severity {
  /// The outcome of a check that does not apply.
  private static let silence = "silent"

  /// Returns the outcomes, silence and the severity, that no example has.
  func outcomes(missingAmong found: [String]) -> [String] {
    [Self.silence, rawValue].filter { !found.contains($0) }
  }

  /// Returns the examples that do not have their expected outcome.
  ///
  /// - Parameter isFound: Whether the check applies to lines.
  func failures<Line>(of examples: [CheckExample<Line>], isFound: ([Line]) -> Bool) -> [Finding.Problem] {
    Finding.Problem.differences(
      examples.map { ("for '\($0.text)'", [$0.outcome], [isFound($0.lines) ? rawValue : Self.silence]) })
  }
}

extension CodeCombination {
  /// Returns the numbers of units, at the limit and above it, that no example has.
  func units(missingAmong found: [Int]) -> [String] {
    (moreThan.map { [$0, $0 + 1] } ?? []).filter { !found.contains($0) }.map { "\($0) units" }
  }
}

extension [CodeGroup] {
  /// Returns the ends of the groups' ranges that are not among codes.
  func ends(missingAmong codes: [String]) -> [String] {
    flatMap(\.ranges).flatMap { [$0.first, $0.last] }.uniqued().filter { !codes.contains($0) }
  }
}
