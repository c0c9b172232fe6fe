package import StrictJSON

extension RuleBook {
  /// The topics, a line each.
  package func topicsText(_ style: TextStyle) -> String {
    var page = TextPage(style)
    for topic in topics {
      page.item(topic.id, topic.title, indent: 0, hang: 16, .code)
      if !topic.also.isEmpty { page.paragraph(topic.also.joined(separator: ", "), indent: 16) }
    }
    return page.text
  }

  /// The worked cases, a line each, the shortest first.
  package func casesText(_ style: TextStyle) -> String {
    var page = TextPage(style)
    let hang = min(40, 2 + (cases.map(\.id.count).max() ?? 0))
    for worked in casesByLength { page.item(worked.id, worked.title, indent: 0, hang: hang, .code) }
    return page.text
  }

  /// What words may mean, a line each.
  package func text(_ subjects: [Subject], _ style: TextStyle) -> String {
    var page = TextPage(style)
    for subject in subjects {
      let (id, label) =
        switch subject {
        case .code(let card): (card.code.id, card.code.label)
        case .device(let device): (device.id, "\(device.label) (device)")
        }
      page.item(id, label, indent: 0, hang: 18, .code)
    }
    return page.text
  }

  /// The codes with their lives, a line each.
  package func codesText(_ style: TextStyle) -> String {
    var page = TextPage(style)
    for code in codes {
      page.item(
        code.id, "\(code.label) (\(code.system.rawValue)\(code.life.text))", indent: 0, hang: 7, .code)
    }
    page.heading(edition.notice)
    return page.text
  }

  /// The sources with their addresses.
  package func sourcesText(_ style: TextStyle) -> String {
    var page = TextPage(style)
    for source in sources {
      page.item(source.weight.rawValue, source.citation, indent: 0, hang: 3)
      if let address = source.address { page.paragraph(address, indent: 3) }
    }
    page.heading("Weights")
    for weight in Source.Weight.allCases { page.item(weight.rawValue, weight.meaning, indent: 0, hang: 3) }
    return page.text
  }

  /// The topics as JSON.
  package var topicsJSON: JSON {
    list(
      "topics",
      topics.map { topic in
        [
          "id": .string(topic.id), "title": .string(topic.title), "also": .strings(topic.also),
          "fields": .strings(topic.fields), "isMain": .boolean(topic.id == edition.topics.first),
        ]
      })
  }

  /// The codes as JSON.
  package var codesJSON: JSON { list("codes", cards.map(\.json)) }

  /// The sources as JSON.
  package var sourcesJSON: JSON { list("sources", sources.map(\.json)) }

  private func list(_ key: String, _ entries: [JSON]) -> JSON {
    .object([
      ("format", .integer(jsonFormatVersion)), (key, .array(entries)), ("edition", .string(edition.id)),
      ("version", .string(edition.version)), ("notice", .string(edition.notice)),
    ])
  }
}

extension CodeCard {
  /// What the lists say of a code, as JSON.
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

extension Code.Life {
  /// The life as the end of a bracket; empty when both ends are open.
  var text: String {
    (period.from.map { ", since \($0)" } ?? "") + (period.through.map { ", until \($0)" } ?? "")
      + (replacedBy.isEmpty ? "" : ", then \(replacedBy.joined(separator: " "))")
  }
}
