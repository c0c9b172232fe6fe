/// A device whose procedure includes the working impression or scan.
public struct Device: Hashable, Sendable {
  /// The id that rules and pipelines use.
  public let id: String
  /// The name that people read.
  public let label: String
  /// Other words people use for it.
  package let also: [String]
  /// The codes of its procedure over all dates, in order.
  package let ranges: [DatedRange]
  /// Those of its codes that the book lists, sorted.
  package let known: [Code]
  /// Which steps of making it are included.
  package let reason: Statement
  /// Examples: days and the codes in force on each.
  let dates: [DatedOutcome]
  /// Whether it was confirmed for the edition.
  package let confirmation: Confirmation

  /// Returns the codes of its procedure in force on a day.
  public func codes(on day: CalendarDay) -> [CodeRange] {
    ranges.filter { $0.period.contains(day) }.flatMap { $0.codes.inForce(known, on: day) }
  }
}

/// A range of related codes, including those the book does not list one by one.
package struct CodeFamily: Hashable, Sendable {
  /// The codes.
  package let codes: CodeRange
  /// What they are for.
  package let label: String
  /// The evidence for it.
  package let evidence: Evidence
}

/// A range of codes and the days on which all of them are in force.
package struct DatedRange: Hashable, Sendable, CustomStringConvertible {
  /// The codes.
  package let codes: CodeRange
  /// The days.
  package let period: Period

  /// Parses `D9944-D9946 since 2019-01-01` or `D9940 until 2018-12-31`; both dates are optional.
  package init?(_ text: String) {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)[...]
    guard let codes = words.popFirst().flatMap(CodeRange.init) else { return nil }
    func day(after word: String) -> CalendarDay?? {
      guard words.first == word else { return .some(nil) }
      return CalendarDay(words.dropFirst().first ?? "").map { day in
        words = words.dropFirst(2)
        return day
      }
    }
    guard let since = day(after: "since"), let until = day(after: "until"), words.isEmpty else { return nil }
    self.codes = codes
    period = Period(from: since, through: until)
  }

  /// The range as written in rule files.
  package var description: String {
    codes.description + (period.from.map { " since \($0)" } ?? "")
      + (period.through.map { " until \($0)" } ?? "")
  }
}

/// A range of codes, both ends included.
public struct CodeRange: Hashable, Sendable, CustomStringConvertible {
  /// The first code.
  package let first: String
  /// The last code; equal to `first` for a single code.
  package let last: String

  /// Parses a range such as `D2710-D2799`, or a single code.
  package init?(_ text: String) {
    let ends = text.parts(separatedBy: "-")
    guard let first = ends.first, let last = ends.last, ends.count <= 2,
      Self.isCode(first), Self.isCode(last), first <= last, first.utf8.first == last.utf8.first
    else { return nil }
    self.first = first
    self.last = last
  }

  private init(first: String, last: String) {
    self.first = first
    self.last = last
  }

  /// Returns the subranges left when known codes not in force on a day are removed.
  ///
  /// - Parameter known: The codes of the book, sorted.
  func inForce(_ known: [Code], on day: CalendarDay) -> [CodeRange] {
    let known = known.filter { contains($0.id) }
    var runs: [CodeRange] = []
    var run: CodeRange? = known.first?.id == first ? nil : CodeRange(first: first, last: first)
    for code in known {
      if code.life.period.contains(day) {
        run = CodeRange(first: run?.first ?? code.id, last: code.id)
      } else {
        runs += [run].compactMap(\.self)
        run = nil
      }
    }
    return runs + [run].compactMap(\.self).map { CodeRange(first: $0.first, last: last) }
  }

  /// Whether the range includes the code.
  public func contains(_ code: String) -> Bool { first <= code && code <= last }

  /// Whether the ranges share a code.
  package func overlaps(_ other: CodeRange) -> Bool { first <= other.last && other.first <= last }

  /// The range as written in rule files.
  public var description: String { first == last ? first : "\(first)-\(last)" }

  /// Whether the text has the form of a CDT, CPT or HCPCS code.
  package static func isCode(_ text: String) -> Bool {
    let isLettered = text.utf8.first.map { (UInt8(ascii: "A")...UInt8(ascii: "V")).contains($0) } ?? false
    let digits = isLettered ? text.utf8.dropFirst() : text.utf8[...]
    return text.utf8.count == 5 && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
