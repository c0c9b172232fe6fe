package import StrictJSON

extension RuleBook {
  /// Lists the topics that match all words, one per line; empty if there are none.
  package func topicsText(_ words: [String], _ style: TextStyle) -> String {
    var page = TextPage(style)
    for topic in topics(words) {
      page.item(topic.id, topic.title, indent: 0, hang: 16, .code)
      if !topic.also.isEmpty { page.paragraph(topic.also.joined(separator: ", "), indent: 16) }
    }
    return page.text
  }

  /// Lists the worked cases, one per line, shortest first.
  package func casesText(_ style: TextStyle) -> String {
    let hang = min(40, 2 + cases.map(\.id.count).reduce(0, max))
    return page(casesByLength.map { ($0.id, $0.title) }, hang: hang, style).text
  }

  package func text(_ subjects: [Subject], _ style: TextStyle) -> String {
    let entries = subjects.map { subject in
      switch subject {
      case .code(let card): (card.code.id, card.code.label)
      case .device(let device): (device.id, "\(device.label) (device)")
      }
    }
    return page(entries, hang: 18, style).text
  }

  /// Lists the codes that match all words, with their dates, one per line; empty if there are none.
  package func codesText(_ words: [String], _ style: TextStyle) -> String {
    var page = page(cards(words).map { ($0.code.id, $0.code.title) }, hang: 7, style)
    if !page.isEmpty { page.heading(edition.notice) }
    return page.text
  }

  /// Lists the sources that match all words, with their URLs; empty if there are none.
  package func sourcesText(_ words: [String], _ style: TextStyle) -> String {
    var page = TextPage(style)
    let sources = sources(words)
    for source in sources {
      page.item(source.weight.rawValue, source.citation, indent: 0, hang: 3)
      if let address = source.address { page.paragraph(address, indent: 3) }
    }
    if sources.isEmpty { return page.text }
    page.heading("Weights")
    for weight in Source.Weight.allCases { page.item(weight.rawValue, weight.meaning, indent: 0, hang: 3) }
    return page.text
  }

  private func page(_ entries: [(id: String, words: String)], hang: Int, _ style: TextStyle) -> TextPage {
    var page = TextPage(style)
    for (id, words) in entries { page.item(id, words, indent: 0, hang: hang, .code) }
    return page
  }

  /// Returns the topics that match all words, as JSON.
  package func topicsJSON(_ words: [String]) -> JSON {
    list(
      "topics",
      topics(words).map { topic in
        [
          "id": .string(topic.id), "title": .string(topic.title), "also": .strings(topic.also),
          "fields": .strings(topic.fields), "isMain": .boolean(topic.id == edition.topics.first),
        ]
      })
  }

  /// Returns the codes that match all words, as JSON.
  package func codesJSON(_ words: [String]) -> JSON { list("codes", cards(words).map(\.json)) }

  /// Returns the sources that match all words, as JSON.
  package func sourcesJSON(_ words: [String]) -> JSON { list("sources", sources(words).map(\.json)) }

  private func topics(_ words: [String]) -> [Topic] {
    topics.filter { belong(words, to: [$0.id] + $0.names) }
  }

  private func cards(_ words: [String]) -> [CodeCard] {
    cards.filter { belong(words, to: [$0.code.id, $0.code.system.rawValue, $0.code.label] + $0.also) }
  }

  private func sources(_ words: [String]) -> [Source] {
    sources.filter { belong(words, to: [$0.citation]) }
  }

  private func list(_ key: String, _ entries: [JSON]) -> JSON {
    .object([
      ("format", .integer(jsonFormatVersion)), (key, .array(entries)), ("edition", .string(edition.id)),
      ("version", .string(edition.version)), ("notice", .string(edition.notice)),
    ])
  }
}

/// Whether each word is a prefix of some word in the texts.
private func belong(_ words: [String], to texts: [String]) -> Bool {
  let key = nameKey(texts.joined(separator: " "))
  return words.allSatisfy { key.hasWord(beginning: nameKey($0)) }
}

extension CodeCard {
  fileprivate var json: JSON {
    [
      "code": .string(code.id), "system": .string(code.system.rawValue), "label": .string(code.label),
      "also": .strings(also),
      "since": .optional(code.life.period.from?.description),
      "until": .optional(code.life.period.through?.description),
      "replacedBy": .strings(code.life.replacedBy), "site": .optional(site?.need.rawValue),
      "byReport": .boolean(byReport != nil),
    ]
  }
}

extension Code {
  /// The label with the code set, the dates in force and the replacements.
  var title: String {
    let (period, replacedBy) = (life.period, life.replacedBy)
    let dates = (period.from.map { ", since \($0)" } ?? "") + (period.through.map { ", until \($0)" } ?? "")
    let then = replacedBy.isEmpty ? "" : ", then \(replacedBy.joined(separator: " "))"
    return "\(label) (\(system.rawValue)\(dates)\(then))"
  }
}
