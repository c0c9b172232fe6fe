extension Check {
  /// Every worked case produces its expected report and remarks.
  static let casesMatch = Check { book in
    book.cases.enumerated().flatMap { index, worked in
      worked.variants.enumerated().flatMap { number, variant in
        book.failures(of: variant).map {
          Finding($0, file: "cases.json", path: "[\(index)].visits[\(number)]")
        }
      }
    }
  }
}

extension Check {
  /// Every worked case has a unique id.
  static let caseIDsUnique = Check { repeated($0.cases.map(\.id), "case", in: "cases.json") }
}

extension RuleBook {
  /// Returns the differences between the actual and the expected advice for a worked visit.
  package func failures(of variant: WorkedCase.Variant) -> [Finding.Problem] {
    switch evaluate(variant.visit) {
    case .asks(let open): return open.map { .exampleUnfinished(question: $0.question.id) }
    case .advises(let advice):
      return advice.services.flatMap(\.unused).map { .exampleUnused(answer: $0.answer) }
        + Finding.Problem.differences([
          ("report", variant.report, advice.reported),
          ("includedIn", variant.includedIn, advice.services.flatMap(\.includedIn).map(\.value.device.id)),
          ("checks", variant.checks, advice.remarks.map(\.check.id)),
        ])
    }
  }
}
