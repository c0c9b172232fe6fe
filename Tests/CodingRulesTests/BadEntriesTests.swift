import Foundation
import Testing

@testable import CodingRules

/// Implausible entries: the sound test book with one of them, and the resulting finding.
struct BadEntriesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    /// The text to replace; the whole file if empty.
    var old = ""
    let new: String
    let says: String
    var testDescription: String { "\(file): \(new.prefix(60))" }
  }

  private static let poured = #""code": "D0470", "because": "It was poured.", "sources": ["guide"]"#

  private static func audit(_ condition: String, says: String) -> Case {
    let check = #""id": "a", "severity": "note", "say": "S", "do": "D", "sources": ["guide"]"#
    return Case(file: "audit.json", new: "{\"checks\": [{\(check), \(condition)}]}", says: says)
  }

  private static func visit(_ condition: String, says: String) -> Case {
    let check = #""id": "a", "severity": "note", "say": "S", "sources": ["guide"]"#
    return Case(file: "checks.json", new: "[{\(check), \(condition)}]", says: says)
  }

  private static func sentence(_ service: String, says: String) -> Case {
    Case(file: "sentences.json", new: "[{\"say\": \"S\", \"services\": [{\(service)}]}]", says: says)
  }

  private static func report(_ line: String, says: String) -> Case {
    Case(file: "topics/cast.json", old: poured, new: line, says: says)
  }

  private static let ofChecks = [
    audit(#""codes": "D0470", "areas": ["99"]"#, says: "an area: 00, 01"),
    audit(
      #""codes": "D0470", "lacks": ["narative"]"#, says: "no fact 'narative'; did you mean 'narrative'?"),
    audit(#""codes": "D0470", "has": ["x"]"#, says: "no fact 'x'"),
    audit(#""codes": "D(470", "areas": ["00"]"#, says: "codes, ranges or 'device', joined by '|'"),
    audit(
      #""first": "D0470", "then": "D0801", "days": [3, 1]"#, says: "two whole numbers, the smaller first"),
    audit(#""first": "D0470", "then": "D0801""#, says: "the key 'days' is missing"),
    audit(
      #""codes": "D0470", "areas": ["00"], "examples": {"D0470@@": "note"}"#, says: "lines as 'D0801 21085x2"),
    audit(
      #""codes": "D0470", "areas": ["00"], "examples": {"D0470+x": "note", "D0470!": "note"}"#,
      says: "lines as 'D0801 21085x2"),
    visit(#""together": []"#, says: "at least one list with at least one group of codes"),
    visit(#""together": [["D(470"]]"#, says: "codes, ranges or 'device', joined by '|'"),
    visit(
      #""together": [["D0470"]], "examples": {"D0470!": "note"}"#, says: "lines as 'D0801 21085x2 device"),
  ]

  private static let ofTopics = [
    sentence(#""topic": "casts", "answers": {}"#, says: "no topic 'casts'; did you mean 'cast'?"),
    sentence(#""answers": {}"#, says: "the key 'topic' is missing"),
    sentence(#""topic": "cast", "answers": {"purpose": "studi"}"#, says: "no answer 'studi'"),
    Case(
      file: "topics/cast.json", old: #""topic": "cast""#, new: #""topic": "casts""#,
      says: "'cast', the name of the file"),
    Case(
      file: "topics/cast.json", old: #""id": "made""#, new: #""id": "purpose""#,
      says: "duplicate question 'purpose'"),
    Case(
      file: "topics/cast.json", old: #""next": "made""#, new: #""next": {"topic": "x"}"#, says: "no topic 'x'"
    ),
    Case(
      file: "topics/cast.json", new: #"{"topic": "cast", "title": "C", "questions": []}"#,
      says: "at least one question"),
    Case(
      file: "topics/cast.json", old: #""next": "made""#, new: #""next": {}"#,
      says: "the key 'topic' is missing"),
    Case(
      file: "topics/cast.json", old: "2022-12-31\"", new: "2022-13-31\"", says: "a day written 2026-01-31"),
    report(
      #""first": "D0801", "last": "D0470", "because": "B", "sources": ["guide"]"#, says: "after 'D0801'"),
    report(poured + #", "units": 1000"#, says: "a whole number from 1 to 999"),
    report(poured + #", "while": "x""#, says: "a code, or a code and what it covers"),
    report(poured + #", "while": "D0801 x""#, says: "no scope 'x'"),
    report(poured.replacing("[\"guide\"]", with: "[\"guide \"]"), says: "a location behind the source"),
  ]

  private static let ofDefinitions = [
    Case(file: "edition.json", old: #"["cast"]"#, new: "[]", says: "at least one topic"),
    Case(file: "edition.json", old: #""reviewed": "2026-01-01","#, new: "", says: "'reviewed' is missing"),
    Case(
      file: "edition.json", old: #""notice""#,
      new: #""announced": [{"topics": ["casts"], "say": "S", "sources": ["guide"]}], "notice""#,
      says: "no topic 'casts'"),
    Case(file: "codes.json", old: #""code": "D0801", "#, new: "", says: "the key 'code' is missing"),
    Case(
      file: "devices.json", old: #"["D2710-D2799"], "because""#, new: #"["D27"], "because""#, says: "'D27'"),
  ]

  @Test(arguments: ofChecks + ofTopics + ofDefinitions) func areReported(_ given: Case) throws {
    var files = try ModifiedBook.files("sound")
    let old = String(decoding: files[given.file] ?? [], as: UTF8.self)
    #expect(given.old.isEmpty || old.contains(given.old))
    let new = given.old.isEmpty ? given.new : old.replacing(given.old, with: given.new)
    files[given.file] = Array(new.utf8)
    let findings = ModifiedBook.faults(files)
    #expect(findings.contains { $0.hasPrefix(given.file) && $0.contains(given.says) }, "\(findings)")
  }
}
