extension Conversation {
  /// Returns the preview of text being typed: the reading of a sentence, or the topics that match a word.
  func preview(_ typed: String) -> PageElement {
    let reading = reader.read(typed, on: visit.day)
    return PageElement("div", reading.isEmpty ? [] : understood(reading))
  }

  private func understood(_ reading: Reading) -> [PageElement?] {
    let services = reading.services.compactMap { service in
      book.topic(service.topic).map { topic in
        PageElement(
          "span",
          [PageElement("strong", topic.title)]
            + service.stated.compactMap { stated in
              topic.step(stated.field, stated.answer).map {
                .text(" · \($0.answer.label) (“\(excerpt(stated.words))”)")
              }
            })
      }
    }
    let facts = reading.facts.compactMap { fact in
      book.topics.lazy.compactMap { $0.step(fact.field, fact.answer) }.first.map {
        PageElement("span", $0.answer.label)
      }
    }
    let date = reading.date.map { PageElement("span", "Date of service \($0)") }
    let asks = reading.ambiguities.map {
      PageElement("span", "“\(excerpt($0.words))” can mean several things; I will ask")
    }
    return [
      PageElement("p", "Understood so far:"),
      .list("ul", services + facts + [date].compactMap(\.self) + asks),
      remark(onUnused: reading.unused).map { PageElement("p", $0) },
    ]
  }
}
