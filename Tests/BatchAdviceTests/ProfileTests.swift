import BatchAdvice
import ClaimFiles
import CodingRules
import Foundation
import StrictJSON
import TestSupport
import Testing

/// Profiles: from files, bundled, and proposed.
struct ProfileTests {
  private func profile(_ text: String) throws(ProfileError) -> BatchProfile {
    try BatchProfile(Array(text.utf8))
  }

  @Test func everyKeyIsRead() throws {
    let found = try profile(
      """
      {"format": 1, "title": "x", "source": "y", "map": {"date": "DOS", "capture": ["How", "Also"]},
       "set": {"printed": "no"}, "ignore": "source", "text": "Note", "billed": "Code", "visitBy": ["Pat"],
       "sorted": true, "encoding": "windows-1252"}
      """)
    #expect(found.map.map(\.name) == ["date", "capture", "capture"])
    #expect(found.map.map(\.value) == ["DOS", "How", "Also"])
    #expect(found.ignore == ["source"] && found.text == "Note" && found.billed == "Code")
    #expect(found.visitBy == ["Pat"] && found.isSorted && found.encoding == .windows1252)
  }

  @Test func profilesRoundTrip() throws {
    var profile = BatchProfile()
    #expect(try BatchProfile(profile.json.bytes(.indented)) == profile)
    profile.map = [
      .init(name: "capture", value: "How"), .init(name: "capture", value: "\"Also\" = é"),
      .init(name: "date", value: "DOS"),
    ]
    profile.set = [.init(name: "printed", value: "no")]
    (profile.ignore, profile.visitBy) = (["source", "x,y"], ["Pat", "Day"])
    (profile.text, profile.billed, profile.isSorted, profile.encoding) = ("Note", "Code", true, .windows1252)
    #expect(try BatchProfile(profile.json.bytes(.indented)) == profile)
  }

  @Test(arguments: [
    ("{\"mapp\": {}}", ":1:2: expected one of the keys"), ("[]", ":1:1: expected an object"), ("{", ":1:2:"),
    ("{\"format\": 2}", ":1:12: expected 1"), ("{\n\"map\": {\"date\": 7}}", ":2:17: expected a text"),
    ("{\"encoding\": \"latin\"}", ":1:14: expected one of utf-8"),
    ("{\"sorted\": 1}", ":1:12: expected true or false"),
  ]) func whatIsWrongIsSaidWithItsPosition(_ text: String, _ beginning: String) {
    let error = #expect(throws: ProfileError.self) { try profile(text) }
    #expect(error?.sentence.hasPrefix(beginning) == true, "\(error?.sentence ?? "")")
  }

