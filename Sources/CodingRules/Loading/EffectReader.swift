/// Reads what an answer adds to the advice.
struct EffectReader {
  let glossary: Glossary

  private typealias Kind = (
    key: String, entry: [String], read: @Sendable (EffectReader, WrittenObject) -> Effect?
  )

  /// The keys of an answer that hold effects.
  static let keys = kinds.map(\.key)

  /// One row a kind of effect: the answer's key, the keys of an entry, and how an entry is read.
  private static let kinds: [Kind] = [
    (
      "report", ["code", "modifiers", "units", "first", "last", "oneOf", "because", "sources"],
      { $0.line($1) }
    ),
    ("notSeparately", ["codes", "because", "sources"], { $0.exclusion($1) }),
    ("includedIn", ["device", "because", "sources"], { $0.inclusion($1) }),
    ("nothing", ["because", "sources"], { .nothing($0.glossary.reason($1)) }),
    ("notes", ["kind", "say", "sources"], { $0.note($1) }),
    ("dissent", ["about", "ours", "other"], { .dissent($0.glossary.dissent($1)) }),
  ]

  /// The effects of an answer: by kind in the order of the table, within a kind in the order of the file.
  func effects(_ answer: WrittenObject) -> [TimedEffect] {
    Self.kinds.flatMap { effects(answer, of: $0) }
  }

  /// What an answer reports, without the reasons.
  func bareReports(_ answer: WrittenObject) -> [TimedEffect] {
    answer.list("report").compactMap { written in
      let entry = written.unchecked
      let reason = Statement(text: "", sources: [])
      return procedure(entry).map {
        TimedEffect(effect: .report(Line(procedure: $0, reason: reason)), period: entry.period)
      }
    }
  }

  private func effects(_ answer: WrittenObject, of kind: Kind) -> [TimedEffect] {
    answer.list(kind.key).compactMap { written in
      let entry = written.object(kind.entry + ["from", "through"])
      return kind.read(self, entry).map { TimedEffect(effect: $0, period: entry.period) }
    }
  }

  /// The line under `report` of an object that may also hold other keys.
  func line(_ entry: WrittenObject) -> Effect? {
    procedure(entry).map { .report(Line(procedure: $0, reason: glossary.reason(entry))) }
  }

  /// A procedure in one of its three forms.
  private func procedure(_ entry: WrittenObject) -> Procedure? {
    if let choices = entry.optional("oneOf") {
      let services = choices.list.compactMap { service($0.object(["code", "modifiers", "units"])) }
      return .oneOf(services)
    }
    guard let first = entry.optional("first") else { return service(entry).map(Procedure.code) }
    guard let first = glossary.code(named: first),
      let last = entry.required("last").flatMap(glossary.code(named:))
    else { return nil }
    return .range(first: first, last: last)
  }

  private func service(_ entry: WrittenObject) -> CodedService? {
    guard let code = entry.required("code").flatMap(glossary.code(named:)) else { return nil }
    return CodedService(
      code: code, modifiers: entry.texts("modifiers"), units: entry.optional("units")?.count ?? 1)
  }

  private func exclusion(_ entry: WrittenObject) -> Effect {
    let codes = entry.required("codes")?.list.compactMap(glossary.code(named:)) ?? []
    return .notSeparately(Exclusion(codes: codes, reason: glossary.reason(entry)))
  }

  private func inclusion(_ entry: WrittenObject) -> Effect? {
    entry.required("device").flatMap(glossary.device(named:)).map {
      .includedIn(Inclusion(device: $0, reason: glossary.reason(entry)))
    }
  }

  private func note(_ entry: WrittenObject) -> Effect {
    let kind = entry.required("kind")?.choice(Note.Kind.self) ?? .caution
    return .note(Note(kind: kind, statement: glossary.statement(entry)))
  }
}
