import CodingRules
import Foundation
import Testing

/// `cdtadvise audit`, from a claim file to findings.
struct AuditCommandTests {
  static let claims = """
    ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260302*1200*^*00501*000000001*0*T*:~
    GS*HC*SENDER*RECEIVER*20260302*1200*1*X*005010X224A2~
    ST*837*0001*005010X224A2~
    HL*1**22*0~
    SBR*P~
    NM1*IL*1*SAMPLE*PAT****MI*M1~
    CLM*A1*50***11:B:1~
    DTP*472*D8*20260302~
    LX*1~
    SV3*AD:D0351*50****1~
    LX*2~
    SV3*AD:D9950*50****1~
    SE*11*0001~
    GE*1*1~
    IEA*1*000000001~

    """

  static func audit(_ arguments: String..., claims: String = claims) -> CommandResult {
    CommandRun.run(["audit"] + arguments, input: Data(claims.utf8))
  }

  @Test func findingsAreWrittenAndCounted() {
    let result = Self.audit("-")
    #expect(result.status == 1)
    #expect(
      result.output.hasPrefix("Claim A1\nstandard input:10: error: [code-not-in-force] D0351 on 2026-03-02,"))
    #expect(
      result.errors == """
        2 service lines of 1 claim audited: 1 error, 0 warnings, 1 note
          1 analysis-without-report
          1 code-not-in-force

        """)
    #expect(!(result.output + result.errors).contains("SAMPLE"))
  }

  @Test func thresholdAndChecksCanBeSelected() {
    #expect(Self.audit("-", "--fail-on", "never").status == 0)
    #expect(Self.audit("-", "--skip", "code-not-in-force").status == 0)
    #expect(Self.audit("-", "--skip", "code-not-in-force", "--fail-on", "note").status == 1)
    #expect(
      Self.audit("-", "--only", "code-not-in-force,mri-code", "--format", "jsonl", "-q").output.split(
        separator: "\n"
      ).count == 1)
    let unknown = Self.audit("-", "--only", "mri-cod")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("no check 'mri-cod'; did you mean 'mri-code'?"))
  }

  @Test(arguments: ["text", "csv", "jsonl", "sarif"]) func sortedFilesGiveTheSame(_ format: String) {
    #expect(
      Self.audit("-", "--format", format, "--sorted").output == Self.audit("-", "--format", format).output)
  }

  @Test func aCutFileIsReportedAndAudited() {
    let result = Self.audit("-", claims: String(Self.claims.dropLast(40)))
    #expect(result.status == 1)
    #expect(result.output.contains("[file-envelope]") && result.output.contains("[code-not-in-force]"))
  }

  @Test func aTableGivesTheSameFindings() {
    let table = """
      Claim No,Member ID,DOS,Proc,Line Status
      A1,M1,3/2/2026,D0351,sent
      A1,M1,3/2/2026,D9950,sent

      """
    let result = Self.audit("-", "--map", "code=Proc", "--format", "csv", claims: table)
    #expect(result.status == 1)
    #expect(
      result.errors == """
        cdtadvise: standard input: columns that are not read: 'Line Status'; name what they hold with --map
        2 service lines audited: 1 error, 0 warnings, 0 notes
          1 code-not-in-force

        """)
    #expect(result.output.contains("standard input,2,1,,error,code-not-in-force,A1,,2026-03-02,D0351,"))
    #expect(!result.output.contains("M1"))
    #expect(Self.audit("-", "--sorted", "-q", "--format", "csv", claims: table).output == result.output)
  }

  @Test(arguments: [
    (["--map", "codes"], "x,y\n", 64, "'--map' needs FIELD=COLUMN, not 'codes'"),
    (["--map", "codes=Proc"], "x,y\n", 64, "--map: no field 'codes'; did you mean 'code'?"),
    (["--map", "code=prc"], "proc,date\n", 64, "has no column 'prc'; did you mean 'proc'?"),
    ([], "proc,entered\n", 65, "no column is known to hold the date; name it with --map date=COLUMN"),
    ([], "D0801,SAMPLE\n", 65, "no column is known to hold the code; the first row must name the columns"),
    ([], "PK\u{3}\u{4}", 65, "save it as CSV first"),
    (["--from", "csv"], "PK\u{3}\u{4}", 65, "save it as CSV first"),
    (["--encoding", "windows-1252"], "PK\u{3}\u{4}", 65, "save it as CSV first"),
    (["--from", "csv"], "a,\"b\n", 65, "standard input:1: "),
  ]) func tablesThatCannotBeAuditedAreRefused(
    _ flags: [String], _ table: String, _ status: Int32, _ message: String
  ) {
    let result = CommandRun.run(["audit", "-"] + flags, input: Data(table.utf8))
    #expect(result.status == status && result.errors.contains(message), "\(result.errors)")
    #expect(!result.errors.contains("SAMPLE"))
  }

  /// A profile assigns the date, code, and patient columns; flags take precedence.
  @Test(arguments: [
    ["--profile", "dentrix"], ["--profile", "dentrix", "--map", "date=Entry Date"],
    ["--profile", "dentrix", "--map", "patient=Chart"],
  ]) func aProfileNamesTheColumns(_ flags: [String]) {
    let table = """
      Name,Chart,Code,Date,Entry Date
      A,1,D0351,1/2/2026,1/2/2022
      A,1,76376,1/3/2026,1/3/2026
      A,2,76377,1/3/2026,1/3/2026

      """
    let all = ["audit", "-", "--format", "csv", "-q", "--only", "code-not-in-force,two-renderings"] + flags
    let result = CommandRun.run(all, input: Data(table.utf8))
    #expect(result.output.contains("two-renderings") != flags.contains("patient=Chart"))
    #expect(result.output.contains("code-not-in-force") != flags.contains("date=Entry Date"))
  }

  /// Tables and X12 files in any encoding that `batch` reads, given by a flag, a profile or a byte order mark.
  @Test(arguments: [
    (nil, [UInt8]([0xFF, 0xFE]), 2), ("utf-16", [], 2), ("windows-1252", [], 1), ("utf-16", [0xFF, 0xFE], 2),
  ]) func everyEncodingIsAudited(_ encoding: String?, _ mark: [UInt8], _ width: Int) {
    func encoded(_ text: String) -> Data {
      Data(mark + text.unicodeScalars.flatMap { [UInt8($0.value)] + Array(repeating: 0, count: width - 1) })
    }
    let flags = ["audit", "-", "-q"] + (encoding.map { ["--encoding", $0] } ?? [])
    let table = "name,code,date\nZo\u{EB},D0351,3/2/2026\n"
    for (text, line) in [(table, 2), (Self.claims, 10)] {
      let result = CommandRun.run(flags, input: encoded(text))
      #expect(result.output.contains("standard input:\(line): error: [code-not-in-force]"), "\(result)")
    }
  }

  @Test func aProfileWithoutItsColumnsIsRejected() {
    let result = CommandRun.run(
      ["audit", "-", "--profile", "eaglesoft"], input: Data("code,date\n".utf8))
    #expect(result.status == 64 && result.errors.contains("has no column 'tran_date'"))
  }

  /// SARIF lists the checks of a plan with their descriptions.
  @Test func checksOfPlansAreListed() {
    let table = "code,date,claim\nD0470,1/2/2026,1\n"
    let outputs = Plan.standardIDs.map { plan in
      Self.audit("-", "--plan", plan, "--format", "sarif", "--fail-on", "never", claims: table).output
    }
    for check in Plan.auditCheckIDs {
      #expect(outputs.contains { $0.contains("{\"id\":\"\(check)\",\"shortDescription\":") }, "\(check)")
    }
  }

  @Test func aMissingFileIsNamed() {
    let result = Self.audit("no such file.837")
    #expect(result.status == 66 && result.errors.contains("no such file.837: cannot be read"))
    #expect(Self.audit("a", "b").status == 64)
  }
}
