import CodingRules

extension Question {
  /// What is wanted when it is not answered.
  var demand: String { "'\(field)' needs an answer: \(answers.map(\.id).shortList)" }
}

extension [Remark] {
  /// What the checks of a severity say.
  func sentences(_ severity: VisitCheck.Severity) -> [String] {
    compactMap { $0.check.severity == severity ? $0.sentence : nil }
  }
}

extension Remark {
  fileprivate var sentence: String {
    let kind = check.severity.rawValue
    return kind.prefix(1).uppercased() + kind.dropFirst() + ": " + lines.joined(by: ", ") + ": "
      + check.statement.text
  }
}
