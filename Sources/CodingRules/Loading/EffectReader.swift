/// Reads the effects of answers.
struct EffectReader {
  let definitions: Definitions

  /// The keys of an answer that hold effects.
  static let keys = ["report", "notSeparately", "includedIn", "nothing", "notes", "dissent"]

  /// Reads the effects of an answer: kinds in the order of `keys`, each kind in file order.
  func effects(_ answer: WrittenObject) -> [TimedEffect] {
    var effects: [TimedEffect] = []
    func add(
      _ key: StaticString, _ keys: @autoclosure () -> [String], _ kind: SharedKind,
      _ read: (WrittenObject) -> Effect?
    ) {
      for written in answer.list(key) {
        let entry = definitions.object(written, keys() + Definitions.periodKeys, sharing: kind)
        guard let effect = read(entry) else { continue }
        effects.append(TimedEffect(effect: effect, period: definitions.period(entry)))
      }
    }
    let evidence = Definitions.evidenceKeys
    add("report", Self.lineKeys + evidence, .statement, line)
    add("notSeparately", ["codes", "because"] + evidence, .statement, exclusion)
    add("includedIn", ["device", "because"] + evidence, .statement, inclusion)
    add("nothing", ["because"] + evidence, .statement) { .nothing(definitions.reason($0)) }
    add("notes", ["kind", "say"] + evidence + Definitions.payerKeys, .statement, note)
    add("dissent", ["about", "ours", "other"], .dissent) { .dissent(definitions.dissent($0)) }
    return effects
  }

  /// Reads the procedures an answer reports, without reasons.
  func reports(_ answer: WrittenObject) -> [TimedProcedure] {
    answer.list("report").compactMap { written in
      let entry = definitions.object(
        written, Self.lineKeys + Definitions.evidenceKeys + Definitions.periodKeys, sharing: .statement)
      return procedure(entry).map { TimedProcedure(procedure: $0, period: definitions.period(entry)) }
    }
  }

  /// The keys of a reported line, without those of its evidence.
  private static let lineKeys = ["code", "modifiers", "units", "first", "last", "oneOf", "because"]

  /// Reads a reported line from an object that may have other keys.
  func line(_ entry: WrittenObject) -> Effect? {
    procedure(entry).map { .report(Line(procedure: $0, reason: definitions.reason(entry))) }
  }

  /// Reads a procedure in any of its three forms.
  private func procedure(_ entry: WrittenObject) -> Procedure? {
    if let choices = entry.optional("oneOf") {
      let services = choices.list.compactMap { service($0.object(["code", "modifiers", "units"])) }
      return .oneOf(services)
    }
    guard let first = entry.optional("first") else { return service(entry).map(Procedure.code) }
    guard let first = definitions.code(named: first),
      let last = entry.required("last").flatMap(definitions.code(named:))
    else { return nil }
    let codes = definitions.codes { first.id <= $0 && $0 <= last.id }
    if codes.count < 2 {
      entry.required("last")?.fault(
        .badValue(last.id, expected: "a code of the same system after '\(first.id)'"))
    }
    return .range(codes)
  }

  private func service(_ entry: WrittenObject) -> CodedService? {
    guard let code = entry.required("code").flatMap(definitions.code(named:)) else { return nil }
    return CodedService(
      code: code, modifiers: entry.texts("modifiers"), units: entry.optional("units")?.count ?? 1)
  }

  private func exclusion(_ entry: WrittenObject) -> Effect {
    let codes = entry.requiredList("codes").compactMap(definitions.code(named:))
    return .notSeparately(Exclusion(codes: codes, reason: definitions.reason(entry)))
  }

  private func inclusion(_ entry: WrittenObject) -> Effect? {
    entry.required("device").flatMap(definitions.device(named:)).map {
      .includedIn(Inclusion(device: $0, reason: definitions.reason(entry)))
    }
  }

  private func note(_ entry: WrittenObject) -> Effect {
    let kind = entry.choice("kind", or: Note.Kind.caution)
    let statement =
      kind == .payer ? definitions.payerStatement(entry) : definitions.statement(entry)
    return .note(Note(kind: kind, statement: statement))
  }
}
