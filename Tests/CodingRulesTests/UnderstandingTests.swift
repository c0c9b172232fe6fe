import Foundation
import StrictJSON
import Testing

@testable import CodingRules

/// Office sentences, read with the standard book.
struct UnderstandingTests {
  static let book = RuleBook.standard
  static let reader = book.sentenceReader

  /// Returns a reading in shorthand: `model[purpose=device device=crown] {claim=dental} 2026-03-02
  /// ?splint,…`.
  static func short(_ reading: Reading) -> String {
    func answers(_ stated: [StatedAnswer]) -> String {
      stated.map { "\($0.field)=\($0.answer)" }.joined(separator: " ")
    }
    var parts = reading.services.map { "\($0.topic)[\(answers($0.stated))]" }
    if !reading.facts.isEmpty { parts.append("{\(answers(reading.facts))}") }
    if let date = reading.date { parts.append("\(date)") }
    parts += reading.ambiguities.map { "?" + $0.could.joined(separator: ",") }
    return parts.joined(separator: " ")
  }

  @Test(arguments: [
    ("night guard", "model[purpose=device device=occlusal-guard]"),
    ("Nightguard", "model[purpose=device device=occlusal-guard]"),
    ("3 photos, 2 scans", "photographs[] ?model,cbct"),
    ("pano 2 see if the implant fits", "panoramic[]"),
    (
      "we scanned both arches and the lab sent back printed models for the case presentation",
      "model[purpose=diagnostic capture=intraoral-scan printed=lab]"
    ),
    ("scanned", "?model,cbct"),
    ("splint, and took a scan", "?splint,model.device=occlusal-guard,model.device=tmj-orthotic ?model,cbct"),
    ("2 study the case", ""), ("2 ceph", "cephalometric[]"),
    ("is the pano not billable", "panoramic[]"), ("abcdefghijklmnopqrstuvwx", ""),
    ("sent to the lab", ""),
    (
      "alginates for NG, iTero for study",
      "model[purpose=device device=occlusal-guard] model[purpose=diagnostic capture=intraoral-scan]"
    ),
    ("pano and ceph taken", "panoramic[source=exposed] cephalometric[source=exposed]"),
    (
      "took and read pano and ceph",
      "panoramic[source=exposed role=capture-and-read] cephalometric[source=exposed role=capture-and-read]"
    ),
    ("CBCT and pano taken", "cbct[] panoramic[]"),
    ("prophy, fluoride, OHI", ""),
    ("did a pano for implant #19, full report by doctor", "panoramic[]"), ("did doctor take a pano", ""),
    ("2 intraoral scans", "model[capture=intraoral-scan]"),
    ("scanned old casts with itero", "model[capture=scan-of-model]"), ("old casts on file", ""),
    ("exam with itero scan", "evaluation[] model[capture=intraoral-scan]"),
    ("virtual treatment simulation", "planning[]"),
    (
      "scanned with itero and simulated the treatment", "model[capture=intraoral-scan simulated=simulated]"
    ),
    ("redid study models in stone", "model[purpose=diagnostic capture=stone-cast]"),
    ("only cbct", "cbct[]"), ("models from cbct only", "model[capture=volume-only]"),
    ("ceph from cbct", "cephalometric[source=derived]"),
    ("limited exam, tooth broke", "evaluation[exam-kind=problem]"),
    ("guide printed, itero and cbct merged", "guide[] planning[work=merged]"),
    (
      "pano taken, ceph and photos measured",
      "panoramic[source=exposed] cephalometric[analysis=yes] photographs[]"
    ),
    ("face scan merged with itero and cbct", "planning[work=merged]"),
    ("pt had cbct at imaging center, we read it", "cbct[]"),
    ("pt had cbct at imaging center, we read it and wrote report", "cbct[role=read-only]"),
    (
      "pt had a pano at old office, took ceph and read it",
      "cephalometric[source=exposed role=capture-and-read]"
    ),
    ("pt had cbct at imaging center", ""),
    ("pano from the cbct", "panoramic[source=derived]"),
  ])
  func sentenceIsRead(_ text: String, _ expected: String) {
    #expect(Self.short(Self.reader.read(text)) == expected)
  }

  /// Remarks that say nothing about services change no reading; only sentences of a few words, which
  /// are read as a whole, are left out.
  @Test(arguments: [
    ("", ", pt had no questions"), ("", ". Pt left happy."), ("", " - Jen"), ("", ", room 3"),
    ("", ", called pt"), ("", ", pt doing great"), ("CC: none. ", ""), ("note: ", ""), ("BP 120/80. ", ""),
    ("10am ", ""),
  ]) func remarksChangeNothing(_ before: String, _ after: String) {
    for sentence in Self.book.sentences.map(\.text) where sentence.split(separator: " ").count > 6 {
      let text = after.isEmpty ? sentence : sentence.trimmingCharacters(in: [".", "?", "!", " "])
      let (alone, remarked) = (Self.reader.read(text), Self.reader.read(before + text + after))
      #expect(Self.short(alone) == Self.short(remarked), "\(before + text + after)")
    }
  }

