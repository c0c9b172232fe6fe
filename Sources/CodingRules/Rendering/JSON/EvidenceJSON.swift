import StrictJSON

/// The keys and values of a JSON object, in order.
typealias Members = [(key: String, value: JSON)]

extension Evidence {
  /// The sources by id, the location in each, and whether the authors derived the statement.
  var json: Members {
    [
      ("sources", .strings(sources.map(\.id))), ("at", .array(citations.map { .optional($0.at) })),
      ("derived", .boolean(isDerived)),
    ]
  }
}

extension Statement {
  /// The sentence under `say`, and what it rests on.
  var json: Members { [("say", .string(text))] + evidence.json }

  /// The same for what may be about a payer: also the date for which it is known, and whether that is long ago.
  func json(on day: CalendarDay) -> Members {
    json + [
      ("asOf", .optional(payerDate?.asOf?.description)),
      ("isOld", .boolean(payerDate?.isOld(on: day) ?? false)),
    ]
  }

  /// The sentence under `because`, and what it rests on.
  var reasonJSON: Members { [("because", .string(text))] + evidence.json }
}
