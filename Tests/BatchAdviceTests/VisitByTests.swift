import BatchAdvice
import ClaimFiles
import CodingRules
import StrictJSON
import TestSupport
import Testing

/// Rows grouped into visits by some columns.
struct VisitByTests {
  static let stone = "diagnostic,stone-cast,,"
  static let scan = "diagnostic,intraoral-scan,no,no"
  static let header = "id,patient,date,purpose,capture,printed,simulated\n"

  private func batch(isSorted: Bool = false, _ columns: [String] = ["id", "status", "remarks"]) -> Batch {
    var batch = Batch(format: .csv, columns: columns)
    (batch.profile.visitBy, batch.profile.isSorted) = (["Patient"], isSorted)
    return batch
  }

  /// A check between two lines is reported at these lines only.
  @Test(arguments: [false, true]) func rowsOfOnePatientAndDayAreAVisit(_ isSorted: Bool) throws {
    let rows = [
      "1,a,3/2/2026,\(Self.stone)", "2,a,2026-03-02,\(Self.scan)", "3,a,2026-03-03,\(Self.scan)",
      "4,b,2026-03-02,\(Self.scan)", "5,,2026-03-02,\(Self.stone)", "6,,2026-03-02,\(Self.scan)",
    ]
    let found = try batch(isSorted: isSorted).advise(Self.header + rows.joined(separator: "\n") + "\n").rows
    #expect(found.map { $0.contains("Warning: D0470, D0801") } == [true, true, false, false, false, false])
  }

