/// The sources cited on a page, numbered from 1 in order of first citation.
struct Citations {
  private(set) var sources: [Source] = []

  /// Returns the statement's text with its source numbers and locations, and whether it is derived.
  ///
  /// - Parameter day: The date of service, for a remark on the age of a payer statement.
  mutating func cited(_ statement: Statement, on day: CalendarDay? = nil) -> String {
    var text = day.map(statement.text) ?? statement.text
    for citation in statement.evidence.citations {
      text += " ["
      text += String(number(of: citation.source))
      if let at = citation.at { text += " " + at }
      text += "]"
    }
    return statement.evidence.isDerived ? text + " [our derivation]" : text
  }

  /// Writes the sources with their numbers.
  func write(on page: inout TextPage) {
    for (index, source) in sources.enumerated() {
      page.item("[\(index + 1)]", source.citation, hang: 5)
    }
  }

  /// Writes the two views of a point on which sources disagree.
  mutating func write(_ dissent: Dissent, on page: inout TextPage) {
    page.bullet(dissent.about)
    page.item("we follow:", cited(dissent.ours), indent: 4, hang: 12)
    page.item("other view:", cited(dissent.other), indent: 4, hang: 12)
  }

  /// Returns the number of a source, which is a new one if it has not been cited.
  mutating func number(of source: Source) -> Int {
    for index in sources.indices where sources[index].id == source.id { return index + 1 }
    sources.append(source)
    return sources.count
  }
}

extension Citations {
  /// Returns the publishers of the sources behind the outcome of advice.
  static func publishers(of services: [Advice]) -> String {
    let reasons = services.flatMap { advice in
      advice.report.map(\.value.reason) + advice.includedIn.map(\.value.reason) + advice.nothing.map(\.value)
        + advice.notSeparately.map(\.value.reason)
    }
    return reasons.flatMap(\.sources).publishers
  }
}

extension [Source] {
  /// The first publishers without duplicates, highest weight first, with their kind unless obvious.
  var publishers: String {
    let cited = uniqued(by: \.publisher)
    let sources = Source.Weight.allCases.flatMap { weight in cited.filter { $0.weight == weight } }
    let named = sources.prefix(3).map { source in
      let year = source.date.map { " " + String($0.prefix(4)) } ?? ""
      return source.publisher + year + (source.weight == .a ? "" : ", \(source.weight.meaning)")
    }
    let more = sources.count - named.count
    return named.joined(by: "; ") + (more > 0 ? "; \(more) more" : "")
  }
}

extension Source {
  /// The source on one line: publisher, title, date, kind, id.
  var citation: String {
    var line = publisher
    for part in [": ", title, date == nil ? "" : ", ", date ?? "", " (", weight.meaning, "; ", id, ")"] {
      line += part
    }
    return line
  }

  /// The address if it is one of the web, of characters that need no escape in any format.
  var webAddress: String? {
    guard let address, address.hasPrefix("https://") || address.hasPrefix("http://") else { return nil }
    let isPlain = address.utf8.allSatisfy {
      0x20 < $0 && $0 < 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
    }
    return isPlain ? address : nil
  }
}

extension Statement {
  /// Returns the text, with a remark if it is a payer statement that is old, undated or unconfirmed.
  func text(on day: CalendarDay) -> String {
    guard let payerDate else { return text }
    guard let asOf = payerDate.asOf else { return text + " (The date of this rule is not known.)" }
    if payerDate.isOld(on: day) {
      return text + " (As of \(asOf), more than \(PayerDate.maxYears) years before this date of service.)"
    }
    return payerDate.isConfirmed ? text : text + " (As of \(asOf). Nobody has confirmed it since.)"
  }
}

extension Code.Scope {
  /// The use the code covers, preceded by its dates.
  var dated: Statement {
    Statement(
      text: period == .always ? statement.text : "\(period.bounds): \(statement.text)",
      evidence: statement.evidence)
  }
}

extension Statement {
  /// The text with its publishers in parentheses, for a screen.
  var withPublishers: String {
    let publishers = sources.publishers
    return publishers.isEmpty ? text : "\(text) (\(publishers))"
  }
}
