import ClaimFiles
import Testing

/// The content of 837D files, with any separators and line breaks.
struct DentalClaimTests {
  static let file = ClaimText(claims: [
    ClaimText.claim("A1", ["D0801", "D0396::::: printed in the office"]),
    ["CLM*A2*90***11:B:7*Y*A*Y*Y**********PB", "DN1*36", "PWK*DA*BM", "NTE*ADD*see report"]
      + ["LX*1", "SV3*AD:D0364:52*90**10:20*I*2", "TOO*JP*3", "TOO*JP*4", "DTP*472*D8*20260303"],
  ])

  @Test func claimsAndLinesAreRead() throws {
    let claims = events(Self.file.bytes).claims
    #expect(events(Self.file.bytes).faults == [])
    #expect(claims.map(\.id) == ["A1", "A2"])
    let (first, second) = (claims[0], claims[1])
    #expect(first.lines.map(\.code) == ["D0801", "D0396"])
    #expect(first.lines.map(\.hasDescription) == [false, true])
    #expect(first.lines.map(\.number) == [1, 2])
    #expect(first.lines[0].serviceDate.map { [$0.year, $0.month, $0.day] } == [2026, 3, 2])
    #expect(first.patient != nil && first.patient == second.patient)
    #expect(!first.isPredetermination && second.isPredetermination)
    #expect(second.frequency == .replacement && second.isOrthodontic && second.hasNote)
    #expect(second.attachments == ["DA"])
    let line = second.lines[0]
    #expect(line.units == 2)
    #expect(line.areas == ["10", "20"] && line.hasTooth && line.serviceDate?.day == 3)
  }

  @Test(arguments: ["*:~", "|>^", "+<\n", "!:\r"], ["", "\n", "\r\n", "\n    ", "\r"])
  func anySeparatorsAndLineBreaks(_ separators: String, _ lineBreak: String) {
    var file = Self.file
    (file.separators, file.lineBreak) = (separators, lineBreak)
    let found = events(file.bytes)
    #expect(found.claims.map(\.id) == ["A1", "A2"])
    #expect(found.claims.flatMap(\.lines).map(\.code) == ["D0801", "D0396", "D0364"])
    #expect(found.faults == [])
  }

  @Test func byteOrderMarksAndWrappedLines() {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Self.file.bytes.filter { $0 != 0x0A }
    let wrapped: [UInt8] = bytes.indices.flatMap { $0 % 80 == 79 ? [bytes[$0], 0x0D, 0x0A] : [bytes[$0]] }
    #expect(events(wrapped).claims.map(\.lines.count) == [2, 1])
    #expect(events(wrapped).faults == [])
    let returned: [UInt8] = bytes.indices.flatMap { $0 % 80 == 79 ? [bytes[$0], 0x0D] : [bytes[$0]] }
    #expect(events(returned).claims.map(\.lines.count) == [2, 1])
    #expect(events(returned).claims.map(\.position) == events(wrapped).claims.map(\.position))
  }

  @Test func positionsCountLinesColumnsAndSegments() throws {
    let line = try #require(events(Self.file.bytes).claims.first?.lines.last)
    #expect(line.position == SourcePosition(line: 16, column: 1, segment: 16))
    var file = Self.file
    file.lineBreak = ""
    let inOneLine = try #require(events(file.bytes).claims.first?.lines.last)
    #expect(inOneLine.position.line == 1 && inOneLine.position.segment == 16)
    #expect(inOneLine.position.column == file.text(Array(file.segments[..<15])).count + 1)
  }

  /// Lines that end with CR are counted, and filler at the end of the file is not a segment.
  @Test func carriageReturnsAndEndOfFileMarks() throws {
    var file = Self.file
    file.lineBreak = "\r"
    let line = try #require(events(file.bytes + [0x1A, 0]).claims.first?.lines.last)
    #expect(line.position == SourcePosition(line: 16, column: 1, segment: 16))
    #expect(events(file.bytes + [0x1A, 0]).faults == [])
  }

