/// Values of the rules' own types, parsed from text.
extension Written {
  /// A day written `2026-01-31`.
  var day: CalendarDay? { parsed("a day written 2026-01-31") { CalendarDay($0) } }

  /// A code range such as `D2710-D2799`, or a single code.
  var codeRange: CodeRange? { parsed("a code or two codes joined by a hyphen", CodeRange.init) }

  /// Alternative codes, such as `D0801|D0364-D0368|device`.
  var codeGroup: CodeGroup? {
    let text = text
    let group = CodeGroup(text)
    if group == nil { fault(.badValue(text, expected: "codes, ranges or 'device', joined by '|'")) }
    return group
  }

  /// A code range with its days in force.
  var datedRange: DatedRange? {
    parsed("codes as 'D9944-D9946', and if need be 'since 2019-01-01' or 'until 2018-12-31'", DatedRange.init)
  }

  /// Days as keys, with the words of the expected outcome.
  var datedOutcomes: [DatedOutcome] {
    entries.compactMap { key, outcome in
      guard let day = CalendarDay(key) else {
        outcome.fault(.badValue(key, expected: "a day written 2026-01-31"))
        return nil
      }
      let words = (outcome.textIfAny ?? outcome.text).split(separator: " ").map(String.init)
      return DatedOutcome(day: day, outcome: words)
    }
  }

  /// Parses a year, month or day that is not later than a given day.
  func partialDate(until last: CalendarDay?) -> PartialDate? {
    let date = parsed("a year, a month or a day, as 2026, 2026-01 or 2026-01-31", PartialDate.init)
    if let date, let last, last < date.firstDay {
      fault(.badValue(date.description, expected: "a date not after the last review on \(last)"))
    }
    return date
  }

  /// Parses a year, month or day that is not later than a given day; nil for `unknown`.
  func knownDate(until last: CalendarDay?) -> PartialDate? {
    textIfAny == "unknown" ? nil : partialDate(until: last)
  }

  /// A URL that is safe to link to.
  var address: String {
    let address = text
    if file.isChecked { return address }
    let isAddress = ["https://", "http://"].contains { scheme in
      guard address.hasPrefix(scheme) else { return false }
      let host = address.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
      return host.contains(".") && !host.hasPrefix(".") && !host.hasSuffix(".")
        && address.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) }
    }
    if !isAddress {
      fault(.badValue(address, expected: "an address as https://example.org/page"))
    }
    return address
  }

  private func parsed<Value>(_ expected: String, _ parse: (String) -> Value?) -> Value? {
    guard let text = textIfAny else {
      wrongType(expected: expected)
      return nil
    }
    let value = parse(text)
    if value == nil { fault(.badValue(text, expected: expected)) }
    return value
  }
}
