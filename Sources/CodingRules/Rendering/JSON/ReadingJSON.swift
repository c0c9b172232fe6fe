package import StrictJSON

extension Reading {
  /// The reading as JSON; the keys and their order are a contract.
  package var json: JSON {
    [
      "services": .array(services.map { ["topic": .string($0.topic), "answers": $0.stated.json] }),
      "facts": facts.json,
      "date": .optional(date?.description),
      "ask": ambiguities.json,
      "unused": .strings(unused),
      "corrections": .array(corrections.map { ["read": .string($0.written), "as": .string($0.asWord)] }),
    ]
  }
}

extension Reading {
  /// The reading as one line of JSON.
  package var jsonLine: String { String(decoding: json.bytes(.compact), as: UTF8.self) + "\n" }
}

extension [StatedAnswer] {
  fileprivate var json: JSON {
    .object(map { ($0.field, ["answer": .string($0.answer), "words": .string($0.words)]) })
  }
}