  @Test func flagsTakePrecedence() throws {
    var flags = BatchProfile()
    flags.map = [.init(name: "date", value: "Day")]
    flags.text = "Memo"
    let both = try profile("{\"map\": {\"date\": \"DOS\", \"capture\": \"How\"}, \"text\": \"Note\"}")
      .overridden(by: flags)
    #expect(both.map.map(\.value) == ["How", "Day"] && both.text == "Memo")
    let own = try profile("{\"set\": {\"printed\": \"no\", \"simulated\": \"no\"}, \"visitBy\": \"Pat\"}")
    flags.set = [.init(name: "printed", value: "office")]
    #expect(own.overridden(by: flags).visitBy == ["Pat"])
    flags.visitBy = ["Chart"]
    let set = own.overridden(by: flags)
    #expect(
      set.set.map { "\($0.name) \($0.value)" } == ["simulated no", "printed office"]
        && set.visitBy == ["Chart"])
  }

  @Test(arguments: [
    ("{\"map\": {\"capturr\": \"x\"}}", "--map: no question 'capturr'; did you mean 'capture'?"),
    ("{\"set\": {\"printed\": \"maybe\"}}", "--set: 'maybe' is not an answer to 'printed'"),
    ("{\"map\": {\"date\": \"x\", \"capture\": \"X\"}}", "the column 'X' cannot be two things; map it once"),
  ]) func namesAreChecked(_ text: String, _ sentence: String) throws {
    let error = #expect(throws: ProfileProblem.self) { try profile(text).check(with: .standard) }
    #expect(error?.sentence == sentence)
  }

  @Test(arguments: BatchProfile.bundledNames) func bundledProfilesAreUsable(_ name: String) throws {
    try #require(BatchProfile.bundled(name)).check(with: .standard)
  }

  @Test func everyProfileIsBundled() throws {
    let folder = TestFiles.package.appendingPathComponent("rules/profiles").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(files == BatchProfile.bundledNames.map { "\($0).json" })
  }

  // MARK: Exports

  static let openDental = (
    names: [
      "ProcNum", "PatNum", "ProcDate", "ProcFee", "ProcStatus", "procCode", "descript", "Note", "DateTStamp",
    ],
    rows: [
      [
        "20", "12", "2026-03-02", "130.00", "C", "D0470", "", "study models poured in stone for records",
        "2026-03-02 07:00:34",
      ],
      ["21", "12", "2026-03-02", "99.00", "C", "D2740", "crown", "crown prep", "2026-03-02 07:00:34"],
    ]
  )

  private func batch(_ export: (names: [String], rows: [[String]]), _ profile: BatchProfile) throws
    -> [String]
  {
    let batch = Batch(format: .csv, columns: ["report", "status", "agreement"], profile: profile)
    return try batch.advise(([export.names] + export.rows).map { $0.joined(separator: ",") + "\n" }.joined())
      .rows
  }

  static let dentrix = (
    names: [
      "Date", "Entry Date", "Name", "Tooth", "Surface", "Check #", "Code", "*", "Description", "N", "R",
      "Amount", "Note",
    ],
    rows: [
      [
        "03/02/2026", "03/04/2026", "Sample Pat", "", "", "", "D0470", "", "Diagnostic casts", "", "",
        "80.00",
        "study models poured in stone for records",
      ],
      [
        "03/02/2026", "03/04/2026", "Sample Pat", "", "", "1044", "Pay", "*", "Check payment", "", "",
        "-80.00", "",
      ],
    ]
  )

  static let eaglesoft = (
    names: [
      "patient_id", "tran_date", "description", "tooth", "surface", "service_code", "ada_code", "note",
    ],
    rows: [
      [
        "12", "2026-03-02", "Casts", "", "", "470", "D0470", "study models poured in stone for records",
      ],
      ["12", "2026-03-02", "Crown", "3", "", "2740", "D2740", "crown prep"],
    ]
  )

  @Test(arguments: [
    ("open-dental", "Note", openDental), ("dentrix", "Note", dentrix), ("eaglesoft", "note", eaglesoft),
  ]) func aBundledProfileReadsAnExportOfItsKind(
    _ name: String, text: String, _ export: (names: [String], rows: [[String]])
  ) throws {
    var profile = try #require(BatchProfile.bundled(name))
    profile.text = text
    let rows = try batch(export, profile)
    #expect(rows[0] == "D0470,ok,agrees")
    #expect(rows[1] == (name == "dentrix" ? ",unrelated," : ",ok,agrees"))
  }

  @Test(arguments: [
    (openDental, ["ProcDate"], "Note", "procCode", "PatNum"),
    (
      (
        names: ["PATID", "CHART", "PLDATE", "ADACODE", "DESCRIPTION", "AMOUNT", "BIRTHDATE"],
        rows: [
          ["7", "A1", "03/02/2026", "D0470", "study models poured in stone", "80", "1/2/1980"],
          ["8", "A2", "03/02/2026", "D1110", "adult prophy cleaning", "80", "1/2/1981"],
        ]
      ), ["PLDATE"], "DESCRIPTION", "ADACODE", "PATID"
    ),
    (
      (
        names: ["patient_id", "tran_date", "service_code", "description", "amount", "source", "captur"],
        rows: [["7", "3/2/26", "D0470", "study models poured in stone", "80", "Recall", "stone"]]
      ), ["tran_date", "captur"], "description", "service_code", "patient_id"
    ),
  ]) func columnsAreProposed(
    _ export: (names: [String], rows: [[String]]), mapped: [String], text: String, billed: String,
    patient: String
  ) throws {
    var sample = RowSample()
    sample.rows = export.rows.map { zip(export.names, $0).map { RowSample.Value(name: $0, text: $1) } }
    let proposal = ProfileProposal(.standard, export.names, sample)
    let found = proposal.profile
    #expect(found.map.map(\.value) == mapped)
    #expect([found.text, found.billed] + found.visitBy == [text, billed, patient])
    #expect(try BatchProfile(found.json.bytes(.compact)) == found)
    #expect(!proposal.doubts.isEmpty)
    try found.check(with: .standard)
    #expect(try batch(export, found).first == "D0470,ok,agrees")
  }

  @Test func aMissingDateColumnIsADoubt() {
    let doubts = ProfileProposal(.standard, ["id", "name"], RowSample()).doubts
    #expect(doubts.count == 2 && doubts[0].contains("--map date=COLUMN"))
  }
}
