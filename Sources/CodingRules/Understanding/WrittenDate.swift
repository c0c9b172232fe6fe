/// Parsers of dates as offices write them.
enum WrittenDate {
  /// Parses a numeric date at an offset, and returns it with its end offset: `3/2/26`,
  /// `03-02-2026`, `2026-03-02`, but not the teeth `8/9/10`.
  static func day(in bytes: [UInt8], from start: Int) -> (day: CalendarDay, end: Int)? {
    guard let first = number(in: bytes, from: start), let mark = bytes.at(first.end),
      "/-.".utf8.contains(mark), let second = number(in: bytes, from: first.end + 1),
      bytes.at(second.end) == mark, let third = number(in: bytes, from: second.end + 1),
      bytes.at(third.end).map({ !$0.isASCIILetter && !$0.isDigit && $0 != mark }) ?? true
        || bytes.at(third.end) == UInt8(ascii: "."), first.length <= 4
    else { return nil }
    let day =
      if first.length == 4 {
        CalendarDay(year: first.value, month: second.value, day: third.value)
      } else if third.length == 2 || third.length == 4, second.length <= 2, first.length <= 2,
        (second.value, third.value) != (first.value + 1, first.value + 2)
      {
        CalendarDay(year: year(third.value, third.length), month: first.value, day: second.value)
      } else {
        CalendarDay?.none
      }
    return day.map { ($0, third.end) }
  }

  /// Parses a date with the name of a month, and returns it with its number of tokens.
  ///
  /// `March 2, 2026`, `Mar 2nd 26`, `2 March 2026`, `02-Mar-2026`; a date without a year is the last
  /// such day up to the reference, which it requires.
  static func day(in tokens: ArraySlice<Token>, _ reference: CalendarDay?) -> (day: CalendarDay, count: Int)?
  {
    let parts = tokens.indices.prefix(4).filter { tokens[$0].kind == .word || tokens[$0].kind == .number }
    guard parts.count >= 2 else { return nil }
    let (first, second) = (tokens[parts[0]].key, tokens[parts[1]].key)
    let month = self.month(first) ?? self.month(second)
    guard let month, let day = dayOfMonth(self.month(first) == nil ? first : second) else { return nil }
    if let third = parts.dropFirst(2).first, tokens[third].kind == .number,
      [2, 4].contains(tokens[third].key.utf8.count), let written = Int(tokens[third].key),
      let result = CalendarDay(year: year(written, tokens[third].key.utf8.count), month: month, day: day)
    {
      return (result, third - tokens.startIndex + 1)
    }
    return latest(month: month, day: day, notAfter: reference).map { ($0, 2) }
  }

  /// Returns the last day with this month and day that is not after the reference.
  static func latest(month: Int, day: Int, notAfter reference: CalendarDay?) -> CalendarDay? {
    guard let reference else { return nil }
    let days = (0...8).lazy.compactMap { CalendarDay(year: reference.year - $0, month: month, day: day) }
    return days.first { $0 <= reference }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]

  /// Returns the month for a name or its abbreviation.
  ///
  /// `may` is usually a verb, so callers require a number next to it.
  private static func month(_ key: String) -> Int? {
    guard key.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0 == key || key.utf8.count <= 4 && $0.hasPrefix(key) }.map { $0 + 1 }
  }

  private static func dayOfMonth(_ key: String) -> Int? {
    var digits = key
    for ending in ["st", "nd", "rd", "th"] where key.hasSuffix(ending) { digits.removeLast(2) }
    return digits.utf8.count <= 2 ? Int(digits) : nil
  }

  /// Returns the full year; two digits mean this century.
  private static func year(_ value: Int, _ length: Int) -> Int { length == 2 ? 2000 + value : value }

  private static func number(in bytes: [UInt8], from start: Int) -> (value: Int, length: Int, end: Int)? {
    var end = start
    var value = 0
    while end - start < 4, let byte = bytes.at(end), byte.isDigit {
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      end += 1
    }
    return end > start ? (value, end - start, end) : nil
  }
}

extension CalendarDay {
  /// Parses a date as offices write it: `3/2/2026`, `3/2/26`, `2026-03-02`, `Mar 2, 2026`; nil for
  /// any other text.
  package init?(written text: String) {
    let bytes = Array(text.trimmed.utf8)
    let tokens = Tokenizer(bytes).tokens
    if let (day, end) = WrittenDate.day(in: bytes, from: 0), end == bytes.count {
      self = day
    } else if let (day, count) = WrittenDate.day(in: tokens[...], nil), count == tokens.count {
      self = day
    } else {
      return nil
    }
  }
}

extension [UInt8] {
  fileprivate func at(_ offset: Int) -> UInt8? { indices.contains(offset) ? self[offset] : nil }
}
