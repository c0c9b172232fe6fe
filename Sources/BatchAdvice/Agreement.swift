import CodingRules

/// Whether what was billed is what is to be reported.
enum Agreement: String, Sendable {
  case agrees
  case differs
}

/// Procedure codes that were billed for a row.
struct BilledCodes {
  let codes: [String]

  /// Takes the codes out of a cell, whatever separates them.
  init(_ text: String) {
    let words = text.uppercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    codes = words.filter { CodeRange.isCode($0) }.uniqued()
  }

  /// Why they are not what advice says; nil when they are.
  ///
  /// - Parameter isCovered: Whether the rules know a code; of the others they say nothing.
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
  /// Why a code is not to be reported; nil when none is given.
  fileprivate func reason(against code: String) -> String? {
    if contains(where: { $0.notSeparately.contains(code) }) { return "\(code) is not billed separately." }
    let devices = flatMap(\.includedIn)
    if !devices.isEmpty { return "\(code): the work is included in \(devices.joined(separator: ", "))." }
    return nil
  }
}
