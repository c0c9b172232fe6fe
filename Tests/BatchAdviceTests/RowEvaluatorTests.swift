import ClaimFiles
import CodingRules
import Foundation
import StrictJSON
import TestSupport
import Testing

@testable import BatchAdvice

/// One row in, one result out, without caches.
struct RowEvaluatorTests {
  static let book = Result { try RuleBook(folder: TestFiles.package.path + "/" + TestFiles.testBook) }

  /// A row, and its status, codes to report, and sentences.
  struct Case: Sendable, CustomTestStringConvertible {
    let row: String
    let status: RowStatus
    var report: [String] = []
    var says: [String] = []

    var testDescription: String { row }
  }

  static let scan = #""purpose":"diagnostic","capture":"iTero""#

  static let cases = [
    Case(row: #"{"purpose":"study","capture":"plaster"}"#, status: .ok, report: ["D0470"]),
    Case(
      row: "{\(scan),\"printed\":\"office\",\"simulated\":\"no\"}", status: .ok, report: ["D0801", "D0396"]),
    Case(
      row: "{\(scan),\"printed\":\"no\",\"simulated\":\"no\",\"date\":\"5/1/2022\"}", status: .notInForce,
      says: [
        "D0801 took effect on 2023-01-01. Check whether a code of that day fits: D0351 (Photograph in 3D)."
      ]),
    Case(row: #"{"purpose":"device","device":"cap"}"#, status: .ok),
    Case(
      row: #"{"purpose":"device","device":"cap","capture":"plaster"}"#, status: .ok,
      says: ["Ignored 'capture' = 'stone-cast': not asked in this case."]),
    Case(
      row: #"{"purpose":"study"}"#, status: .pending,
      says: ["'capture' needs an answer: stone-cast, intraoral-scan, face-scan, impression-only"]),
    Case(
      row: #"{"purpose":"studdy"}"#, status: .invalid,
      says: ["purpose: no answer 'studdy'; did you mean 'study'? (one of: diagnostic, device)"]),
    Case(row: #"{"topic":"panoramic","source":"derived"}"#, status: .ok),
    Case(row: #"{"topic":"none"}"#, status: .invalid, says: ["no topic 'none'"]),
    Case(
      row: #"{"date":"2/30/2026"}"#, status: .invalid,
      says: ["'date' needs a date like 3/2/2026 or 2026-03-02, not '2/30/2026'"]),
    Case(
      row: #"{"note":["a"],"purpose":["a"]}"#, status: .invalid,
      says: ["'purpose' needs text, not an array or object"]),
    Case(row: "{", status: .invalid, says: ["column 2: unexpected end of file"]),
    Case(
      row: #"{"services":[{"topic":"splint"}],"facts":{"claim":"dental"}}"#, status: .ok, report: ["D5988"]),
    Case(
      row: #"{"services":[{"topic":"splint"}]}"#, status: .pending,
      says: ["Service 1, splint: 'claim' needs an answer: dental, medical"]),
    Case(
      row: """
        {"services":[{"topic":"panoramic","answers":{"source":"exposed","role":"capture-and-read"}},\
        {"topic":"panoramic","answers":{"source":"exposed","role":"capture-only"}}],"facts":{"claim":"dental"}}
        """, status: .findings, report: ["D0330", "D0701"],
      says: ["Error: D0330, D0701: One image is billed twice."]
    ),
    Case(
      row: #"{"services":[{"topic":"splint"}],"topic":"splint"}"#, status: .invalid,
      says: ["both 'topic' and 'services' are given; each service names its own topic"]),
  ]

  @Test(arguments: cases) func aRowHasItsResult(_ given: Case) throws {
    let book = try Self.book.get()
    let settings = BatchSettings(
      book: book, topic: book.mainTopic, day: CalendarDay("2026-03-02"), profile: BatchProfile(),
      isStrict: false)
    var reader = JSONLinesReader(known: []) {
      settings.meanings.number(ofKey: $0, reserved: [], listed: nil)
    }
    let bytes = PaddedBytes(Array((given.row + "\n").utf8))
    reader.read(bytes, at: 0)
    let result = RowEvaluator(settings: settings).evaluate(reader, bytes)
    #expect(result.status == given.status)
    #expect(result.report == given.report)
    #expect(result.problems + result.notes == given.says)
  }
}