  /// A dependent is a different patient from the subscriber; case is ignored; a date range counts
  /// as its first day.
  @Test func dependentsAndPeriods() throws {
    let child = ["HL*3*2*23*0", "NM1*QC*1*SAMPLE*KID", "DMG*D8*20150101*F"]
    let claim = [
      "CLM*A3*90***11:B:1", "DTP*472*RD8*20260302-20260305", "DTP*452*D8*20250101", "LX*1", "SV3*AD:D0801*90",
    ]
    let segments = Self.file.segments.flatMap { $0.hasPrefix("CLM*A2") ? child + claim + [$0] : [$0] }
    let claims = events(Self.file.text(segments)).claims
    #expect(claims.map(\.id) == ["A1", "A3", "A2"])
    #expect(claims[1].isOrthodontic && claims[1].lines.map(\.serviceDate?.day) == [2])
    #expect(claims[0].patient != claims[1].patient && claims[1].patient == claims[2].patient)
    let small = segments.map { $0.replacing("*PAT*", with: "*pat*").replacing("*KID", with: "*kid") }
    let both = events(Self.file.text(segments) + Self.file.text(small)).claims.map(\.patient)
    #expect(both[..<3] == both[3...])
    let odd = segments.map { $0.replacing("20260302-20260305", with: "20260302x20260305") }
    #expect(events(Self.file.text(odd)).claims[1].lines.map(\.serviceDate) == [nil])
  }

  /// The day on which an appliance is placed is the date of service unless another is given.
  @Test(arguments: [
    (["DTP*452*D8*20260105", "LX*1", "SV3*AD:D8080*90"], 5),
    (["DTP*452*D8*20260105", "DTP*472*D8*20260107", "LX*1", "SV3*AD:D8080*90"], 7),
    (["LX*1", "SV3*AD:D8080*90", "DTP*452*D8*20260106"], 6),
    (["LX*1", "SV3*AD:D8080*90", "DTP*472*D8*20260107", "DTP*452*D8*20260106"], 7),
    (["LX*1", "SV3*AD:D8080*90", "DTP*472*D8*20261399", "DTP*452*D8*20260106"], nil),
  ]) func placementDates(_ claim: [String], _ day: Int?) {
    let segments = Self.file.segments.flatMap {
      $0.hasPrefix("CLM*A2") ? ["CLM*A3*90***11:B:1"] + claim + [$0] : [$0]
    }
    let found = events(Self.file.text(segments)).claims
    #expect(found[1].isOrthodontic)
    #expect(found[1].lines.map(\.serviceDate?.day) == [day])
  }

  @Test func severalInterchangesFollowEachOther() {
    var other = ClaimText(claims: [ClaimText.claim("B1", ["D0470"])])
    other.separators = "|>!"
    let found = events(Self.file.bytes + other.bytes + Self.file.bytes)
    #expect(found.claims.map(\.id) == ["A1", "A2", "B1", "A1", "A2"])
    #expect(found.faults == [])
  }

  @Test(arguments: [1, 2, 3, 7, 64]) func piecesOfAnySizeGiveTheSame(_ size: Int) {
    #expect(events(Self.file.bytes, pieces: size).map(\.shown) == events(Self.file.bytes).map(\.shown))
  }

  @Test func patientsAreDistinguishedButHidden() throws {
    let segments = Self.file.segments
    let other = segments.map { $0.replacing("*PAT*", with: "*KIM*") }
    let patients = events(Self.file.text(segments) + Self.file.text(other)).claims.map(\.patient)
    #expect(patients[0] == patients[1] && patients[1] != patients[2])
    let key = try #require(patients[0])
    #expect("\(key)" == "patient" && String(reflecting: key) == "patient")
    var dumped = ""
    dump(key, to: &dumped)
    #expect(!dumped.contains("\(key.hash)"))
  }

  @Test func unidentifiedPatientsAreNotGrouped() {
    let segments = Self.file.segments.filter { !$0.hasPrefix("NM1*IL") && !$0.hasPrefix("DMG") }
    #expect(events(Self.file.text(segments)).claims.allSatisfy { $0.patient == nil })
  }
}

extension DentalClaimReader.Event {
  /// The event as text, in which the patient key is hidden.
  var shown: String { "\(self)" }
}
