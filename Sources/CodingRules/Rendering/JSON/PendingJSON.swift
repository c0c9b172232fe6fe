package import StrictJSON

extension Topic {
  /// What is still to be answered, as JSON: a contract, every key always there, in this order.
  package func pendingJSON(_ answers: Answers) -> JSON {
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
  /// The question as something still to be answered; in a visit with the number of its service, from 1.
  func pendingJSON(isNext: Bool, service: Int? = nil) -> JSON {
    let number: [(key: String, value: JSON)] = service.map { [("service", .integer($0))] } ?? []
    return .object(number + members(isNext))
  }

  private func members(_ isNext: Bool) -> [(key: String, value: JSON)] {
    let known = answers.map { answer -> JSON in
      ["id": .string(answer.id), "label": .string(answer.label), "also": .strings(answer.also)]
    }
    return [
      ("field", .string(field)), ("flag", .string("--\(field)")), ("ask", .string(ask)),
      ("lookIn", .optional(lookIn)), ("isNext", .boolean(isNext)), ("answers", .array(known)),
    ]
  }
}
