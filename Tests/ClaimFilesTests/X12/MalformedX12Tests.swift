import ClaimFiles
import Testing

/// Malformed files: each fault has a position, and no claim is lost.
struct MalformedX12Tests {
  static let file = ClaimText(claims: [
    ClaimText.claim("A1", ["D0801"]), ClaimText.claim("A2", ["D0470", "D0350"]),
  ])

  /// A change to the segments, and the expected faults.
  struct Case: Sendable {
    let change: @Sendable ([String]) -> [String]
    let faults: [X12Fault.Kind]
    var claims = ["A1", "A2"]
    var lines = 3
  }

  static func replacing(_ old: String, _ new: String) -> @Sendable ([String]) -> [String] {
    { $0.map { $0.hasPrefix(old) ? new : $0 } }
  }

  static let cases: [Case] = [
    Case(
      change: replacing("SE*", "SE*99*0001"), faults: [.countMismatch(segment: "SE", stated: 99, found: 19)]),
    Case(change: replacing("SE*", "SE*19*0009"), faults: [.controlNumberMismatch(segment: "SE")]),
    Case(change: replacing("GE*", "GE*4*1"), faults: [.countMismatch(segment: "GE", stated: 4, found: 1)]),
    Case(change: replacing("IEA*", "IEA*1*7"), faults: [.controlNumberMismatch(segment: "IEA")]),
    Case(change: { $0.filter { !$0.hasPrefix("SE*") } }, faults: [.unclosedEnvelope(missing: "SE")]),
    Case(
      change: { Array($0.prefix { !$0.hasPrefix("SE*") }) },
      faults: [
        .unclosedEnvelope(missing: "SE"), .unclosedEnvelope(missing: "GE"), .unclosedEnvelope(missing: "IEA"),
      ]),
    Case(change: { Array($0.dropFirst()) }, faults: [.noHeader]),
    Case(change: { Array($0.dropFirst(2)) }, faults: [.noHeader]),
    Case(change: replacing("ISA*", "ISA*00*SHORT"), faults: [.badHeader]),
    Case(change: replacing("CLM*A1", "CLM**100***11:B:1"), faults: [.claimWithoutID], claims: ["", "A2"]),
    Case(change: { $0.filter { $0 != "SV3*AD:D0801*50****1" } }, faults: [.claimWithoutLines], lines: 2),
    Case(
      change: replacing("SV3*AD:D0801", "SV1*HC:D0801*50"), faults: [.nonDentalLine, .claimWithoutLines],
      lines: 2
    ),
    Case(change: { $0.filter { !$0.hasPrefix("CLM*A1") } }, faults: [.lineWithoutClaim], claims: ["", "A2"]),
    Case(change: replacing("NM1*85", "this is no segment"), faults: [.notASegment]),
    Case(
      change: replacing("NM1*85", "NM1*85*" + String(repeating: "x", count: 9_000)), faults: [.segmentTooLong]
    ),
  ]

  @Test(arguments: cases.indices) func faultsAreReportedAndClaimsKept(_ index: Int) {
    let given = Self.cases[index]
    let found = events(Self.file.text(given.change(Self.file.segments)))
    let kinds = found.faults.map(\.kind).filter { kind in
      !(17...18).contains { kind == .countMismatch(segment: "SE", stated: 19, found: $0) }
    }
    #expect(kinds == given.faults)
    #expect(found.claims.map(\.id) == given.claims)
    #expect(found.claims.flatMap(\.lines).count == given.lines)
  }

  /// Outside a transaction, only its lines tell the kind of a claim.
  @Test func claimsAfterATransactionAreRead() {
    var file = Self.file
    file.version = "005010X222A1"
    var segments = file.segments
    segments.insert(contentsOf: ClaimText.claim("B1", ["D0801"]), at: segments.count - 2)
    #expect(events(file.text(segments)).claims.map(\.id) == ["B1"])
  }

