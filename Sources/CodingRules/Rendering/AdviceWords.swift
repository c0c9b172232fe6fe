extension Basis {
  /// What is to be said loudly when the rules were not reviewed for the date of service; nil when they were.
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

  /// What is to be said of codes, devices and payer statements that nobody has confirmed; nil when there are none.
  package func warning(ofUnreviewed names: [String]) -> String? {
    if names.isEmpty { return nil }
    return "Not confirmed for \(edition.title): \(names.joined(by: ", ")). Check these before you report."
  }
}

extension Advice {
  /// The outcome in one sentence.
  package var summary: String {
    if !report.isEmpty { return "In short: report \(reported.joined(by: " "))." }
    if let device = includedIn.first?.value.device {
      return "In short: report the \(device.label.lowercasedFirst) alone; this work is part of it."
    }
    if !notInForce.isEmpty { return "In short: the code was not in force on \(basis.day)." }
    return "In short: nothing to report."
  }

  /// When the code is in force, what was in force in its place, or what to think of when nothing was.
  package func explanation(of notInForce: NotInForce) -> String {
    let period = notInForce.service.code.life.period
    let life =
      if let from = period.from, basis.day < from {
        "\(notInForce.service.code.id) is in force only from \(from) on."
      } else if let end = period.through {
        "\(notInForce.service.code.id) ended on \(end)."
      } else {
        "\(notInForce.service.code.id) is not in force."
      }
    if let fallback = notInForce.fallback {
      return
        "\(life) No code was in force in its place. Think of \(fallback.procedure). \(fallback.reason.text)"
    }
    let others = notInForce.instead.map { "\($0.id) (\($0.label))" }
    return "\(life) In force on that day: \(others.joined(separator: ", "))."
  }
}

extension Procedure {
  /// What the procedure is called, in our words.
  var label: String {
    switch self {
    case .code(let service): "\(service.code.label) (\(service.code.system.rawValue))"
    case .range: "choose within this range: \(codes.map(\.label).joined(by: " … "))"
    case .oneOf(let services):
      "the payer decides: " + services.map { "\($0) \($0.code.label)" }.joined(separator: ", or ")
    }
  }
}

extension String {
  /// The text with its first letter in lower case, to stand inside a sentence.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
