extension Topic {
  /// Returns the open questions as text, with their flags and answers.
  package func pendingText(_ answers: Answers, _ style: TextStyle) -> String {
    var page = TextPage(style)
    let open = openFacts(answers)
    guard let next = open.first else { return "" }
    page.paragraph("--\(next.field): \(next.ask)")
    let hang = min(26, 2 + next.answers.map { displayWidth($0.id) }.reduce(0, max))
    for answer in next.answers {
      let also = answer.also.isEmpty ? "" : " (also: \(answer.also.joined(separator: ", ")))"
      page.item(answer.id, answer.label + also, indent: 4, hang: hang)
    }
    let later = open.dropFirst()
    if !later.isEmpty { page.paragraph("May be asked next:") }
    for question in later {
      page.item(
        "--\(question.field)", question.answers.map(\.id).joined(separator: ", "), indent: 4, hang: 14)
    }
    return page.text
  }
}

extension Visit {
  /// Which questions of which service are still open, as text for people.
  package func pendingText(_ style: TextStyle) -> String {
    services.enumerated().map { index, service in
      let open = service.topic.pendingText(service.answers.completed(by: facts), style)
      return open.isEmpty ? "" : "service \(index + 1), \(service.topic.id):\n\(open)"
    }.joined()
  }
}
