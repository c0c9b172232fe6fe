/// The kinds of detail a claim can give about a line.
package struct LineFacts: OptionSet, Sendable {
  package let rawValue: UInt8

  /// Creates a set from its bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// An area of the mouth.
  package static let area = LineFacts(rawValue: 1)
  /// A tooth.
  package static let tooth = LineFacts(rawValue: 2)
  /// A narrative: remarks or a description.
  package static let narrative = LineFacts(rawValue: 4)
  /// An attachment: a report, images, models.
  package static let attachment = LineFacts(rawValue: 8)
  /// The indicator for orthodontic treatment.
  package static let orthodontic = LineFacts(rawValue: 16)

  /// The name each fact has in rules and the phrase for it in findings.
  static let named: [(name: String, fact: LineFacts, phrase: String)] = [
    ("area", .area, "an area"), ("tooth", .tooth, "a tooth"), ("narrative", .narrative, "a narrative"),
    ("attachment", .attachment, "an attachment"), ("orthodontic", .orthodontic, "the mark for orthodontics"),
  ]

  /// All facts.
  static let all = named.reduce(into: LineFacts()) { $0.formUnion($1.fact) }

  /// The names as used in rules.
  var names: [String] { Self.named.filter { contains($0.fact) }.map(\.name) }

  /// Returns the phrases for the facts, joined by a word.
  func phrase(joinedBy word: String) -> String {
    Self.named.filter { contains($0.fact) }.map(\.phrase).joined(by: " \(word) ")
  }
}

/// Areas of the mouth.
package struct MouthAreas: OptionSet, Sendable {
  package let rawValue: UInt8

  /// Creates a set from its bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The areas as written on claims: by number, or by the abbreviation some programs use.
  private static let named: [(number: String, letters: String, area: MouthAreas)] = [
    ("00", "FM", MouthAreas(rawValue: 1)), ("01", "UA", MouthAreas(rawValue: 2)),
    ("02", "LA", MouthAreas(rawValue: 4)), ("10", "UR", MouthAreas(rawValue: 8)),
    ("20", "UL", MouthAreas(rawValue: 16)), ("30", "LL", MouthAreas(rawValue: 32)),
    ("40", "LR", MouthAreas(rawValue: 64)),
  ]

  /// Parses an area; nil if it is unknown.
  package init?(_ text: String) {
    let known = Self.named.first { $0.number == text || $0.letters == text.uppercased() }
    guard let known else { return nil }
    self = known.area
  }

  /// The numbers of the areas.
  var numbers: [String] { Self.named.filter { contains($0.area) }.map(\.number) }
}
