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

  /// A plan for a thing does not reach a new act behind a comma; a plan to act does.
  @Test(arguments: [
    ("needs ng, took alginates", "model[]"),
    ("wants invisalign, scanned w itero", "model[capture=intraoral-scan]"),
    ("will scan and pour models", ""), ("plans to come back and take pano", ""),
    ("needs pano, ceph and photos", ""),
    ("ins asks for pan & pics", ""), ("mom asked for pano", ""),
    ("ortho requested pano, took it", "panoramic[source=exposed]"),
  ]) func aPlanEndsAtAnAct(_ text: String, _ expected: String) {
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

  /// What names no service is about the one that is named before it.
  @Test(arguments: [
    (
      "alginates for study models, poured in stone, and itero scan for night guard",
      "model[purpose=diagnostic capture=stone-cast] \(guardWork)"
    ),
    (
      "alginates for night guard, poured in stone, itero scan for study models",
      "\(guardWork) model[purpose=diagnostic capture=intraoral-scan]"
    ),
    (
      "pano taken, dr read it, and made another pano from cbct",
      "panoramic[role=capture-and-read] panoramic[source=derived]"
    ),
  ]) func aStepIsOfTheServiceBeforeIt(_ text: String, _ expected: String) {
    #expect(short(text) == expected)
  }

  @Test(arguments: [
    ("surgical splints, started 3/2", "splint[]"), ("1/2 surgical splints", "splint[]"),
    ("2 surgical splints", "splint[splint-count=two]"), ("surgical splints, 3/2/26", "splint[] 2026-03-02"),
  ]) func aDayCountsNothing(_ text: String, _ expected: String) {
    #expect(short(text) == expected)
  }

  /// Things that come with a service but are none themselves.
  @Test(arguments: [
    ("scanned old denture", "model[]"), ("scan of existing partial", "model[purpose=device]"),
    ("consult pt brought models", "evaluation[]"), ("np exam, mom brought models from ortho", "evaluation[]"),
    ("consult, pt brought models, we scanned them", "evaluation[] model[capture=scan-of-model]"),
    ("pt brought models", "model[]"), ("pano, models received from lab", "panoramic[] model[]"),
    ("ct planned on separate workstation", "planning[work=simulation computer=independent]"),
    ("cbct taken and planned in codiagnostix", "cbct[] planning[work=simulation]"), ("pano planned", ""),
  ]) func whatIsOnlyWorkedWithIsNoService(_ text: String, _ expected: String) {
    #expect(short(text) == expected)
  }
}
