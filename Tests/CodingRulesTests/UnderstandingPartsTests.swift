import Foundation
import StrictJSON
import Testing

@testable import CodingRules

/// The stages of reading a sentence: words, dates, spelling, phrases, and the phrases file.
struct UnderstandingPartsTests {
  @Test(arguments: [
    ("Study Models", "study|model"), ("arches boxes bodies glass", "arch|box|body|glass"),
    ("didn't Kim's pt’s", "didnt|kim|pt"), ("w/o U/L w/contrast", "w/o|u/l|with|contrast"),
    ("pano/ceph", "pano|and|ceph"), ("D0470-D0801", "d0470|d0801"), ("#19 5x5 3D", "#19|5x5|3d"),
    ("Dr. Kim read it. Fine", "dr|kim|read|it|new|fine"), ("1.5 mm", "1|5|mm"),
    ("i-CAT – read", "i|cat|and|read"), ("pano @ OS & GP", "pano|at|os|and|gp"),
    ("f/ortho f/u F/ W/", "for|ortho|f/u|for|with"), ("Naïve café", "naïve|café"), ("", ""),
    ("W/contrast", "with|contrast"), ("scan… pour", "scan|new|pour"),
  ])
  func textIsSplitIntoWords(_ text: String, _ expected: String) {
    let keys = Tokenizer(Array(text.utf8)).tokens.map { token -> String in
      if case .division(let link) = token.kind { link.rawValue } else { token.key }
    }
    #expect(keys.joined(separator: "|") == expected)
  }

  @Test(arguments: [
    ("scan", "scan scans scanned scanning"), ("pour", "pour pours poured pouring"),
    ("trace", "trace traces traced tracing"), ("carry", "carry carrys carried carrying"),
    ("match", "match matches matched matching"), ("do", "do"),
  ])
  func regularVerbsAreInflected(_ verb: String, _ forms: String) {
    #expect(verbForms(verb, others: nil).joined(separator: " ") == forms)
  }

  @Test(arguments: [
    ("3/2/26", "2026-03-02"), ("03/02/2026", "2026-03-02"), ("2026-03-02", "2026-03-02"),
    ("3-2-26", "2026-03-02"), ("3.2.2026", "2026-03-02"), ("March 2, 2026", "2026-03-02"),
    ("Mar 2nd 2026", "2026-03-02"), ("02-Mar-2026", "2026-03-02"), ("2 march 26", "2026-03-02"),
    ("13/2/26", nil), ("8/9/10", nil), ("2/30/26", nil), ("March 32, 2026", nil), ("3/2/6", nil),
    ("3/2", nil),
    ("March 2", nil), ("1/2/3/4", nil), ("5x5/8x8", nil),
    ("DOB 4/5/1980", nil), ("models shipped 4/9/26", nil), ("3/2/26 and 3/4/26", nil),
  ])
  func datesAreParsedAsOfficesWriteThem(_ text: String, _ day: String?) {
    #expect(UnderstandingTests.reader.read("pano \(text)").date?.description == day)
  }

  @Test func aDateWithoutAYearIsCompletedByAReference() {
    let reference = CalendarDay("2026-02-10")
    #expect(UnderstandingTests.reader.read("pano March 2", on: reference).date?.description == "2025-03-02")
    #expect(UnderstandingTests.reader.read("pano Feb 2", on: reference).date?.description == "2026-02-02")
  }

  @Test(arguments: [
    ("impresion", "impression"), ("pannoramic", "panoramic"), ("retanier", "retainer"),
    ("articulatr", "articulator"), ("modles", "models"), ("impresions", "impressions"), ("phtos", "photos"),
    ("limted", "limited"), ("cpeh", "ceph"), ("tkae", "take"), ("modesl", "model"), ("castss", "cast"),
    ("lasst", "last"), ("onlyy", "only"), ("witout", "without"), ("newer", nil),
    ("forwardd", "forward"), ("pose", nil), ("rest", nil), ("raise", nil), ("trois", "trio"),
    ("arhces", "arches"), ("alter", nil), ("d4070", nil), ("panp", "pano"), ("frpm", "from"), ("tool", nil),
    ("pqno", "pano"), ("panz", nil), ("model", nil),
    ("motel", nil), ("pan", nil), ("zzzzzzzz", nil),
  ])
  func misspelledWordsAreCorrected(_ word: String, _ right: String?) {
    let lexicon = Lexicon(UnderstandingTests.book.phrases, topics: UnderstandingTests.book.topics)
    #expect(Sentence(word, lexicon, on: nil).corrections.first?.correction.asWord == right)
  }

