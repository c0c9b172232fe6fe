import ClaimAudit
import ClaimFiles
import CodingRules
import Testing

/// The recognition of table columns.
struct ClaimColumnsTests {
  struct Case: Sendable {
    let names: String
    let fields: String
    var unread = ""
  }

  static let cases = [
    Case(names: "claim,patient,date,code", fields: "claim patient date code"),
    Case(
      names: "Claim ID,PatNum,Date Of Service,ADA Code,Tooth #,Prov",
      fields: "claim patient date code tooth -", unread: "Prov"),
    Case(names: "DOS,CDT,Fee,Qty", fields: "date code charge units"),
    Case(names: "ProcDate,ProcCode,Units,Quantity", fields: "date code units -"),
    Case(names: "date,code,LastName,FirstName,DOB", fields: "date code patient patient patient"),
    Case(names: "date,code,PatientID,LastName", fields: "date code patient -"),
    Case(names: "date,code,Claim Note,Remarks", fields: "date code narrative narrative"),
    Case(names: "code,Procedure,Service Date", fields: "code - date"),
    Case(names: "date,code,description", fields: "date code -", unread: "description"),
  ]

  @Test(arguments: cases.indices) func usualNamesAreKnown(_ index: Int) throws {
    let given = Self.cases[index]
    let names = given.names.split(separator: ",").map(String.init)
    let columns = try ClaimColumns(names)
    #expect(names.map { columns[$0]?.rawValue ?? "-" }.joined(separator: " ") == given.fields)
    #expect(columns.unread.joined(separator: " ") == given.unread)
  }

  @Test func namedColumnsComeFirst() throws {
    let columns = try ClaimColumns(
      ["date", "entered", "x", "y"], map: [(.date, "Entered"), (.code, "x"), (.patient, "y")])
    #expect(["date", "entered", "x", "y"].map { columns[$0] } == [nil, .date, .code, .patient])
  }

