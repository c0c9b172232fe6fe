import CodingRules
import StrictJSON
import Testing

/// Visits: worked cases, checks across services, and interviews across topics.
struct VisitTests {
  static let book = RuleBook.standard

  @Test(arguments: book.cases.flatMap { worked in worked.variants.indices.map { (worked.id, $0) } })
  func workedCaseHasItsExpectedAdvice(_ id: String, _ variant: Int) throws {
    let worked = try #require(Self.book.workedCase(id))
    #expect(Self.book.failures(of: worked.variants[variant]) == [])
  }

  /// Procedures reported by test services, and the checks that must apply.
  struct Case: Sendable {
    let services: [(topic: String, answers: Answers)]
    var facts: Answers = ["claim": "dental"]
    var surgery: String?
    let remarks: [String]
  }

  static let stone: (topic: String, answers: Answers) = (
    "model", ["purpose": "diagnostic", "capture": "stone-cast"]
  )
  static let scan: (topic: String, answers: Answers) = (
    "model", ["purpose": "diagnostic", "capture": "intraoral-scan", "printed": "no", "simulated": "no"]
  )
  static let crown: (topic: String, answers: Answers) = ("model", ["purpose": "device", "device": "crown"])
  static let printed: (topic: String, answers: Answers) = (
    "model", ["purpose": "diagnostic", "capture": "received-scan", "printed": "office", "simulated": "no"]
  )
  static let splint: (topic: String, answers: Answers) = (
    "splint", ["splint-maker": "surgeon", "splint-count": "two"]
  )

  static let cases: [Case] = [
    Case(services: [stone], remarks: []),
    Case(services: [stone, scan], remarks: ["stone-and-scan"]),
    Case(services: [scan, scan], remarks: ["scan-units"]),
    Case(services: [crown, scan], remarks: ["device-and-study-model"]),
    Case(services: [printed], remarks: ["print-without-scan"]),
    Case(
      services: [splint], facts: ["claim": "medical"], surgery: "2026-03-12",
      remarks: ["splint-before-surgery"]),
    Case(services: [splint], facts: ["claim": "medical"], surgery: "2026-03-13", remarks: []),
    Case(services: [splint], facts: ["claim": "medical"], surgery: "2026-03-01", remarks: []),
    Case(services: [splint, splint], facts: ["claim": "medical"], remarks: ["splint-units"]),
  ]

  static let day = "2026-03-02"

