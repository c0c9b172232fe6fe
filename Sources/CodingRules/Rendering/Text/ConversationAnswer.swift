extension Conversation {
  /// Returns why the services do not report a code; if a question is open, what depends on it.
  func whyNot(_ code: String, _ style: TextStyle) -> String {
    guard let view else { return openQuestions(style) }
    return visit.services.indices.map { index in
      let text = visit.services[index].topic.whyNot(code, view.services[index]).text(style)
      return visit.services.count > 1 ? "\(index + 1). \(title(of: index))\n\(text)" : text
    }.joined(separator: "\n")
  }

  /// Returns the questions left as "not sure", with the outcomes of each answer.
  func openQuestions(_ style: TextStyle) -> String {
    var page = TextPage(style)
    for index in visit.services.indices { writeDecided(index, on: &page) }
    page.heading("Not decided yet: it depends on what you were not sure about.", .care)
    for (service, question) in unsure {
      if visit.services.count > 1 { page.paragraph("\(service + 1). \(title(of: service))") }
      page.heading(question.ask)
      Outlook(question, about: service, in: self)
        .write(on: &page, isNumbered: unsure.count == 1, by: book)
    }
    return page.text
  }

  /// Writes the codes of a completed service, shown while another one has open questions.
  private func writeDecided(_ index: Int, on page: inout TextPage) {
    guard case .advises(let conclusion) = visit.services[index].topic.evaluate(answers(index)) else { return }
    let codes = conclusion.advice(on: visit.day, by: book).reported
    page.bullet("\(title(of: index)): \(codes.isEmpty ? "no extra code" : codes.joined(by: ", "))")
  }
}
