/// Readers of codes, their scopes and devices.
extension Definitions {
  func code(_ written: Written) -> Code {
    let object = written.object(["code", "system", "label", "life", "covers", "confirmed"])
    let id = object.text("code")
    if !CodeRange.isCode(id) {
      object.required("code")?.fault(
        .badValue(id, expected: "a letter and four digits, or five digits"))
    }
    return Code(
      id: id, system: object.choice("system", or: .cdt), label: object.text("label"), life: life(object),
      confirmation: confirmation(object))
  }

  private func life(_ code: WrittenObject) -> Code.Life {
    guard
      let object = code.required("life")?.object(
        ["since", "until", "replacedBy"] + Self.evidenceKeys)
    else { return Code.Life(period: .always, replacedBy: [], evidence: .none) }
    if object.optional("until") != nil { _ = object.required("replacedBy") }
    return Code.Life(
      period: object.period(from: "since", through: "until"),
      replacedBy: object.list("replacedBy").compactMap { name in
        codeEntries.entry(named: name).map { _ in name.text }
      },
      evidence: evidence(object))
  }

  /// Reads the uses that a code covers.
  func covers(_ code: String) -> [Code.Scope] {
    guard let list = codeEntries.entry(code)?["covers"]?.list else { return [] }
    return list.map { written in
      let object = written.object(["id", "from", "through", "say"] + Self.evidenceKeys)
      return Code.Scope(id: object.name("id"), period: object.period(), statement: statement(object))
    }
  }

  func device(_ written: Written) -> Device {
    let object = written.object(
      ["id", "label", "also", "codes", "dates", "because", "confirmed"] + Self.evidenceKeys)
    let ranges = object.requiredList("codes").compactMap(\.datedRange)
    return Device(
      id: object.name("id"), label: object.text("label"), also: object.texts("also"), ranges: ranges,
      known: codes { id in ranges.contains { $0.codes.contains(id) } }, reason: reason(object),
      dates: object.optional("dates")?.datedOutcomes ?? [],
      confirmation: confirmation(object))
  }

  // MARK: Dates of effects

  /// The keys for the dates of service to which an effect applies.
  static let periodKeys = ["from", "through", "while", "before", "after"]

  /// Reads the dates of service of an effect, given as days or relative to a code or its scope.
  func period(_ object: WrittenObject) -> Period {
    let own = object.period()
    let during = object.optional("while").map(period(named:))
    let before = object.optional("before").map(period(named:))
    let after = object.optional("after").map(period(named:))
    return Period(
      from: during?.from ?? after?.through?.next ?? own.from,
      through: during?.through ?? before?.from?.previous ?? own.through)
  }

  /// Returns the days on which a code, `D0801`, or a scope, `D0393 surface-scan`, is in force.
  private func period(named name: Written) -> Period {
    let (id, scope) = name.text.atFirstSpace
    guard let code = code(id) else {
      name.fault(.badValue(name.text, expected: "a code, or a code and what it covers"))
      return .always
    }
    guard let scope else { return code.life.period }
    let covers = codeEntries.entry(id)?["covers"]
    guard let entry = covers?.first(where: "id", is: scope) else {
      let ids = covers?.list.compactMap { $0["id"]?.textIfAny } ?? []
      name.fault(.unknown("scope", scope, among: ids))
      return .always
    }
    return entry.unchecked.period()
  }
}
