/// Reads what an answer adds to the advice.
struct EffectReader {
  let definitions: Definitions

  /// The keys of an answer that hold effects.
  static let keys = ["report", "notSeparately", "includedIn", "nothing", "notes", "dissent"]

  /// The effects of an answer: by kind in the order of the keys, within a kind in the order of the file.
  func effects(_ answer: WrittenObject) -> [TimedEffect] {
    var effects: [TimedEffect] = []
    func add(_ key: StaticString, _ keys: @autoclosure () -> [String], _ read: (WrittenObject) -> Effect?) {
      for written in answer.list(key) {
        let entry = written.object(keys() + ["from", "through"])
        if let effect = read(entry) { effects.append(TimedEffect(effect: effect, period: entry.period)) }
      }
    }
    add("report", ["code", "modifiers", "units", "first", "last", "oneOf", "because", "sources"], line)
    add("notSeparately", ["codes", "because", "sources"], exclusion)
    add("includedIn", ["device", "because", "sources"], inclusion)
    add("nothing", ["because", "sources"]) { .nothing(definitions.reason($0)) }
    add("notes", ["kind", "say", "sources"], note)
    add("dissent", ["about", "ours", "other"]) { .dissent(definitions.dissent($0)) }
    return effects
  }

  /// The line under `report` of an object that may also hold other keys.
  func line(_ entry: WrittenObject) -> Effect? {
    procedure(entry).map { .report(Line(procedure: $0, reason: definitions.reason(entry))) }
  }

  /// A procedure in one of its three forms.
  private func procedure(_ entry: WrittenObject) -> Procedure? {
    if let choices = entry.optional("oneOf") {
      let services = choices.list.compactMap { service($0.object(["code", "modifiers", "units"])) }
      return .oneOf(services)
    }
    guard let first = entry.optional("first") else { return service(entry).map(Procedure.code) }
    guard let first = definitions.code(named: first),
      let last = entry.required("last").flatMap(definitions.code(named:))
    else { return nil }
    return .range(first: first, last: last)
  }

  private func service(_ entry: WrittenObject) -> CodedService? {
    guard let code = entry.required("code").flatMap(definitions.code(named:)) else { return nil }
    return CodedService(
      code: code, modifiers: entry.texts("modifiers"), units: entry.optional("units")?.count ?? 1)
  }

  private func exclusion(_ entry: WrittenObject) -> Effect {
    let codes = entry.required("codes")?.list.compactMap(definitions.code(named:)) ?? []
    return .notSeparately(Exclusion(codes: codes, reason: definitions.reason(entry)))
  }

  private func inclusion(_ entry: WrittenObject) -> Effect? {
    entry.required("device").flatMap(definitions.device(named:)).map {
      .includedIn(Inclusion(device: $0, reason: definitions.reason(entry)))
    }
  }

  private func note(_ entry: WrittenObject) -> Effect {
    let kind = entry.required("kind")?.choice(Note.Kind.self) ?? .caution
    return .note(Note(kind: kind, statement: definitions.statement(entry)))
  }
}