  @Test(arguments: [
    ("no pano, ceph or photos today", ""), ("exam, no pano until next year", "evaluation[]"),
    ("exam and pano next year", ""), ("nxt visit: scan for crown", ""),
    ("pano taken, dr to review fri", "panoramic[source=exposed]"),
    ("no pano since 2018, took one today", "panoramic[source=exposed]"),
    ("due for ceph, took it", "cephalometric[source=exposed]"),
    ("pano last year, dr took it", ""), ("declined pano, took it home", ""),
    ("no pano, took photos", "photographs[]"),
    ("ceph not taken", ""),
    ("CBCT but no pano", "cbct[]"),
    ("scanned both arches, nothing printed", "model[capture=intraoral-scan printed=no]"),
    ("scanned both arches, not printed yet", "model[capture=intraoral-scan]"),
    ("scanned the alginate instead of pouring it", "model[capture=scan-of-impression]"),
    ("will take a pano and ceph", ""),
    ("pano today, ceph next visit", "panoramic[]"),
    ("Tx plan: crown 3, night guard", ""), ("t/p: cbct, guide", ""),
    ("CBCT recommended", ""),
    ("need a code for a pano", "panoramic[]"),
    ("pano last year", ""),
    ("old stone models scanned today", "model[capture=scan-of-model]"),
    ("scanned last year, printed models here today", "model[printed=office]"),
    ("pt broke her old night guard", ""),
    ("no pano needed; study models taken", "model[purpose=diagnostic]"),
  ])
  func deniedPlannedAndPastAreNotStated(_ text: String, _ expected: String) {
    #expect(Self.short(Self.reader.read(text)) == expected)
  }

  @Test(arguments: [
    ("ceph taken on our pan/ceph unit", "cephalometric[source=exposed]"),
    ("before/after photos", "photographs[]"),
    ("inlay/onlay impression", "model[purpose=device device=inlay-onlay]"),
    ("pud/pld imps", "model[purpose=device device=partial-denture]"),
    ("pano/ceph taken", "panoramic[source=exposed] cephalometric[source=exposed]"),
    ("study model/scan", "model[purpose=diagnostic]"),
  ])
  func aSlashDividesOutsideOfPhrases(_ text: String, _ expected: String) {
    #expect(Self.short(Self.reader.read(text)) == expected)
  }

  @Test(arguments: [
    ("pano, ceph, will send to lab later", "panoramic[] cephalometric[]"),
    ("pano and ceph, lab will print models later", "panoramic[] cephalometric[]"),
    ("pano, ceph, will take later", ""),
    ("pano, ceph, dr will take later", ""),
    ("pano, ceph and photos will be sent later", ""),
    ("pano, ceph later", ""),
  ])
  func aPlanThatIsAClauseOfItsOwnIsNotSpread(_ text: String, _ expected: String) {
    #expect(Self.short(Self.reader.read(text)) == expected)
  }

  @Test(arguments: [
    ("pt. had pano taken", "panoramic[source=exposed]"),
    ("alginate imp. poured for ortho tx. planning", "model[purpose=diagnostic capture=stone-cast]"),
    ("ceph taken for pt. Pano declined", "cephalometric[source=exposed]"),
    ("no pano. ceph taken", "cephalometric[source=exposed]"),
    ("pt.", ""), ("pt. ", ""), (". pano", "panoramic[]"),
  ])
  func aPeriodAfterAnAbbreviationEndsNoSentence(_ text: String, _ expected: String) {
    #expect(Self.short(Self.reader.read(text)) == expected)
  }

  /// With a topic, a sentence that names no service is about it.
  @Test(arguments: [
    ("printed it here on sprintray", "model[printed=office]"), ("scanned", "model[]"),
    ("the weather", "model[]"), ("pano taken and read here", "model[]"),
    ("no models, printed nothing", "model[printed=no]"),
  ])
  func aTopicIsWhatTheSentenceIsAbout(_ text: String, _ expected: String) throws {
    let topic = try #require(RuleBook.standard.topic("model"))
    #expect(Self.short(Self.reader.read(text, of: topic)) == expected)
  }

