import CodingRules

extension Question {
  /// What is wanted when it is not answered.
  var demand: String {
    "'\(field)' needs an answer: \(answers.map(\.id).joined(separator: ", "))"
  }
}

extension Advice {
  /// What is no problem but worth knowing.
  var sentences: [String] {
    notInForce.map { explanation(of: $0.value) }
      + unused.map { "This walk does not ask for '\($0.field)'; the answer '\($0.answer)' changes nothing." }
  }
}

extension VisitAdvice {
  /// What is wrong between the services, what likely is, and what is worth knowing of each.
  var sentences: [String] {
    let graver: [VisitCheck.Severity] = [.error, .warning]
    return graver.flatMap { severity in remarks.filter { $0.check.severity == severity }.map(\.sentence) }
      + services.enumerated().flatMap { place, advice in
        advice.sentences.map { "Service \(place + 1), \(advice.topic): \($0)" }
      }
  }
}

extension Remark {
  fileprivate var sentence: String {
    let kind = check.severity.rawValue
    return
      "\(kind.prefix(1).uppercased())\(kind.dropFirst()): \(lines.joined(separator: ", ")): \(check.statement.text)"
  }
}
