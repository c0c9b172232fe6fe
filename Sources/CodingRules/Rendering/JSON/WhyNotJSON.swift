package import StrictJSON

extension WhyNot {
  /// The answer to "why not this code?" as JSON; the keys and their order are a contract.
  package var json: JSON {
    [
      "code": .string(code), "isReported": .boolean(isReported),
      "excludedBy": excludedBy.map(\.fieldAndAnswer) ?? .null,
      "reasons": .array(
        reasons.map { .object($0.json) }),
      "change": .array(change.map(\.fieldAndAnswer)),
    ]
  }
}

extension Step {
  fileprivate var fieldAndAnswer: JSON {
    ["field": .string(question.field), "answer": .string(answer.id)]
  }
}
