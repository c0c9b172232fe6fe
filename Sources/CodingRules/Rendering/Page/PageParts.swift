/// Parts shared by several screens.
extension PageQuestions {
  /// Returns the answers with the codes each can lead to.
  static func outcomes(_ outlook: Outlook) -> PageElement? {
    .list(
      "ul.outcomes",
      outlook.outcomes.map { answer, codes in
        PageElement(
          "div.outcome",
          PageElement("span", answer.label),
          PageElement("span.code", codes.isEmpty ? "no code" : codes.joined(separator: " ")))
      })
  }

  static func heading(_ words: String) -> PageElement { PageElement("h2", ["tabindex": "-1"], words) }

  /// Returns an input field for a number, a word or a sentence, with a live preview of its reading.
  static func textForm(label: String, example: String?) -> PageElement {
    PageElement(
      "form", ["data-do": PageAction.say.rawValue],
      PageElement("label", ["for": "say"], label),
      example.map { PageElement("p.example", ["id": "example"], "For example: \($0)") },
      PageElement(
        "input",
        [
          "id": "say", "type": "text", "autocomplete": "off", "autocapitalize": "none", "maxlength": "4096",
        ]),
      PageElement("button", ["type": "submit"], "Continue"),
      PageElement("div.preview", ["id": "preview", "aria-live": "polite"]))
  }

  /// Returns numbered choices, which submit their numbers.
  static func choices(_ labels: [(label: String, more: String)]) -> PageElement {
    let items = labels.enumerated().map { index, choice in
      PageElement.button(
        ".choice", .say, "\(index + 1)",
        PageElement("span.number", "\(index + 1)"),
        PageElement(
          "span",
          PageElement("strong", choice.label),
          choice.more.isEmpty ? nil : PageElement("small", choice.more)))
    }
    let size = items.count > maxExplained ? ".many.long" : items.count > 9 ? ".many" : ""
    return PageElement("ol.choices" + size, items.map { PageElement("li", $0) })
  }
}
