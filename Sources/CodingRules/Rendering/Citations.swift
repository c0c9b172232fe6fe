/// The sources that a page cites, numbered from 1 in the order in which they are first cited.
struct Citations {
  private(set) var sources: [Source] = []

  /// The statement's text, behind it the numbers of its sources with the locations, and whether we derived it.
  ///
  /// - Parameter day: The date of service, for a remark on the age of what a payer does.
  mutating func cited(_ statement: Statement, on day: CalendarDay? = nil) -> String {
    var text = statement.text
    if let remark = day.flatMap({ statement.payerDate?.remark(on: $0) }) { text += " " + remark }
    for citation in statement.evidence.citations {
      text += " ["
      text += String(number(of: citation.source))
      if let at = citation.at { text += " " + at }
      text += "]"
    }
    if statement.evidence.isDerived { text += " [our derivation]" }
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

extension PayerDate {
  /// What is to be said of a rule that is old on a date of service, or whose date nobody knows.
  fileprivate func remark(on day: CalendarDay) -> String? {
    guard let asOf else { return "(Date of this rule not known.)" }
    return isOld(on: day)
      ? "(As of \(asOf), more than \(Self.maxYears) years before this date of service.)" : nil
  }
}

extension Code.Scope {
  /// What the code covers, its dates before it.
  var dated: Statement {
    let bounds = [period.from.map { "from \($0)" }, period.through.map { "through \($0)" }]
    let dates = bounds.compactMap(\.self).joined(by: " ")
    return Statement(
      text: dates.isEmpty ? statement.text : "\(dates): \(statement.text)", evidence: statement.evidence)
  }
}
