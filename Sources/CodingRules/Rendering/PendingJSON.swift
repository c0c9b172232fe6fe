public import StrictJSON

extension Topic {
  /// What is still to be answered, as JSON: a contract, every key always there, in this order.
  public func pendingJSON(_ answers: Answers) -> JSON {
    let open = openFacts(answers)
    return [
      "format": .integer(jsonFormatVersion),
      "status": "pending",
      "topic": .string(id),
      "pending": .array(open.enumerated().map { $1.pendingJSON(isNext: $0 == 0) }),
    ]
  }
}

extension Question {
  fileprivate func pendingJSON(isNext: Bool) -> JSON {
    [
      "field": .string(field), "flag": .string("--\(field)"), "ask": .string(ask), "isNext": .boolean(isNext),
      "answers": .array(
        answers.map { ["id": .string($0.id), "label": .string($0.label), "also": .strings($0.also)] }),
    ]
  }
}
