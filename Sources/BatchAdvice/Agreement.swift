import CodingRules

/// Whether the billed codes match the advice.
enum Agreement: String, Sendable {
  case agrees
  case differs
}

/// The procedure codes billed for a row.
struct BilledCodes {
  let codes: [String]
  /// The text, if it has digits but no code.
  private let unreadable: String?

  /// Extracts the codes from a cell, with any separators.
  init(_ text: String) {
    let words = text.uppercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    codes = words.filter { CodeRange.isCode($0) }.uniqued()
    unreadable = codes.isEmpty && text.contains(where: \.isNumber) ? text : nil
  }

  /// Explains how the codes differ from the advice; nil if they agree.
  ///
  /// - Parameter isCovered: Whether the rules cover a code; others are ignored.
  func difference(
    from advice: [AdviceSummary], on day: CalendarDay, isCovered: (String) -> Bool
  ) -> String? {
    let lines = advice.flatMap(\.lines)
    let devices = advice.flatMap(\.devices).uniqued(by: \.id)
    let missing = lines.filter { line in !codes.contains(where: line.codes.contains) }
    let extra = codes.filter(isCovered).filter { code in
      !lines.contains { $0.codes.contains(code) } && !devices.contains { $0.isBilled(as: code, on: day) }
    }
    if missing.isEmpty, extra.isEmpty, unreadable == nil { return nil }
    let reported = lines.isEmpty ? "nothing" : lines.map(\.text).joined(separator: " ")
    let reasons = extra.compactMap { advice.reason(against: $0) }
    let parts = devices.map { "The work is part of: \($0.label)." }
    return (["\(billed); to report: \(reported)."] + reasons + parts).joined(separator: " ")
  }

  /// What was billed, for the beginning of a sentence.
  private var billed: String {
    if let unreadable { return "'\(excerpt(unreadable))' is not a code such as D0470" }
    return codes.isEmpty ? "Nothing was billed" : "Billed \(codes.joined(separator: " "))"
  }
}

extension Device {
  /// Whether a code is one of the device's own on a day.
  fileprivate func isBilled(as code: String, on day: CalendarDay) -> Bool {
    codes(on: day).contains { $0.contains(code) }
  }
}

extension [AdviceSummary] {
  /// The reason for not reporting a code, if the advice gives one.
  fileprivate func reason(against code: String) -> String? {
    if contains(where: { $0.notSeparately.contains(code) }) { return "\(code) is not billed separately." }
    let ranges = flatMap(\.devices).flatMap(\.ranges).map(\.codes)
    return ranges.contains { $0.contains(code) } ? "\(code) is not in force on the date of service." : nil
  }
}
