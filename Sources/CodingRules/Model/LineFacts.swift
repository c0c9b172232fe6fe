/// What a claim can say about a line.
package struct LineFacts: OptionSet, Sendable {
  package let rawValue: UInt8

  /// Creates a set from its bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// An area of the mouth.
  package static let area = LineFacts(rawValue: 1)
  /// A tooth.
  package static let tooth = LineFacts(rawValue: 2)
  /// Words that describe the work: remarks or a description.
  package static let narrative = LineFacts(rawValue: 4)
  /// Something that goes with the claim: a report, images, models.
  package static let attachment = LineFacts(rawValue: 8)
  /// The mark of a claim for orthodontic treatment.
  package static let orthodontic = LineFacts(rawValue: 16)

  /// The facts by the names that rules use, with what findings call them.
  static let named: [(name: String, fact: LineFacts, phrase: String)] = [
    ("area", .area, "an area"), ("tooth", .tooth, "a tooth"), ("narrative", .narrative, "a narrative"),
    ("attachment", .attachment, "an attachment"), ("orthodontic", .orthodontic, "the mark for orthodontics"),
  ]

  /// All of them.
  static let all = named.reduce(into: LineFacts()) { $0.formUnion($1.fact) }

  /// The names that rules use.
  var names: [String] { Self.named.filter { contains($0.fact) }.map(\.name) }

  /// What the facts are called, joined by a word.
  func phrase(joinedBy word: String) -> String {
    Self.named.filter { contains($0.fact) }.map(\.phrase).joined(by: " \(word) ")
  }
}

/// Areas of the mouth.
package struct MouthAreas: OptionSet, Sendable {
  package let rawValue: UInt8

  /// Creates a set from its bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The areas as claims write them: by number, and by the abbreviation that some programs use.
  private static let named: [(number: String, letters: String, area: MouthAreas)] = [
    ("00", "FM", MouthAreas(rawValue: 1)), ("01", "UA", MouthAreas(rawValue: 2)),
    ("02", "LA", MouthAreas(rawValue: 4)), ("10", "UR", MouthAreas(rawValue: 8)),
    ("20", "UL", MouthAreas(rawValue: 16)), ("30", "LL", MouthAreas(rawValue: 32)),
    ("40", "LR", MouthAreas(rawValue: 64)),
  ]

  /// Reads an area; nil when it is none that is known.
  package init?(_ text: String) {
    let known = Self.named.first { $0.number == text || $0.letters == text.uppercased() }
    guard let known else { return nil }
    self = known.area
  }

  /// The areas by their numbers.
  var numbers: [String] { Self.named.filter { contains($0.area) }.map(\.number) }
}
