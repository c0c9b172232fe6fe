/// Reads what there is to know of codes beside the advice.
extension Glossary {
  /// What goes with the advice to report a code; its card knows more.
  func chart(of code: Code) -> CodeCard {
    let object = cardEntries.entry(code.id)?.unchecked
    return CodeCard(
      code: code, also: [], site: nil, byReport: nil, limits: nil,
      checklist: object?.list("checklist").map(statement) ?? [],
      chartNote: object?.optional("chartNote").map(statement),
      coverage: object?.list("coverage").map(statement) ?? [], questions: [], dissent: [])
  }

  /// All that a code's card knows.
  func card(of code: Code) -> CodeCard {
    let object = cardEntries.entry(code.id)?.object([
      "code", "also", "site", "byReport", "limits", "checklist", "chartNote", "coverage", "questions",
      "dissent",
    ])
    return CodeCard(
      code: code, also: object?.texts("also") ?? [], site: object?.optional("site").map(site),
      byReport: object?.optional("byReport").map(statement),
      limits: object?.optional("limits").map(limits),
      checklist: object?.list("checklist").map(statement) ?? [],
      chartNote: object?.optional("chartNote").map(statement),
      coverage: object?.list("coverage").map(statement) ?? [],
      questions: object?.list("questions").map(commonQuestion) ?? [],
      dissent: object?.list("dissent").map { dissent($0.object(["about", "ours", "other"])) } ?? [])
  }

  private func site(_ written: Written) -> CodeCard.Site {
    let object = written.object(["needs", "sources"])
    return CodeCard.Site(
      need: object.required("needs")?.choice(CodeCard.Site.Need.self) ?? .none, sources: sources(object))
  }

  private func limits(_ written: Written) -> CodeCard.Limits {
    let object = written.object(["units", "globalDays", "say", "sources"])
    return CodeCard.Limits(
      units: object.optional("units")?.count, globalDays: object.optional("globalDays")?.count,
      statement: statement(object))
  }

  private func commonQuestion(_ written: Written) -> CodeCard.CommonQuestion {
    let object = written.object(["ask", "say", "sources"])
    return CodeCard.CommonQuestion(ask: object.text("ask"), answer: statement(object))
  }
}
