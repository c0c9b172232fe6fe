/// The sources that a page cites, numbered from 1 in the order in which they are first cited.
struct Citations {
  private(set) var sources: [Source] = []

  /// The statement's text with the numbers of its sources behind it.
  mutating func cited(_ statement: Statement) -> String {
    var text = statement.text
    for place in statement.sources.indices {
      text += " ["
      text += String(number(of: statement.sources[place]))
      text += "]"
    }
    return text
  }

  private mutating func number(of source: Source) -> Int {
    for place in sources.indices where sources[place].id == source.id { return place + 1 }
    sources.append(source)
    return sources.count
  }
}

extension Citations {
  /// The publishers that the outcome of advice rests on, the weightiest first, each once and with what it is unless
  /// that goes without saying.
  static func publishers(of services: [Advice], max: Int) -> String {
    let reasons = services.flatMap { advice in
      advice.report.map(\.value.reason) + advice.includedIn.map(\.value.reason) + advice.nothing.map(\.value)
        + advice.notSeparately.map(\.value.reason)
    }
    let cited = reasons.flatMap(\.sources).uniqued(by: \.publisher)
    let sources = Source.Weight.allCases.flatMap { weight in cited.filter { $0.weight == weight } }
    let named = sources.prefix(max).map { source in
      let year = source.date.map { " " + $0.prefix(4) } ?? ""
      return source.publisher + year + (source.weight == .a ? "" : " (\(source.weight.meaning))")
    }
    let more = sources.count - named.count
    return named.joined(separator: "; ") + (more > 0 ? "; \(more) more" : "")
  }
}

extension Source {
  /// The source on one line: publisher, title, date, what it is, id.
  var citation: String {
    var line = publisher
    for part in [": ", title, date == nil ? "" : ", ", date ?? "", " (", weight.meaning, "; ", id, ")"] {
      line += part
    }
    return line
  }
}
