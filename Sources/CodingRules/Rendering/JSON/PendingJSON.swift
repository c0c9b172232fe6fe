package import StrictJSON

extension Topic {
  /// Returns the open questions as JSON; the keys and their order are a contract.
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

extension Conversation {
  /// The ambiguous words as JSON, which are asked about before any question.
  package var ambiguityJSON: JSON {
    [
      "format": .integer(jsonFormatVersion), "status": "pending", "ask": state.ambiguities.json,
      "pending": [],
    ]
  }
}

extension [Ambiguity] {
  /// The words, each with what they could mean.
  var json: JSON { .array(map { ["words": .string($0.words), "could": .strings($0.could)] }) }
}

extension Question {
  /// Returns the open question as JSON; in a visit, with the 1-based number of its service.
  func pendingJSON(isNext: Bool, service: Int? = nil) -> JSON {
    let number: Members = service.map { [("service", .integer($0))] } ?? []
    let known = answers.map { answer -> JSON in
      ["id": .string(answer.id), "label": .string(answer.label), "also": .strings(answer.also)]
    }
    let members: Members = [
      ("field", .string(field)), ("flag", .string("--\(field)")), ("ask", .string(ask)),
      ("lookIn", .optional(lookIn)), ("isNext", .boolean(isNext)), ("answers", .array(known)),
    ]
    return .object(number + members)
  }
}
