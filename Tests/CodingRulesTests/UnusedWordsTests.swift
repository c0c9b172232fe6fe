import Testing

@testable import CodingRules

/// What a reading lists as not used, with the standard book.
struct UnusedWordsTests {
  static let reader = RuleBook.standard.sentenceReader
  static let day = CalendarDay("2026-03-02")

  @Test(arguments: [
    ("wibbles poured in stone for ortho records, pano", "wibbles poured in stone for ortho records"),
    ("pano and cone beem wibble", "cone beem wibble"),
    ("cbct of the florp, pano", "cbct of the florp"),
    ("took a pano, wibbled study models", "wibbled study models"),
    ("took pano and frobbed the ceph", "frobbed the ceph"),
    ("face scan zarped, pano taken", "face scan zarped"),
    ("guide frobbed by lab, cbct read in office", "guide frobbed by lab"),
    ("pano, impressions wibbled for retainer", "impressions wibbled for retainer"),
    ("pano, wibbles read by the radiologist", "wibbles read by the radiologist"),
    ("wibble scan of both arches for aligners", "wibble scan of both arches for aligners"),
    ("alginates for xylo, ceph traced", "xylo"),
    ("hard guard impression, purple sparkles", "purple sparkles"),
    ("scan, wibbles poured in stone", "wibbles poured in stone"),
    ("wibbles poured in stone for ortho records", "wibbles poured in stone for ortho"),
  ])
  func anUnknownWordIsListedWithWhatItLeavesOpen(_ text: String, _ unused: String) {
    #expect(Self.unused(text) == unused)
  }

  @Test(arguments: [
    ("took a pano, will do a ceph next week", "will do a ceph next week"),
    ("took a pano, no ceph today", "no ceph today"),
    ("pano from last year on file, ceph taken", "pano from last year on file"),
    ("pano reviewed, models from last year", "pano reviewed | models from last year"),
    ("patient refused the scan so we poured alginates for study models", "patient refused the scan"),
    ("crown seated, pano taken", "crown seated"),
    ("splint adjusted, pano taken", "splint adjusted"),
    ("took photos and poured in stone", "poured in stone"),
    ("iTero scan for night guard, printed in office", "printed in office"),
    ("pano for medical claim, small FOV", "small FOV"),
    ("cbct upper and lower jaw limited", "upper and lower jaw limited"),
    ("cbct without contrast, dental claim", "without contrast"),
    ("took pano, read by us, read by the radiologist", "read by us | read by the radiologist"),
    ("ceph traced, ceph not traced", "not traced"),
    ("took pano, blurry, took another pano", "blurry | another"), ("took a second pano", ""),
    ("itero scan for crown, additional itero scan for crown", "additional"),
    ("itero scan for crown, additional itero scan for night guard", ""),
    ("poured alginates for study models and itero scan for study", "poured"),
    ("pano, medical or dental claim", "medical or dental claim"),
    ("pano 3/2/26, photos 3/9/26", "3/2/26 | 3/9/26"),
    ("pano, D0470", "D0470"), ("pano yesterday, ceph next visit", "yesterday | ceph next visit"),
    ("last week we took a cbct, read it today", "last week"), ("pano on monday", "monday"),
    ("pano on 3/2", "3/2"), ("crown prep 3/2 itero scan", "3/2"), ("pano for medical", "medical"),
    ("pano for medical clearance", "medical clearance"),
    ("printed in office", "printed in office"),
    (
      "casts printed in our office, casts printed by the lab", "printed in our office | printed by the lab"
    ),
  ])
  func aStatementWithoutEffectIsListed(_ text: String, _ unused: String) {
    #expect(Self.unused(text) == unused)
  }

  @Test(arguments: [
    "night guard", "D0470 and D0330", "is D0470 for diagnostic casts", "pano for the patient 3/2/26",
    "we scanned both arches and the lab sent back printed models for the case presentation",
    "alginates upper and lower for a night guard sent to the lab", "pano taken in the hospital",
    "study models for records, casts poured, records in stone", "pano; ceph; medical claim, medical plan",
    "scanned with iTero for ortho records, nothing printed, ceph traced",
  ])
  func whatHasAnEffectAndItsDetailsAreNotListed(_ text: String) {
    #expect(Self.unused(text) == "")
  }

  @Test(arguments: [
    ("wibbles taken, pano", "panoramic[]"),
    ("pano and wibbles taken", "panoramic[]"),
    ("photos, blorps printed in office for study", "photographs[]"),
    ("Maria took and read the pano", "panoramic[source=exposed role=capture-and-read]"),
  ])
  func anActOnAnUnknownThingSaysNothingOfOthers(_ text: String, _ expected: String) {
    #expect(UnderstandingTests.short(Self.reader.read(text)) == expected)
  }

  @Test func otherTopicsAreListedIfOneIsGiven() {
    let topic = RuleBook.standard.topic("panoramic")
    let reading = Self.reader.read("took a pano and a ceph", of: topic)
    #expect(UnderstandingTests.short(reading) == "panoramic[source=exposed]")
    #expect(reading.unused == ["ceph"])
  }

  @Test func textBeyondTheMaximumIsListed() {
    let start = "pano" + String(repeating: " ", count: SentenceReader.maxLength - 4)
    #expect(Self.reader.read(start + "and a ceph").unused == ["and a ceph"])
  }

  @Test func everyWordOutsideOfPhrasesIsListed() {
    let lexicon = Lexicon(RuleBook.standard.phrases, topics: RuleBook.standard.topics)
    for worked in RuleBook.standard.sentences {
      let sentence = Sentence(worked.text, lexicon, on: Self.day)
      let unused = Self.reader.read(worked.text, on: Self.day).unused.joined(separator: " | ")
      for unit in sentence.units.indices where sentence.units[unit].kind == .word {
        let word = sentence.text(unit..<unit + 1)
        #expect(sentence.isCovered[unit] || unused.contains(word), "\(word) in \(worked.text)")
      }
    }
  }

  @Test(arguments: [
    (["scan, wibbles poured in stone"], "Not used: wibbles poured in stone"),
    (["study models", "scanned with iTero, wibbles poured"], "Not used: wibbles poured"),
    (["study models", "iTero", "study casts scanned, printed by the lab"], "Not used: study casts scanned"),
    (["study models", "scanned with iTero, took a pano"], "Not used: took a pano"),
    (["pano 3/2/26, photos 3/9/26"], "Not used: 3/2/26, 3/9/26"),
    (["pano yesterday 3/2, ceph 19/30, photos #8/9, cbct wibbled"], "Not used: yesterday 3/2, cbct wibbled"),
  ])
  func aConversationListsThem(_ lines: [String], _ expected: String) throws {
    var conversation = try ConversationTests.conversation()
    var text = ""
    for line in lines {
      let reply = conversation.take(line)
      text = conversation.text(of: reply, ConversationTests.style)
    }
    #expect(text.contains(expected), "\(text)")
  }

  @Test func wordsReplacedByOtherAnswersAreListed() throws {
    var conversation = try ConversationTests.conversation()
    let reply = conversation.take("pano taken, dental claim, ceph traced")
    conversation.set(["source": "derived", "claim": "medical"], service: 0)
    let text = conversation.text(of: reply, ConversationTests.style)
    #expect(text.contains("Not used: taken, dental claim\n"), "\(text)")
  }

  private static func unused(_ text: String) -> String {
    reader.read(text, on: day).unused.joined(separator: " | ")
  }
}
