package import StrictJSON

/// The version of the JSON output, which only increases.
package let jsonFormatVersion = 1

extension Advice {
  /// The advice as JSON; the keys and their order are a contract.
  package var json: JSON {
    [
      "format": .integer(jsonFormatVersion),
      "status": "advised",
      "topic": .string(topic),
      "date": .string("\(basis.day)"),
      "report": .array(report.map { $0.json(in: self, $0.value.json) }),
      "notInForce": .array(notInForce.map { $0.json(in: self, json(of: $0.value)) }),
      "nothing": .array(
        nothing.map { $0.json(in: self, $0.value.reasonJSON) }),
      "includedIn": .array(includedIn.map { $0.json(in: self, $0.value.json(on: basis.day)) }),
      "notSeparately": .array(notSeparately.map { $0.json(in: self, $0.value.json) }),
      "notes": .array(notes.map { $0.json(in: self, $0.value.json(on: basis.day)) }),
      "dissent": .array(dissent.map { $0.json(in: self, $0.value.json) }),
      "path": .array(steps.map(\.json)),
      "unused": .array(unused.map { ["field": .string($0.field), "answer": .string($0.answer)] }),
      "chart": .array(
        cards.flatMap { card in
          card.checklist.map { .object([("code", .string(card.code.id))] + $0.json) }
        }),
      "sources": .array(citedSources.map(\.json)),
      "edition": .object(
        basis.json + [
          ("unreviewed", .strings(unreviewed)), ("announced", .array(announced.map { .object($0.json) })),
        ]),
    ]
  }

  private func json(of notInForce: NotInForce) -> Members {
    notInForce.service.json + [
      ("since", .optional(notInForce.service.code.life.period.from?.description)),
      ("until", .optional(notInForce.service.code.life.period.through?.description)),
      ("instead", .strings(notInForce.instead.map(\.id))),
      ("fallback", .optional(notInForce.fallback?.procedure.description)),
      ("because", .string(explanation(of: notInForce))),
    ] + notInForce.service.code.life.evidence.json
  }

  /// All cited sources, in order of first citation.
  private var citedSources: [Source] {
    var statements = report.map(\.value.reason)
    statements += nothing.map(\.value)
    statements += includedIn.map(\.value.reason)
    statements += notSeparately.map(\.value.reason)
    statements += notes.map(\.value.statement)
    statements += dissent.flatMap { [$0.value.ours, $0.value.other] }
    statements += cards.flatMap(\.checklist)
    statements += announced
    let notInForceServices = notInForce.flatMap(\.value.service.code.life.evidence.sources)
    return (statements.flatMap(\.sources) + notInForceServices).uniqued(by: \.id)
  }
}

extension Attributed {
  /// Returns the members, then the field and the answer they are attributed to.
  fileprivate func json(in advice: Advice, _ members: Members) -> JSON {
    let step = advice.steps[step]
    return .object(
      members + [("field", .string(step.question.field)), ("answer", .string(step.answer.id))])
  }
}

extension Line {
  fileprivate var json: Members {
    procedure.json + reason.reasonJSON
  }
}

extension Procedure {
  /// The procedure in shorthand, its kind and its services.
  fileprivate var json: Members {
    let (kind, services): (String, [CodedService]) =
      switch self {
      case .code(let service): ("code", [service])
      case .range:
        ("range", codes.map { CodedService(code: $0, modifiers: [], units: 1) })
      case .oneOf(let services): ("oneOf", services)
      }
    return [
      ("procedure", .string(description)), ("kind", .string(kind)),
      ("services", .array(services.map { .object($0.json) })),
    ]
  }
}

extension CodedService {
  fileprivate var json: Members {
    [
      ("code", .string(code.id)), ("system", .string(code.system.rawValue)), ("label", .string(code.label)),
      ("modifiers", .strings(modifiers)), ("units", .integer(units)),
    ]
  }
}

extension Inclusion {
  fileprivate func json(on day: CalendarDay) -> Members {
    [
      ("device", .string(device.id)), ("label", .string(device.label)),
      ("codes", .strings(device.codes(on: day).map(\.description))),
    ] + reason.reasonJSON
  }
}

extension Exclusion {
  fileprivate var json: Members {
    [("codes", .strings(codes.map(\.id)))] + reason.reasonJSON
  }
}

extension Note {
  fileprivate func json(on day: CalendarDay) -> Members {
    [("kind", .string(kind.rawValue))] + statement.json(on: day)
  }
}

extension Dissent {
  fileprivate var json: Members {
    [("about", .string(about)), ("ours", .object(ours.json)), ("other", .object(other.json))]
  }
}

extension Step {
  fileprivate var json: JSON {
    [
      "topic": .string(question.topic), "question": .string(question.id), "field": .string(question.field),
      "ask": .string(question.ask), "answer": .string(answer.id), "label": .string(answer.label),
    ]
  }
}

extension Source {
  package var json: JSON {
    [
      "id": .string(id), "title": .string(title), "publisher": .string(publisher), "date": .optional(date),
      "weight": .string(weight.rawValue), "address": .optional(address),
    ]
  }
}

extension Basis {
  fileprivate var json: Members {
    [
      ("id", .string(edition.id)), ("title", .string(edition.title)), ("version", .string(edition.version)),
      ("reviewed", .string("\(edition.reviewed)")), ("from", .optional(edition.period.from?.description)),
      ("through", .optional(edition.period.through?.description)),
      ("isReviewedForDate", .boolean(isReviewed)), ("notice", .string(edition.notice)),
    ]
  }
}