  /// With `--sorted`, scattered rows of a visit are reported; other visits of the patient are not.
  @Test(arguments: [
    (["a,3/2/2026", "b,3/2/2026", "a,3/2/2026"], true), (["a,3/2/2026", "b,3/2/2026", "a,3/3/2026"], false),
    (["a,3/2/2026", "a,3/3/2026", "a,3/2/2026", "b,3/2/2026"], false),
    ([",3/2/2026", "a,3/2/2026", ",3/2/2026"], false),
  ]) func rowsThatAreApartAreReported(_ rows: [String], _ isReported: Bool) throws {
    let text = Self.header + rows.map { "1,\($0),\(Self.stone)\n" }.joined()
    for readSize in [7, 1 << 18] {
      var batch = batch(isSorted: true)
      batch.readSize = readSize
      #expect(
        try batch.advise(text).report.warnings.contains { $0.contains("not consecutive") } == isReported)
      batch.profile.isSorted = false
      #expect(try batch.advise(text).report.warnings.isEmpty)
    }
  }

  /// A visit fact stated in one row applies to the others.
  @Test func factsApplyToTheVisit() throws {
    let text =
      "id,patient,topic,source,claim,role\n1,a,panoramic,exposed,dental,capture-only\n2,a,panoramic,exposed,,capture-only\n"
    let alone = try Self.status(text, by: [])
    let together = try Self.status(text, by: ["patient"])
    #expect(alone.last == "2,pending" && together.last == "2,ok")
  }

  /// Services in free text belong to the visit like those of other rows.
  @Test func textServicesBelongToTheVisit() throws {
    var batch = batch(["remarks"])
    batch.profile.text = "note"
    let rows = "a,2026-03-02,poured study models\na,2026-03-02,Stone cast to study. Alginate for a crown.\n"
    let remarks = try batch.advise("patient,date,note\n" + rows).rows
    #expect(remarks.allSatisfy { $0.contains("D0470, D0470, Crown: The impression") })
  }

  /// The full advice of a row is that for the row alone, unless a check concerns it.
  @Test func fullAdviceOfARow() throws {
    var batch = batch(["advice"])
    batch.isFull = true
    let scan = "1,b,2026-03-02,\(Self.scan)\n"
    let rows = try batch.advise(Self.header + "1,a,2026-03-02,\(Self.stone)\n" + scan + scan).rows
    let alone = try batch.advise(Self.header + scan).rows
    #expect(rows[1] != alone[0] && rows[1] == rows[2])
    #expect(try batch.advise(Self.header + scan + scan.replacing("1,b", with: "2,c")).rows[0] == alone[0])
  }

  /// More results than are stored at a time, with the rows of a visit far apart.
  @Test func manyScatteredVisits() throws {
    let visits = (0..<9_000).map { "\($0),\($0),2026-03-02,\(Self.scan)\n" }
    let casts = (0..<9_000).map { "\($0),\($0),2026-03-02,\(Self.stone)\n" }
    let rows = try batch(["remarks"]).advise(Self.header + (visits + casts).joined()).rows
    #expect(rows.count == 18_000 && rows.allSatisfy { $0.contains("Warning: D0801, D0470") })
  }

  /// A row with a whole visit remains a visit of its own.
  @Test func aVisitInOneRowStaysSeparate() throws {
    var batch = Batch(columns: ["report", "remarks"])
    batch.profile.visitBy = ["date"]
    let cast: [(key: String, value: JSON)] = [("purpose", "diagnostic"), ("capture", "stone-cast")]
    let services: JSON = [.object([("topic", "model"), ("answers", .object(cast))])]
    let rows = [
      jsonRow([("date", "2026-03-02"), ("services", services)]), jsonRow([("date", "2026-03-02")] + cast),
    ]
    #expect(try batch.advise(rows.joined()).rows == rows.flatMap { try batch.advise($0).rows })
  }

  /// Facts stated in other rows of the visit are not asked for again.
  @Test func factsAreNotAskedAgain() throws {
    let rows = "1,a,panoramic,exposed,dental,capture-only\n2,a,panoramic,exposed,,\n3,a,model,,,\n"
    var batch = batch(["id", "problem"])
    let text = "id,patient,topic,source,claim,role\n" + rows
    #expect(try batch.advise(text).rows[1].contains("'role' needs an answer"))
    batch.profile.visitBy = []
    #expect(try batch.advise(text).rows[1].contains("'claim' needs an answer"))
  }

  private static func status(_ text: String, by columns: [String]) throws -> [String] {
    var batch = Batch(format: .csv, columns: ["id", "status"])
    batch.profile.visitBy = columns
    return try batch.advise(text).rows
  }

  /// All rows are written once and in order, sorted or not, for every read size.
  @Test(arguments: [1, 7, 300, 1 << 18]) func noRowIsLost(_ readSize: Int) throws {
    var random = SeededGenerator(seed: 13)
    let kinds = [
      Self.stone, Self.scan, "device,,,", "x,y", "\"diagnostic\",\"stone-cast\",,", "diagnostic,\"a\nb\",,",
      "",
      "diagnostic,stone-cast,,,,",
    ]
    let patients = (0..<120).map { _ in "\(Int.random(in: 0..<9, using: &random))" }
    for isSorted in [false, true] {
      let order = isSorted ? patients.sorted() : patients
      let rows = order.enumerated().map { "\($0),\($1),2026-03-02,\(kinds[$0 % kinds.count])\n" }
      var batch = batch(isSorted: isSorted, ["id", "status"])
      batch.readSize = readSize
      let result = try batch.advise(Self.header + rows.joined(separator: "\n") + "\n")
      #expect(result.rows.map { $0.split(separator: ",")[0] } == rows.indices.map { "\($0)" })
      #expect(result.report.rows == rows.count)
      let lines = (Self.header + rows.joined(separator: "\n") + "\n").split(
        separator: "\n", omittingEmptySubsequences: false)
      for line in result.lines { #expect(lines[line + 1].split(separator: ",").count != 1, "\(line)") }
      #expect(result.lines == result.lines.sorted())
    }
  }

  @Test func overlongRowsKeepTheirOrder() throws {
    let long = "2,b,2026-03-02,\(String(repeating: "x", count: 5 << 20))\n"
    let text = Self.header + "1,a,2026-03-02,\(Self.stone)\n" + long + "3,a,2026-03-02,\(Self.scan)\n"
    for isSorted in [false, true] {
      let result = try batch(isSorted: isSorted, ["id", "status"]).advise(text)
      #expect(result.rows == ["1,ok", ",invalid", "3,ok"])
    }
  }

  @Test func rowsPerVisitAreLimited() throws {
    let rows = (0...Visit.maxServices).map { "\($0),a,2026-03-02,\(Self.stone)\n" }.joined()
    let result = try batch(["id", "status"]).advise(Self.header + rows)
    #expect(result.rows.allSatisfy { $0.hasSuffix(",invalid") })
    #expect(result.rows.count == Visit.maxServices + 1)
  }

  @Test func keysGroupRowsToo() throws {
    var batch = batch(["id", "remarks"])
    batch.format = .jsonl
    batch.profile.visitBy = ["patient", "site"]
    let answers: [(key: String, value: JSON)] = [
      ("purpose", "diagnostic"), ("printed", "no"), ("simulated", "no"),
    ]
    func row(_ site: JSON, _ capture: JSON) -> String {
      jsonRow([("patient", 7), ("site", site), ("capture", capture)] + answers)
    }
    let rows = try batch.advise(
      row("x", "stone-cast") + row("y", "intraoral-scan") + row("x", "intraoral-scan")
    ).rows
    #expect(rows.map { $0.contains("Warning") } == [true, false, true])
  }
}
