extension Basis {
  /// A warning when the rules were not reviewed for the date of service; nil when they were.
  package var warning: String? {
    guard !isReviewed else { return nil }
    guard edition.isConfirmed else {
      return "Nobody has confirmed these rules for \(edition.title) yet. Check every code before you report."
    }
    let bounds = [edition.period.from.map { "from \($0)" }, edition.period.through.map { "through \($0)" }]
    let period = bounds.compactMap(\.self).joined(separator: " ")
    return "These rules were reviewed for dates of service \(period), not for \(day). "
      + "Codes may have changed: check the current edition before you report."
  }

  /// A warning of codes and devices that nobody has confirmed; nil when there are none.
  package func warning(ofUnconfirmed names: [String]) -> String? {
    if names.isEmpty { return nil }
    return "Not confirmed for \(edition.title): \(names.joined(by: ", ")). Check these before you report."
  }
}

extension Advice {
  /// When the code is in force, what was in force in its place, or what to consider when nothing was.
  package func explanation(of code: NotInForce) -> String {
    let (id, period) = (code.service.code.id, code.service.code.life.period)
    let start = period.from.flatMap { basis.day < $0 ? "\(id) took effect on \($0)." : nil }
    let end = period.through.flatMap { $0 < basis.day ? "\(id) ended on \($0)." : nil }
    let life = [start, end].compactMap(\.self).joined(by: " ")
    if let fallback = code.fallback {
      return
        "\(life) No code was in force in its place. Consider \(fallback.procedure). \(fallback.reason.text)"
    }
    if code.instead.isEmpty { return "\(life) No code was in force in its place." }
    let others = code.instead.map { "\($0.id) (\($0.label))" }
    return "\(life) Send the code of that day instead: \(others.joined(separator: ", or "))."
  }
}

extension Device {
  /// The end of a sentence that says to report the device: the codes of its procedure on a day, if there are any.
  func ownCode(on day: CalendarDay) -> String {
    let codes = codesText(on: day)
    return codes.isEmpty
      ? ". These rules know no code for it on \(day)." : ", with its own code (\(codes))."
  }
}

extension Procedure {
  /// What the procedure is called, in our words.
  var label: String {
    switch self {
    case .code(let service): "\(service.code.label) (\(service.code.system.rawValue))"
    case .range: "one code of this range: \(codes.map(\.label).joined(by: " … "))"
    case .oneOf(let services):
      "the payer decides: " + services.map { "\($0) \($0.code.label)" }.joined(separator: ", or ")
    }
  }
}

extension String {
  /// The text for use inside a sentence: its first letter in lower case, except in an abbreviation.
  package var lowercasedFirst: String {
    dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
  }
}
