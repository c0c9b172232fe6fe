package import StrictJSON

extension [Plan] {
  /// Lists the plans with their titles and ages.
  package func text(on day: CalendarDay, _ style: TextStyle) -> String {
    var page = TextPage(style)
    for plan in self {
      page.item(plan.id, "\(plan.payer): \(plan.title)", indent: 0, hang: 30, .code)
      page.paragraph(plan.view(on: day).age, indent: 30)
    }
    return page.text
  }

  package func json(on day: CalendarDay) -> JSON {
    [
      "format": .integer(jsonFormatVersion),
      "plans": .array(
        map { plan in
          [
            "id": .string(plan.id), "payer": .string(plan.payer), "plan": .string(plan.title),
            "also": .strings(plan.also), "asOf": .optional(plan.asOf?.description),
            "archived": .boolean(plan.isArchived), "old": .boolean(plan.isOld(plan.asOf, on: day)),
          ]
        }),
    ]
  }
}
