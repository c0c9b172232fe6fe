import CodingRules

extension Question {
  /// The request for an answer.
  var demand: String { "'\(field)' needs an answer: \(answers.map(\.id).shortList)" }
}

extension [Remark] {
  /// The sentences of checks with a severity.
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
