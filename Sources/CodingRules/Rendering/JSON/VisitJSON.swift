package import StrictJSON

extension VisitAdvice {
  /// The advice as JSON; the keys and their order are a contract.
  package var json: JSON { json(services: services.map(\.json)) }

  /// Returns the advice as JSON, given the JSON of the services, which callers may cache.
  package func json(services written: [JSON]) -> JSON {
    [
      "format": .integer(jsonFormatVersion),
      "status": "advised",
      "date": .string("\(visit.day)"),
      "surgery": .optional(visit.surgery?.description),
      "report": .array(
        services.enumerated().flatMap { index, advice in
          advice.reported.map {
            ["procedure": .string($0), "service": .integer(index + 1), "topic": .string(advice.topic)]
          }
        }),
      "remarks": .array(remarks.map(\.json)),
      "services": .array(written),
    ]
  }
}

extension Remark {
  fileprivate var json: JSON {
    let members: Members = [
      ("check", .string(check.id)), ("severity", .string(check.severity.rawValue)),
      ("lines", .strings(lines)),
    ]
    return .object(
      members + check.statement.json + [("other", check.other.map { .object($0.json) } ?? .null)])
  }
}

extension Visit {
  /// The visit document, as read by the command `visit`.
  package var document: JSON {
    [
      "date": .string("\(day)"),
      "surgery": .optional(surgery?.description),
      "facts": facts.json,
      "services": .array(services.map { ["topic": .string($0.topic.id), "answers": $0.answers.json] }),
    ]
  }

  /// The open questions as JSON; the keys and their order are a contract.
  package var pendingJSON: JSON {
    [
      "format": .integer(jsonFormatVersion),
      "status": "pending",
      "pending": .array(
        services.enumerated().flatMap { index, service in
          service.topic.openFacts(service.answers.completed(by: facts)).enumerated().map {
            $1.pendingJSON(isNext: $0 == 0, service: index + 1)
          }
        }),
    ]
  }
}

extension Answers {
  /// The answers as an object with sorted keys.
  package var json: JSON { .object(fields.map { (key: $0, value: .optional(self[$0])) }) }
}

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
