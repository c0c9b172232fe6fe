extension Edition {
  /// The rules and the disclaimer.
  var line: String { "\(rules). \(notice)" }

  /// The version of the rules, and the edition that they are for.
  var rules: String { "Rules \(version) for \(title)" }
}

extension Period {
  /// The first and last day in words; empty if both ends are open.
  var bounds: String {
    [from.map { "from \($0)" }, through.map { "through \($0)" }].compactMap(\.self).joined(by: " ")
  }
}

extension Basis {
  /// The warning that the rules were not reviewed for the date of service; nil if they were.
  package var warning: String? {
    guard !isReviewed else { return nil }
    guard edition.isConfirmed else {
      return "Nobody has confirmed these rules for \(edition.title) yet. Check every code before you report."
    }
    return "These rules were reviewed for dates of service \(edition.period.bounds), not for \(day). "
      + "Codes may have changed: check the current edition before you report."
  }

  /// Returns a warning about unconfirmed codes and devices; nil if there are none.
  package func warning(ofUnconfirmed names: [String]) -> String? {
    if names.isEmpty { return nil }
    return "Not confirmed for \(edition.title): \(names.joined(by: ", ")). Check these before you report."
  }
}

extension Step {
  var sentence: String { "\(question.ask) \(answer.label)" }
}

extension Device {
  /// Returns the end of a sentence about reporting the device: its codes on a day, if any.
  func ownCode(on day: CalendarDay) -> String {
    let codes = codesText(on: day)
    return codes.isEmpty
      ? ". These rules know no code for it on \(day)." : ", with its own code (\(codes))."
  }
}

extension Procedure {
  /// The procedure in shorthand, with a word between the codes of a choice.
  var shortCode: String {
    if case .oneOf(let services) = self {
      services.map(\.description).joined(separator: " or ")
    } else {
      description
    }
  }

  /// The label of the procedure, in our own words.
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
  /// The text for use inside a sentence: the first letter in lower case, unless in an abbreviation.
  package var lowercasedFirst: String {
    dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
  }
}
