import StrictJSON

/// The keys and values of a JSON object, in order.
typealias Members = [(key: String, value: JSON)]

extension Evidence {
  /// The source ids with their locations, and whether the authors derived the statement.
  var json: Members {
    [
      ("sources", .strings(sources.map(\.id))), ("at", .array(citations.map { .optional($0.at) })),
      ("derived", .boolean(isDerived)),
    ]
  }
}

extension Statement {
  /// The sentence under `say`, with its evidence.
  var json: Members { [("say", .string(text))] + evidence.json }

  /// Returns the JSON of a statement that may be about a payer, with its date and whether it is old.
  func json(on day: CalendarDay) -> Members {
    json + [
      ("asOf", .optional(payerDate?.asOf?.description)),
      ("isOld", .boolean(payerDate?.isOld(on: day) ?? false)),
    ]
  }

  /// The sentence under `because`, with its evidence.
  var reasonJSON: Members { [("because", .string(text))] + evidence.json }
}
