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

extension Source {
  /// The source on one line: publisher, title, date, weight, id.
  var citation: String {
    var line = publisher
    for part in [
      ": ", title, date == nil ? "" : ", ", date ?? "", " (weight ", weight.rawValue, ", ", id, ")",
    ] {
      line += part
    }
    return line
  }
}
