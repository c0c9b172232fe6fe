import Testing

@testable import CodingRules

/// What a clause of a sentence says of others, with the standard book.
struct UnderstandingClausesTests {
  private static let guardWork = "model[purpose=device device=occlusal-guard]"

  private func short(_ text: String) -> String {
    UnderstandingTests.short(UnderstandingTests.reader.read(text))
  }

  /// A thing that needs no act when it stands alone needs none beside remarks.
  @Test(arguments: [
    ("night guard, pt happy", guardWork), ("night guard. pt happy", guardWork),
    ("crown #30. pt happy", "model[purpose=device device=crown]"),
    ("night guard, delivered", ""), ("night guard, called pt", ""), ("night guard, nv", ""),
    ("night guard, crown, pt happy", ""), ("night guard wibble, pt happy", ""),
    ("night guard for mom and dad at night, pt happy", ""),
  ]) func aThingStandsAloneBesideRemarks(_ text: String, _ expected: String) {
    #expect(short(text) == expected)
  }

  /// A list shares an act that leaves no service to its things only with "and", and with things alone.
  @Test(arguments: [
    ("alginates, night guard, crown seated", guardWork), ("seat crown 30, scan for nightguard", guardWork),
    ("seat crown and scan for nightguard", guardWork),
    ("adjust ng and scan for crown", "model[purpose=device device=crown]"),
    ("alginates, night guard and crown seated", "model[]"), ("crown and bridge seated", ""),
    ("scan for night guard, crown seated", guardWork), ("pano, models tossed", "panoramic[]"),
  ]) func anActIsSharedWithWhatItCanBeDoneTo(_ text: String, _ expected: String) {
    #expect(short(text) == expected)
  }
}
