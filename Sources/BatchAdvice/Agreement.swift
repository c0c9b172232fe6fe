import CodingRules

/// Whether the billed codes match the advice.
enum Agreement: String, Sendable {
  case agrees
  case differs
}

/// The procedure codes billed for a row.
struct BilledCodes {
  let codes: [String]

  /// Extracts the codes from a cell, with any separators.
  init(_ text: String) {
    let words = text.uppercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    codes = words.filter { CodeRange.isCode($0) }.uniqued()
  }

  /// Explains how the codes differ from the advice; nil if they agree.
  ///
  /// - Parameter isCovered: Whether the rules cover a code; others are ignored.
  func difference(from advice: [AdviceSummary], isCovered: (String) -> Bool) -> String? {
    let lines = advice.flatMap(\.lines)
    let missing = lines.filter { line in !codes.contains(where: line.codes.contains) }.map(\.text)
    let extra = codes.filter(isCovered).filter { code in !lines.contains { $0.codes.contains(code) } }
    if missing.isEmpty, extra.isEmpty { return nil }
    let reported = lines.isEmpty ? "nothing" : lines.map(\.text).joined(separator: " ")
    let billed = codes.isEmpty ? "Nothing was billed" : "Billed \(codes.joined(separator: " "))"
    return (["\(billed); to report: \(reported)."] + extra.compactMap { advice.reason(against: $0) })
      .joined(separator: " ")
  }
}

extension [AdviceSummary] {
  /// The reason for not reporting a code, if the advice gives one.
  fileprivate func reason(against code: String) -> String? {
    if contains(where: { $0.notSeparately.contains(code) }) { return "\(code) is not billed separately." }
    let devices = flatMap(\.includedIn)
    if !devices.isEmpty { return "\(code): the work is included in \(devices.joined(separator: ", "))." }
    return nil
  }
}