  @Test(arguments: [
    ("we printed models", "model[printed=office]"),
    ("we scanned both arches and printed models", "model[capture=intraoral-scan printed=office]"),
    ("we scanned both arches and the models were printed", "model[capture=intraoral-scan]"),
    ("models printed by the lab", "model[printed=lab]"),
    ("pano taken by the orthodontist, read here with a report", "panoramic[source=exposed role=read-only]"),
    ("os took pan and ceph", "panoramic[source=exposed] cephalometric[source=exposed]"),
    ("ortho down the hall took ceph, we traced it", "cephalometric[source=exposed]"),
    ("took a pano, the radiologist will read it", "panoramic[source=exposed role=capture-only]"),
    ("took a pano for the orthodontist", "panoramic[source=exposed]"),
    ("ceph traced here, taken @ ortho", "cephalometric[source=exposed]"),
    ("pano taken at the imaging center", "panoramic[source=exposed]"),
    ("Dr. Kim's office sent a CBCT, only looked at", "cbct[role=viewed]"),
  ])
  func performerIsRecognized(_ text: String, _ expected: String) {
    #expect(Self.short(Self.reader.read(text)) == expected)
  }

  @Test(arguments: [
    ("the ceph machine needs calibration", ""),
    ("model release form signed", ""),
    ("sterilized the impression trays", ""),
    ("can I charge for storage of study models", ""),
    ("mounted the television in op 3", ""),
    ("shelved printed models", ""),
    ("study casts poured, then scanned for the archive", "model[purpose=diagnostic]"),
    ("Vatech pano taken for a swollen jaw", "panoramic[source=exposed]"),
    ("photos of a cracked molar", "photographs[]"),
    ("is the pano covered?", "panoramic[]"),
    ("who is the model on our website?", ""),
    ("when was the pano taken?", ""), ("hi, can you send me the CBCT we discussed", ""),
  ])
  func foreignWordsAndQuestionsLeaveAnswersOpen(_ text: String, _ expected: String) {
    #expect(Self.short(Self.reader.read(text)) == expected)
  }

  @Test(arguments: [
    (
      "face scan and an intraoral scan taken", "model[capture=face-scan] model[capture=intraoral-scan]"
    ),
    ("intraoral scan, then the face was scanned", "model[capture=intraoral-scan] model[capture=face-scan]"),
    (
      "took a pano and a cbct, made another pano from the cbct",
      "panoramic[] cbct[] panoramic[source=derived]"
    ),
    ("took pano, blurry, took another pano", "panoramic[source=exposed]"),
    ("poured alginates for study models and itero scan for study", "model[purpose=diagnostic]"),
    ("custom tray made on the study model", "model[]"),
    ("our doctor read the cone beam another office took", "cbct[]"),
  ])
  func contradictionsAreSeparateServicesOrLeftOpen(_ text: String, _ expected: String) {
    #expect(Self.short(Self.reader.read(text)) == expected)
  }

  @Test func wordsAreThoseThatStateTheAnswers() throws {
    let reading = Self.reader.read("Scanned w/ iTero for ortho records; models printed by OrthoLab")
    let service = try #require(reading.services.first)
    #expect(service.stated.map(\.words) == ["records", "iTero", "printed by OrthoLab"])
  }

  @Test func correctionsAndUnusedWordsAreReported() {
    let reading = Self.reader.read("hard gaurd impresion, purple sparkles")
    #expect(
      reading.corrections == [
        Correction(written: "gaurd", asWord: "guard"), Correction(written: "impresion", asWord: "impression"),
      ])
    #expect(reading.unused == ["purple sparkles"])
  }

  @Test(arguments: [
    ("invis scan", [Correction(written: "invis", asWord: "invisalign")]),
    ("itero of both arces", [Correction(written: "arces", asWord: "arches")]),
    (
      "crns prepd and scanned",
      [
        Correction(written: "crns", asWord: "crowns"), Correction(written: "prepd", asWord: "prepped"),
      ]
    ),
    ("itero for study models insted", []),
    ("no cephh, pano", []),
  ])
  func correctionsOfUnusedWordsAreNotReported(_ text: String, _ corrections: [Correction]) {
    #expect(Self.reader.read(text).corrections == corrections)
  }

  @Test func ordinaryWordsAreNotCorrected() {
    let text = "shade painted beach model motel crowd bride pointed situation"
    #expect(Self.reader.read(text).corrections == [])
  }

  @Test func theJSONIsAContract() {
    let reading = Self.reader.read("gaurd scan 3/2/26; splint adjusted, dental claim")
    let json = String(decoding: reading.json.bytes(.compact), as: UTF8.self)
    #expect(
      json == """
        {"services":[{"topic":"model","answers":{"purpose":{"answer":"device","words":"gaurd"}}}],\
        "facts":{"claim":{"answer":"dental","words":"dental claim"}},"date":"2026-03-02","ask":[],\
        "unused":["splint adjusted"],"corrections":[{"read":"gaurd","as":"guard"}]}
        """)
  }
}
