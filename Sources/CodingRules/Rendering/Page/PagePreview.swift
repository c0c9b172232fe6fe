import StrictJSON

/// The preview of text being typed: the reading of a sentence, or the topics that match a word.
struct PagePreview {
  let json: JSON

  init(_ conversation: Conversation, _ typed: String) {
    let reading = conversation.reader.read(typed, on: conversation.visit.day)
    json = PageElement("div", reading.isEmpty ? [] : Self.understood(reading, conversation.book)).json
  }

  private static func understood(_ reading: Reading, _ book: RuleBook) -> [PageElement?] {
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
    let unused = reading.unused.map { excerpt($0) }.joined(by: ", ")
    return [
      PageElement("p", "Understood so far:"),
      .list("ul", services + facts + [date].compactMap(\.self) + asks),
      unused.isEmpty ? nil : PageElement("p", "Not used: \(unused)"),
    ]
  }
}
