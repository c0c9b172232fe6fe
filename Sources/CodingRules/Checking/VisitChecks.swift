extension Check {
  /// Every visit check has a unique name.
  static let visitCheckIDsUnique = Check { book in
    book.visitChecks.enumerated().filter { index, check in
      book.visitChecks[..<index].contains { $0.id == check.id }
    }.map { Finding(.nameRepeated(kind: "check", name: $1.id), file: "checks.json", path: "[\($0)]") }
  }

  /// Every example of a visit check has its expected outcome, and the examples cover the check.
  static let visitCheckExamplesMatch = Check { book in
    book.visitChecks.enumerated().flatMap { index, check in
      (check.failures + check.unpinned).map {
        Finding($0, file: "checks.json", path: "[\(index)].examples")
      }
    }
  }
}

extension VisitCheck {
  fileprivate var failures: [Finding.Kind] {
    examples.compactMap { example in
      let found = applies(to: example.lines) ? severity.rawValue : VisitCheck.Example.silence
      return found == example.outcome
        ? nil : .exampleDiffers(part: "for '\(example.text)'", expected: example.outcome, found: found)
    }
  }

  /// The parts that no example covers: both outcomes, the ends of code ranges, and numbers.
  fileprivate var unpinned: [Finding.Kind] {
    let lines = examples.flatMap(\.lines)
    let units = moreThan.map { [$0, $0 + 1] } ?? []
    let days = daysBeforeSurgery.map { [$0, $0 + 1] } ?? []
    let counted = lines.map(\.units)
    let surgeries = lines.compactMap(\.daysBeforeSurgery)
    let numbers =
      units.filter { !counted.contains($0) }.map { "\($0) units" }
      + days.filter { !surgeries.contains($0) }.map { "surgery in \($0) days" }
    let parts =
      severity.outcomes(missingAmong: examples.map(\.outcome))
      + (together.flatMap(\.self) + without).ends(missingAmong: lines.flatMap(\.codes)) + numbers
    return parts.isEmpty ? [] : [.checkNotPinned(parts: parts)]
  }
}

extension VisitCheck.Severity {
  /// Returns the outcomes, silence and the severity, that no example has.
  func outcomes(missingAmong found: [String]) -> [String] {
    [VisitCheck.Example.silence, rawValue].filter { !found.contains($0) }
  }
}

extension [CodeGroup] {
  /// Returns the ends of the groups' ranges that are not among codes.
  func ends(missingAmong codes: [String]) -> [String] {
    flatMap(\.ranges).flatMap { [$0.first, $0.last] }.uniqued().filter { !codes.contains($0) }
  }
}
