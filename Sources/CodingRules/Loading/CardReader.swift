/// Reads what to know of a code besides the advice.
struct CardReader {
  private let definitions: Definitions

  init(_ definitions: Definitions) {
    self.definitions = definitions
  }

  /// The card of a code; empty without an entry for it.
  func card(of code: Code, _ entry: Written?) -> CodeCard {
    let object = entry?.object([
      "code", "also", "site", "byReport", "limits", "checklist", "chartNote", "coverage", "questions",
      "dissent",
    ])
    return CodeCard(
      code: code, also: object?.texts("also") ?? [], site: object?.optional("site").map(site),
      byReport: object?.optional("byReport").map(definitions.statement),
      limits: object?.optional("limits").map(limits),
      checklist: object?.list("checklist").map(definitions.statement) ?? [],
      chartNote: object?.optional("chartNote").map(definitions.statement),
      coverage: object?.list("coverage").map(definitions.statement) ?? [],
      questions: object?.list("questions").map(commonQuestion) ?? [],
      dissent: object?.list("dissent").map { definitions.dissent($0.object(["about", "ours", "other"])) }
        ?? [])
  }

  private func site(_ written: Written) -> CodeCard.Site {
    let object = written.object(["needs", "sources"])
    return CodeCard.Site(
      need: object.required("needs")?.choice(CodeCard.Site.Need.self) ?? .none,
      sources: definitions.sources(object))
  }

  private func limits(_ written: Written) -> CodeCard.Limits {
    let object = written.object(["units", "globalDays", "say", "sources"])
    return CodeCard.Limits(
      units: object.optional("units")?.count, globalDays: object.optional("globalDays")?.count,
      statement: definitions.statement(object))
  }

  private func commonQuestion(_ written: Written) -> CodeCard.CommonQuestion {
    let object = written.object(["ask", "say", "sources"])
    return CodeCard.CommonQuestion(ask: object.text("ask"), answer: definitions.statement(object))
  }
}