  @Test func missingElementsAreEmpty() throws {
    let change = Self.replacing("SV3*AD:D0801", "SV3*AD>D0801*50****many")
    let undated = Self.replacing("DTP*472", "DTP*472*D8*20261345")
    let line = try #require(
      events(Self.file.text(undated(change(Self.file.segments)))).claims.first?.lines.first)
    #expect(line.code.isEmpty && line.units == 0 && line.serviceDate == nil)
  }

  @Test func aFileCutAnywhereLosesNoClaimBeforeTheCut() {
    let whole = Self.file.bytes
    let ends = events(whole).claims.map { $0.lines.last?.position.segment ?? 0 }
    for length in 0..<whole.count {
      let found = events(Array(whole[..<length]))
      let complete = whole[..<length].count { $0 == UInt8(ascii: "~") }
      #expect(found.claims.flatMap(\.lines).count >= ends.count { $0 <= complete }, "cut at \(length)")
      if length > 0, length < whole.count - 2 { #expect(!found.faults.isEmpty, "cut at \(length)") }
    }
  }

  @Test func aFileWithoutItsBeginningLosesNoClaimAfterIt() {
    let whole = Self.file.bytes
    for start in whole.indices {
      let rest = events(Array(whole[start...]))
      let claims = Self.file.segments.filter { $0.hasPrefix("CLM") }.count {
        String(decoding: whole[start...], as: UTF8.self).contains("~\n" + $0)
      }
      #expect(rest.claims.count >= claims, "cut at \(start)")
    }
  }

  @Test func anyByteMayBeCorrupt() {
    let whole = Self.file.bytes
    for index in whole.indices {
      for byte in [UInt8(ascii: "~"), UInt8(ascii: "*"), 0x00, 0xFF, 0x0A] {
        var bytes = whole
        bytes[index] = byte
        _ = events(bytes)
      }
    }
  }

  @Test func aClaimOfAnyLengthIsReadInParts() {
    let file = ClaimText(claims: [ClaimText.claim("A1", Array(repeating: "D0801", count: 2_500))])
    let claims = events(file.bytes).claims
    #expect(claims.map(\.id) == ["A1", "A1", "A1"])
    #expect(claims.flatMap(\.lines).map(\.number) == Array(1...2_500))
    #expect(events(file.bytes).faults == [])
  }
}

/// Files that are not 837D of version 5010.
struct OtherGuideTests {
  static let cases: [(version: String, fault: X12Fault.Kind, claims: Int)] = [
    ("005010X222A1", .unsupported(.professional), 0), ("005010X223A2", .unsupported(.institutional), 0),
    ("004010X098A1", .unsupported(.professional), 0), ("004010X096A1", .unsupported(.institutional), 0),
    ("004010X097A1", .oldVersion, 1),
  ]

  @Test(arguments: cases.indices) func otherGuidesAreNamed(_ index: Int) {
    let given = Self.cases[index]
    let file = ClaimText(version: given.version, claims: [ClaimText.claim("A1", ["D0801"])])
    let found = events(file.bytes)
    #expect(found.faults.map(\.kind) == [given.fault])
    #expect(found.claims.count == given.claims)
    #expect(found.faults.first?.position.segment == 3)
  }

  @Test func otherTransactionsAreNamed() {
    let file = ClaimText(claims: [])
    let segments = file.segments.map { $0.hasPrefix("ST*") ? "ST*835*0001" : $0 }
    #expect(events(file.text(segments)).faults.map(\.kind) == [.unsupported(.transaction("835"))])
  }

  @Test func theGuideOfATransactionTakesPrecedence() {
    var segments = ClaimText(claims: [ClaimText.claim("A1", ["D0801"])]).segments
    segments[1] = segments[1].replacing("005010X224A2", with: "004010X096A1")
    segments[2] = "ST*837*0001"
    segments.insert("REF*87*004010X097", at: 4)
    let found = events(ClaimText().text(segments))
    #expect(found.claims.count == 1)
    #expect(found.faults.map(\.kind) == [.oldVersion, .countMismatch(segment: "SE", stated: 13, found: 14)])
  }
}