  static func visit(
    _ services: [(topic: String, answers: Answers)], facts: Answers = ["claim": "dental"],
    surgery: String? = nil
  ) throws -> Visit {
    let services = try services.map { service in
      Service(topic: try #require(book.topic(service.topic)), answers: service.answers)
    }
    return Visit(
      day: try #require(CalendarDay(day)), surgery: surgery.flatMap { CalendarDay($0) }, facts: facts,
      services: services)
  }

  static func read(_ document: [UInt8]) throws -> Visit {
    try book.visit(document, today: #require(CalendarDay(day)))
  }

  @Test(arguments: cases.indices) func checksApplyWhereExpected(_ index: Int) throws {
    let given = Self.cases[index]
    let visit = try Self.visit(given.services, facts: given.facts, surgery: given.surgery)
    #expect(try Self.book.advice(visit).remarks.map(\.check.id) == given.remarks)
  }

  @Test func remarkListsAllLinesInvolved() throws {
    let advice = try Self.book.advice(
      Self.visit([
        ("panoramic", ["source": "exposed", "role": "capture-and-read"]),
        ("panoramic", ["source": "exposed", "role": "capture-only"]),
        ("cephalometric", ["source": "exposed", "role": "capture-and-read", "analysis": "yes"]),
        ("cephalometric", ["source": "exposed", "role": "capture-only"]),
      ]))
    let remark = try #require(advice.remarks.first { $0.check.id == "whole-and-part" })
    #expect(remark.lines == ["D0330", "D0701", "D0340", "D0702"])
  }

  @Test func onlyASplintDependsOnTheSurgery() throws {
    for (given, hangs) in [(Self.splint, true), (Self.scan, false)] {
      #expect(try Self.book.dependsOnSurgery(Self.visit([given], facts: ["claim": "medical"])) == hangs)
    }
  }

  @Test func everyCheckOnCodesInTheBookCanApply() {
    let codes = Self.book.cards.map(\.code)
    for check in Self.book.visitChecks {
      let groups = check.codes.groups
      for group in groups where !group.includesDevices && check.id != "ortho-start-and-records" {
        #expect(group.contains(codes.map(\.id)), "\(check.id): \(group)")
      }
    }
  }

  @Test func theInterviewsDocumentGivesTheSameVisit() throws {
    var interview = Conversation(Self.book, visit: try Self.visit([]), reader: ConversationTests.reader)
    _ = interview.take("7 5 1")
    while case .question = interview.stage { _ = interview.take("1") }
    for surgery in [CalendarDay("2026-04-01"), nil] {
      var kept = interview.visit
      kept.surgery = surgery
      let visit = try Self.read(kept.document.bytes(.indented))
      #expect(visit.facts == interview.visit.facts)
      #expect(visit.surgery == surgery)
      #expect(visit.services.map(\.answers) == interview.visit.services.map(\.answers))
    }
  }

  @Test func nullInADocumentCountsAsAbsent() throws {
    let document = #"{"date": null, "surgery": null, "facts": null, "services": [{"topic": "splint"}]}"#
    let visit = try Self.read(Array(document.utf8))
    #expect((visit.day, visit.surgery) == (CalendarDay(Self.day), nil))
    #expect(visit.facts == [:])
  }

  static let badDocuments: [(document: String, expected: [String])] = [
    ("", ["unexpected end of file"]),
    ("[]", ["expected an object, found an array", "the key 'services' is missing"]),
    ("{\"services\": []}", ["expected at least one service, found '[]'"]),
    ("{\"services\": [{\"topic\": \"modle\"}]}", ["no topic 'modle'; did you mean 'model'?"]),
    (
      "{\"surgery\": 20260301, \"services\": null}",
      ["expected a list, found a null", "expected a day written 2026-01-31, found a number"]
    ),
    (
      "{\"date\": \"yesterday\", \"facts\": {\"claim\": \"dentl\"}, \"services\": [{\"topic\": \"model\", \"answers\": {\"captur\": \"x\"}}]}",
      [
        "expected a day written 2026-01-31, found 'yesterday'", "no answer 'dentl'; did you mean 'dental'?",
        "unknown key 'captur'; did you mean 'capture'?",
      ]
    ),
    (
      "{\"date\": \"2026-03-02\", \"surgery\": \"2026-03-01\", \"services\": [{\"topic\": \"splint\"}]}",
      ["expected a day not before 2026-03-02, found '2026-03-01'"]
    ),
    (
      "{\"facts\": {\"claim\": \"dental\"}, \"services\": [{\"topic\": \"splint\", \"answers\": {\"claim\": \"medical\"}}]}",
      ["expected 'dental', as in the facts of the visit, found 'medical'"]
    ),
  ]

  @Test(arguments: badDocuments.indices) func allFaultsOfADocumentAreReported(_ index: Int) throws {
    let given = Self.badDocuments[index]
    let error = #expect(throws: UnusableVisit.self) { try Self.read(Array(given.document.utf8)) }
    #expect(error?.findings.map(\.message) == given.expected)
  }

  /// The limits on services and bytes are exact, and only the excess is reported.
  @Test func sizeIsBounded() throws {
    func document(services count: Int, fill: Int = 0) -> [UInt8] {
      let services = [String](repeating: #"{"topic":"splint"}"#, count: count).joined(separator: ",")
      return Array(("{\"services\":[\(services)]" + String(repeating: " ", count: fill) + "}").utf8)
    }
    func messages(_ document: [UInt8]) -> [String]? {
      #expect(throws: UnusableVisit.self) { try Self.read(document) }?.findings.map(\.message)
    }
    #expect(try Self.read(document(services: 100)).services.count == 100)
    #expect(messages(document(services: 101)) == ["expected at most 100 services, found '101 services'"])
    let rest = Visit.maxDocumentSize - document(services: 1).count
    #expect(try Self.read(document(services: 1, fill: rest)).services.count == 1)
    #expect(messages(document(services: 1, fill: rest + 1)) == ["cannot be read: larger than 64 KiB"])
    let unknown = (0..<5_000).map { "\"\($0)\":0," }.joined()
    let many = messages(Array("{\(unknown)\"services\":[]}".utf8))
    #expect(many?.count == 101)
    #expect(many?.last == "and 4901 more")
  }
}