  @Test func missingColumnsAreNamed() {
    #expect(throws: ClaimInputError.missing(.code, hasOthers: true)) { try ClaimColumns(["date", "x"]) }
    #expect(throws: ClaimInputError.missing(.date, hasOthers: true)) { try ClaimColumns(["code", "x"]) }
    #expect(throws: ClaimInputError.missing(.code, hasOthers: false)) {
      try ClaimColumns(["D0801", "2026-01-02"])
    }
    #expect(throws: ClaimInputError.unknownColumn("prc", suggestion: "proc")) {
      try ClaimColumns(["proc", "date"], map: [(.code, "prc")])
    }
  }

  /// The interpretation of cell values, shown by findings about D0364, which needs an area, and
  /// D6190, which needs a report.
  @Test(arguments: [
    ("code,date,area,tooth", "D0364,2026-03-02,,", ["no-area"]),
    ("code,date,area,tooth", "D0364,3/2/2026,1,", []),
    ("code,date,area,tooth", "D0364,20260302,-,3", []),
    ("code,date,area", "D0366,2026-03-02 00:00:00,2", ["upper-code-lower-area"]),
    ("code,date,note,attached", "D6190,2026-03-02,,No", ["no-report"]),
    ("code,date,note,attached", "D6190,2026-03-02,,Yes", []),
    ("code,date,units", "D0801,2026-03-02,1.00", []),
    ("code,date,units", "D0801,2026-03-02,1.5", ["no-units"]),
    ("code,date", "D0801,02.03.2026", ["no-date"]), ("code,date", "\"D0801\",\"2026-03-02\"", []),
    ("code,date,units", "D0801,2026-03-02,x", ["no-units"]),
    ("code,date,units", "D0801,2026-03-02,\" \"", ["no-units"]),
    ("code,date,note,attached", "D6190,2026-03-02,,-", ["no-report"]),
    ("code,date,fee", "D0801,2026-03-02,50.00", []),
    ("code,date", "D0801", ["file-row"]), ("code,date", "D0801,\"2026", ["file-row"]),
  ]) func valuesAreReadAsOfficesWriteThem(_ header: String, _ row: String, _ finds: [String]) {
    let good = "D0330,2026-03-02" + String(repeating: ",", count: header.filter { $0 == "," }.count - 1)
    let found = auditTable("\(header)\n\(good)\n\(row)\n", .csv).map { "\($0.check) \($0.position.line)" }
    #expect(found == finds.map { "\($0) 3" })
  }

  /// What is present but unreadable is not called missing, in tables and in X12 files.
  @Test(arguments: [
    ("", "2026-03-02", "no procedure code"), ("-", "2026-03-02", "no procedure code"),
    ("0470", "2026-03-02", "a procedure code that cannot be read"),
    ("XXXX", "2026-03-02", "a procedure code that cannot be read"), ("D0801", "", "no date of service"),
    ("D0801", "bad", "a date of service that cannot be read"),
    ("D0801", "2026-02-30", "a date of service that cannot be read"),
  ]) func unreadableIsNotMissing(_ code: String, _ day: String, _ what: String) {
    let lines = [SyntheticLine(code, day: day)]
    #expect(auditRows(lines).map(\.what) == [what])
    #expect(auditX12(lines.x12).map(\.what) == [what])
  }

  /// The date of a claim stands in for an unreadable one of a line, and is itself reported if unreadable.
  @Test(arguments: [("20260302", []), ("bad", ["a date of service that cannot be read"])])
  func theDateOfAClaim(_ date: String, _ finds: [String]) {
    for own in ["DTP*472*D8*never~\n", ""] {
      let x12 = [SyntheticLine("D0801", day: "2026-03-02")].x12
        .replacing("DTP*472*D8*20260302~\n", with: own).replacing("LX*1", with: "DTP*472*D8*\(date)~\nLX*1")
      #expect(auditX12(x12).filter { $0.check == "no-date" }.map(\.what) == finds)
    }
  }

  /// Of the procedures in an export of Open Dental, those done are compared with each other, and so are
  /// those planned; the others are left out, and an empty date is none.
  @Test(arguments: [
    ("C", "C", ["two-renderings"]), ("TP", "TP", ["two-renderings"]), ("2", "C", ["two-renderings"]),
    ("", "C", ["two-renderings"]), ("C", "TP", []), ("C", "D", []), ("c", "6", []), ("EO", "C", []),
  ]) func statusesOfProcedures(_ first: String, _ second: String, _ finds: [String]) {
    let rows = [(first, "76376"), (second, "76377"), (first, "D1110"), (second, "D1110")]
      .map { "7,\($0),2026-03-02,\($1)\n" }.joined()
    for order in [Auditor.Order.any, .sorted] {
      let found = auditTable("PatNum,ProcStatus,ProcDate,procCode\n\(rows)", .csv, order: order)
      #expect(found.map(\.check) == finds)
    }
    let undated = "PatNum,ProcStatus,ProcDate,procCode\n7,\(second),0001-01-01,D0470\n"
    #expect(auditTable(undated, .csv).map(\.what) == (second == "C" ? ["no date of service"] : []))
  }

  @Test func unreadColumnsAreCounted() throws {
    let names = (1...23).map { "x\($0)" }
    let columns = try ClaimColumns(["claim", "date", "code"] + names)
    #expect(columns.remarks.first?.contains("'x20' and 3 more; name") == true)
    #expect(try ClaimColumns(["claim", "date", "code", "x1"]).remarks.first?.contains("more") == false)
  }

  @Test func linesWithoutClaimAndPatientAreNotCompared() {
    let text = "code,date\n76376,2026-03-02\n76377,2026-03-02\n"
    #expect(auditTable(text, .csv).isEmpty)
  }

  @Test func linesToDifferentPayersAreNotCompared() {
    func found(_ payer: String) -> [String] {
      auditTable(
        "patient,payer,code,date\n1,A,76376,2026-03-02\n1,\(payer),76377,2026-03-02\n", .csv
      ).map(\.check)
    }
    #expect(found("A") == ["two-renderings"] && found("B") == [])
  }

  @Test func objectsThatCannotBeReadAreFindings() {
    let text = """
      {"code":"D0351","date":"2026-03-02","claim":"A"}
      {"code":"D0351"
      []
      {"date":"2026-03-02","narrative":"x","code":"D0351"}

      """
    let found = auditTable(text, .jsonl).map { "\($0.check) \($0.position.line)" }
    #expect(found == ["file-row 2", "file-row 3", "code-not-in-force 1", "code-not-in-force 4"])
  }

  static let heads: [(String, String, ClaimFormat)] = [
    ("ISA*00*", "x.csv", .x12), ("\u{FEFF}\n ISA|00|", "-", .x12), ("Isabel,1\n", "-", .rows(.csv)),
    ("a,b\n", "claims.837", .rows(.csv)), ("a\tb,c\n", "-", .rows(.tsv)), ("{\"a\":1}\n", "-", .rows(.jsonl)),
    ("ST*837*0001~a,b", "-", .x12), ("", "-", .x12), ("a;b\n", "lines.tsv", .rows(.tsv)),
  ]

  @Test func namesOfFormats() {
    #expect(ClaimFormat.names.map { ClaimFormat(named: $0) != nil } == ClaimFormat.names.map { _ in true })
    #expect(ClaimFormat(named: "837p") == nil)
  }

  /// A new key gets its meaning from its name, unless another column already has that meaning.
  @Test func laterKeys() throws {
    let columns = try ClaimColumns(["date", "code", "note", "claim"], map: [(.claim, "claim")])
    #expect(
      ["units", "qty", "Claim Note", "Claim ID", "other"].map { columns[$0] } == [
        .units, .units, .narrative, nil, nil,
      ])
  }

  @Test(arguments: heads.indices) func formatsAreKnownByTheirFirstBytes(_ index: Int) {
    let (head, path, format) = Self.heads[index]
    #expect(ClaimFormat(Array(head.utf8), path: path) == format)
  }
}
