/// A line of the answer about a service.
struct AnswerLine {
  /// The status of the line's code.
  enum Kind: String {
    /// It is reported.
    case report
    /// It is included in a device.
    case included
    /// It was not in force.
    case notInForce
    /// There is none.
    case nothing
  }

  let kind: Kind
  let code: String
  let label: String
  let reason: String
}

extension Advice {
  /// The answer line by line: reported, not in force, included in a device, or nothing.
  var lines: [AnswerLine] {
    let reported = report.map(\.value).map { line in
      AnswerLine(
        kind: .report, code: line.procedure.shortCode, label: line.procedure.label,
        reason: line.reason.text.firstSentence)
    }
    let ended = notInForce.map(\.value).map { code in
      AnswerLine(
        kind: .notInForce, code: code.service.description, label: "Not in force on \(basis.day)",
        reason: explanation(of: code))
    }
    let devices = includedIn.map(\.value).map { inclusion in
      AnswerLine(
        kind: .included, code: inclusion.device.codesText(on: basis.day),
        label: "Bill the \(inclusion.device.label.lowercasedFirst) alone, with its own code",
        reason: inclusion.reason.text.firstSentence)
    }
    let lines = reported + ended + devices
    guard lines.isEmpty else { return lines }
    return nothing.map {
      AnswerLine(kind: .nothing, code: "No code", label: "Nothing to report", reason: $0.value.text)
    }
  }
}

extension AdviceView {
  /// The outcome of the whole visit in one sentence.
  var headline: String {
    let codes = services.flatMap(\.report).map(\.value.procedure.shortCode)
    let devices = services.flatMap(\.includedIn).map(\.value.device).map {
      "the \($0.label.lowercasedFirst) with its own code (\($0.codesText(on: basis.day)))"
    }
    let notInForce = services.flatMap(\.notInForce).map(\.value.service.description)
    var parts = codes.isEmpty ? [] : ["report \(codes.joined(by: ", "))"]
    if !devices.isEmpty { parts.append("bill \(devices.uniqued().joined(by: ", "))") }
    if !notInForce.isEmpty { parts.append("\(notInForce.joined(by: ", ")) was not in force") }
    if parts.isEmpty { parts = ["nothing to report"] }
    let count = remarks(.error).count + allWarnings.count
    let warnings = count == 0 ? "" : count == 1 ? " – with a warning" : " – with \(count) warnings"
    let sentence = parts.joined(separator: "; ")
    return sentence.prefix(1).uppercased() + sentence.dropFirst() + warnings
  }

  /// The warnings to heed before billing: dates, announced changes, combinations of codes.
  var allWarnings: [String] { warnings + announced.map(\.text) + remarks(.warning) }

  /// The date, edition and publishers behind the advice, in one line.
  var basisLine: String {
    let cited = Citations.publishers(of: services, max: 3)
    return (cited.isEmpty ? "" : "Sources: \(cited). ")
      + "Date of service \(basis.day). \(basis.edition.line)"
  }
}
