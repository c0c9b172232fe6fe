/// Reads code cards.
struct CardReader {
  let definitions: Definitions

  /// Returns the card of a code; empty if it has no entry.
  func card(of code: Code, _ entry: Written?) -> CodeCard {
    let object = entry?.object([
      "code", "also", "site", "byReport", "limits", "checklist", "chartNote", "questions", "dissent",
    ])
    return CodeCard(
      code: code, checklist: object?.list("checklist").map(definitions.statement) ?? [],
      chartNote: object?.optional("chartNote").map(definitions.statement),
      knowledge: definitions.deferred { CardReader(definitions: $0).knowledge(of: code, object) })
  }

  private func knowledge(of code: Code, _ object: WrittenObject?) -> CodeCard.Knowledge {
    CodeCard.Knowledge(
      also: object?.texts("also") ?? [], covers: definitions.covers(code.id),
      site: object?.optional("site").map(site),
      byReport: object?.optional("byReport").map(definitions.statement),
      limits: object?.optional("limits").map(limits),
      questions: object?.list("questions").map(commonQuestion) ?? [],
      dissent: object?.list("dissent").map(dissent) ?? [])
  }

  private func dissent(_ written: Written) -> Dissent {
    definitions.dissent(definitions.object(written, ["about", "ours", "other"], sharing: .dissent))
  }

  private func site(_ written: Written) -> CodeCard.Site {
    let object = written.object(["needs"] + Definitions.evidenceKeys)
    return CodeCard.Site(
      need: object.choice("needs", or: .none),
      evidence: definitions.evidence(object))
  }

  private func limits(_ written: Written) -> CodeCard.Limits {
    let object = written.object(["units", "globalDays", "say"] + Definitions.evidenceKeys)
    return CodeCard.Limits(
      units: object.optional("units")?.count, globalDays: object.optional("globalDays")?.count,
      statement: definitions.statement(object))
  }

  private func commonQuestion(_ written: Written) -> CodeCard.CommonQuestion {
    let object = definitions.object(
      written, ["ask", "say"] + Definitions.evidenceKeys, sharing: .statement)
    return CodeCard.CommonQuestion(ask: object.text("ask"), answer: definitions.statement(object))
  }
}
