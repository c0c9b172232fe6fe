extension Check {
  /// Every check between the codes of a visit has a name of its own.
  static let visitChecksNamedOnce = Check { book in
    book.visitChecks.enumerated().filter { index, check in
      book.visitChecks[..<index].contains { $0.id == check.id }
    }.map { Finding(.nameRepeated(kind: "check", name: $1.id), file: "checks.json", place: "[\($0)]") }
  }

  /// Every example of a check between codes comes true, and together they touch each of its parts.
  static let visitChecksComeTrue = Check { book in
    book.visitChecks.enumerated().flatMap { index, check in
      (check.failures + check.unpinned).map {
        Finding($0, file: "checks.json", place: "[\(index)].examples")
      }
    }
  }
}

extension VisitCheck {
  fileprivate var failures: [Finding.Kind] {
    examples.compactMap { example in
      let found = says(to: example.lines) ? severity.rawValue : VisitCheck.Example.silence
      return found == example.outcome
        ? nil : .exampleDiffers(part: "for '\(example.text)'", expected: example.outcome, found: found)
    }
  }

  /// What no example touches: that it speaks, that it is silent, the ends of its codes and its numbers.
  fileprivate var unpinned: [Finding.Kind] {
    let outcomes = Set(examples.map(\.outcome))
    let silent = outcomes.contains(VisitCheck.Example.silence) ? [] : [VisitCheck.Example.silence]
    let spoken = outcomes.contains(severity.rawValue) ? [] : [severity.rawValue]
    let codes = examples.flatMap(\.lines).flatMap(\.codes)
    let ends = (together.flatMap(\.self) + without).flatMap(\.ranges).flatMap { [$0.first, $0.last] }
    let missing = ends.uniqued(by: \.self).filter { !codes.contains($0) }
    let units = moreThan.map { [$0, $0 + 1] } ?? []
    let days = daysBeforeSurgery.map { [$0, $0 + 1] } ?? []
    let counted = examples.flatMap(\.lines).map(\.units)
    let surgeries = examples.flatMap(\.lines).compactMap(\.daysBeforeSurgery)
    let numbers =
      units.filter { !counted.contains($0) }.map { "\($0) units" }
      + days.filter { !surgeries.contains($0) }.map { "surgery in \($0) days" }
    let parts = silent + spoken + missing + numbers
    return parts.isEmpty ? [] : [.checkNotPinned(parts: parts)]
  }
}