  /// The table of misspellings has only words that are not corrected without it.
  @Test func noMisspellingIsListedInVain() {
    let book = UnderstandingTests.book
    let all = book.phrases
    let others = Phrases(
      forms: all.forms, fillers: all.fillers, likely: all.likely, plain: all.plain, harmless: all.harmless,
      abbreviations: all.abbreviations, misspelled: [], breaks: all.breaks, cues: all.cues,
      signals: all.signals, sayings: all.sayings, rules: all.rules, asks: all.asks)
    let words = Lexicon(others, topics: book.topics).words
    let vain = all.misspelled.filter { wrong, right in
      let (wrong, right) = (wordKey(wrong.utf8), wordKey(right.utf8))
      return words.number(wrong) != nil || words.parts(of: wrong) != nil
        || words.correction(of: wrong)?.text == right
    }
    #expect(vain.map(\.wrong) == [])
  }

  @Test(arguments: [
    "", " ", "\u{0}", "\u{1B}[31mpano", "....", "///", "''''", "{scan}", "\r\n\r\n", "é", "🦷🦷🦷",
    "comp exam, CMX, panomade-by-us rmad, hearingdental insurance", "hearingdental", "-pano-", "pano-",
    "\u{202E}ceph",
    "and and and", "no no no no", "not", "w/", "w/o", "#", "3/", "3/2/", "9999-99-99", "Dr.", ", , ,", "yet",
    "NV:", "poured models 4 study", "models 4 records", "2 study the case", "a\u{A0}pano", "pano\u{A0}",
  ])
  func anyTextIsRead(_ text: String) {
    let reading = UnderstandingTests.reader.read(text)
    #expect(reading == UnderstandingTests.reader.read(text))
  }

  @Test func longAndRandomTextsAreReadInBoundedTime() {
    var random = SystemRandomNumberGenerator()
    let words = [
      "scan", "no", "pano", ",", "and", "the", "lab", "w/o", "3/2/26", "gaurd", "\u{FFFD}", "not", "yet", ".",
    ]
    for count in [10, 100, 5_000] {
      let text = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
      _ = UnderstandingTests.reader.read(text)
    }
    let bytes = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    _ = UnderstandingTests.reader.read(String(decoding: bytes, as: UTF8.self))
  }

