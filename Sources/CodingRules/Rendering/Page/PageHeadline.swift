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
    let cited = Citations.publishers(of: services)
    return (cited.isEmpty ? "" : "Sources: \(cited). ")
      + "Date of service \(basis.day). \(basis.edition.line)"
  }
}