  @Test(arguments: [
    (#"{"signals":[{"signal":"a","kind":"what"}]}"#, "signals[0].kind"),
    (#"{"signals":[{"signal":"a","kind":"act","words":["{b}"]}]}"#, "signals[0].words[0]"),
    (#"{"signals":[{"signal":"a","kind":"act","words":["{a"]}]}"#, "signals[0].words[0]"),
    (#"{"signals":[{"signal":"a","kind":"thing","topic":"teeth"}]}"#, "signals[0].topic"),
    (#"{"sayings":[{"answers":"model.purpose","words":{"fun":["for fun"]}}]}"#, "sayings[0].words.fun"),
    (#"{"rules":[{"if":["nobody"],"say":{"model.purpose":"device"}}]}"#, "rules[0].if[0]"),
    (#"{"rules":[{"say":{"model.taste":"device"}}]}"#, "rules[0].say.model.taste"),
    (#"{"cues":[{"effect":"not","reach":"far","words":["no"]}]}"#, "cues[0].reach"),
    (#"{"breaks":{"sometimes":["but"]}}"#, "breaks.sometimes"),
    (#"{"asks":[{"signal":"a","could":["model"]}]}"#, "asks[0].signal"),
    (#"{"words":[]}"#, "words"),
  ])
  func mistakesInTheFileAreReported(_ json: String, _ path: String) throws {
    let log = FindingLog()
    let file = Written.File(path: "phrases.json", log: log, isChecked: false)
    let root = try JSONDocument(Array(json.utf8)).root
    _ = PhraseReader(Written(value: root, file: file), topics: UnderstandingTests.book.topics).phrases
    #expect(log.findings.map(\.path) == [path])
  }

  /// The first of repeated signals and verbs wins; unknown or unclosed names have no words.
  @Test func mistakesInTheFileAreTolerated() throws {
    let json = #"""
      {"forms":{"go":["went"],"go":["gone"]},
       "signals":[{"signal":"a","kind":"act","words":["go~"]},{"signal":"a","kind":"act","words":["x {nobody}","y {a"]}],
       "sayings":[{"answers":"model.purpose","names":true,"words":{"device":["w"]}}],
       "asks":[{"signal":"nobody","could":["model"]}]}
      """#
    let file = Written.File(path: "phrases.json", log: FindingLog(), isChecked: true)
    let written = Written(value: try JSONDocument(Array(json.utf8), repeatedKeys: .kept).root, file: file)
    let lexicon = Lexicon(PhraseReader(written, topics: UnderstandingTests.book.topics).phrases, topics: [])
    #expect(lexicon.words.number("went") != nil && lexicon.words.number("gone") == nil)
  }

  @Test(arguments: [
    ("Mar 2, 2026", "2026-03-02"), ("2 march 26", "2026-03-02"), ("3/2/26", "2026-03-02"), ("March 2", nil),
    ("soon", nil),
  ])
  func entireTextIsParsedAsADate(_ text: String, _ day: String?) {
    #expect(CalendarDay(written: text)?.description == day)
  }

  @Test func signalsThatNameEachOtherEnd() throws {
    let json =
      #"{"signals":[{"signal":"a","kind":"mark","words":["x {b}"]},{"signal":"b","kind":"mark","words":["y {a}"]}]}"#
    let file = Written.File(path: "phrases.json", log: FindingLog(), isChecked: false)
    let written = Written(value: try JSONDocument(Array(json.utf8)).root, file: file)
    let lexicon = Lexicon(PhraseReader(written, topics: []).phrases, topics: [])
    #expect(lexicon.words.number("x") != nil)
  }
}

/// The sentences of the standard book.
struct SentenceTests {
  @Test func noSentenceIsMisreadAndRecallIsHigh() {
    var (stated, found) = (0, 0)
    for sentence in UnderstandingTests.book.sentences {
      let reading = UnderstandingTests.reader.read(sentence.text)
      #expect(sentence.misread(reading) == [], "\(sentence.text)")
      stated += sentence.services.map(\.answers.fields.count).reduce(sentence.facts.fields.count, +)
      found += reading.services.map(\.stated.count).reduce(reading.facts.count, +)
    }
    print("\(found) of \(stated) answers read")
    #expect(Double(found) > 0.95 * Double(stated))
    #expect(UnderstandingTests.book.sentences.count >= 400)
  }

  /// A slip of the fingers in the longest word of a sentence hardly ever changes its reading.
  @Test(arguments: [true, false]) func slipsChangeFewReadings(_ isSwap: Bool) {
    var changed: [String] = []
    for sentence in UnderstandingTests.book.sentences.map(\.text) {
      var words = sentence.split(separator: " ", omittingEmptySubsequences: false).map(Array.init)
      let plain = words.indices.filter {
        words[$0].count > 4 && words[$0].allSatisfy { ("a"..."z").contains($0) }
      }
      guard let longest = plain.max(by: { words[$0].count < words[$1].count }) else { continue }
      if isSwap { words[longest].swapAt(2, 3) } else { words[longest].insert(words[longest][2], at: 2) }
      let text = words.map { String($0) }.joined(separator: " ")
      let readings = [sentence, text].map { UnderstandingTests.short(UnderstandingTests.reader.read($0)) }
      if readings[0] != readings[1] { changed.append(text) }
    }
    #expect(changed.count < 40, "\(changed)")
  }
}
