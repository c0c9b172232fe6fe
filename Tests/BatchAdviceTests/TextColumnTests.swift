import BatchAdvice
import ClaimFiles
import CodingRules
import StrictJSON
import Testing

/// Free-text descriptions and the codes billed for them.
struct TextColumnTests {
  private func rows(_ rows: [[String]], _ columns: [String]) throws -> [String] {
    var batch = Batch(columns: columns)
    (batch.profile.text, batch.profile.billed) = ("note", "code")
    let names = ["code", "note", "capture"]
    let text = rows.map { jsonRow(zip(names, $0).map { (key: $0, value: JSON.string($1)) }) }.joined()
    return try batch.advise(text).rows.map { $0.filter { !"{}\"[]".contains($0) } }
  }

  @Test(arguments: [
    (["D0470", "study models poured in stone for records"], "report:D0470,status:ok,agreement:agrees"),
    (["D0801", "study models poured in stone for records"], "report:D0470,status:differs,agreement:differs"),
    (["d0801", "iTero scan for clear aligners"], "report:,status:differs,agreement:differs"),
    (["", "iTero scan for clear aligners"], "report:,status:ok,agreement:agrees"),
    (["", "study models poured in stone for records"], "report:D0470,status:differs,agreement:differs"),
    (["D1110", "adult prophy"], "report:,status:unrelated,agreement:null"),
    (["D0470", "pt tolerated well"], "report:,status:pending,agreement:null"),
    (["", ""], "report:,status:unrelated,agreement:null"),
    (["", "records"], "report:,status:pending,agreement:null"),
    (["D0470", "study models for records", "alginate"], "report:D0470,status:ok,agreement:agrees"),
  ]) func textsStateWhatWasDone(_ row: [String], _ result: String) throws {
    #expect(try rows([row], ["report", "status", "agreement"]) == [result])
  }

  /// A column takes precedence over the text, unless its word is not an answer.
  @Test func columnsTakePrecedence() throws {
    let note = "study models poured in stone for records"
    let found = try rows(
      [["", note, "face-scan"], ["", note, "x17"], ["", note, "stonecst"]], ["report", "status"])
    #expect(found == ["report:,status:pending", "report:D0470,status:differs", "report:,status:invalid"])
  }

  @Test func severalServicesAreAVisit() throws {
    let found = try rows([["", "pano and night guard impressions taken"]], ["topic", "status"])
    #expect(found == ["topic:panoramic,model,status:pending"])
  }

  @Test func differencesAreExplained() throws {
    let found = try rows([["D0801 D0393", "iTero scan for clear aligners"]], ["problem", "included_in"])
    let problem = try #require(found.first)
    #expect(
      problem.hasPrefix("problem:Billed D0801 D0393; to report: nothing. D0801 is not billed separately."))
    #expect(problem.hasSuffix("included_in:aligners"))
  }

  /// Columns settle ambiguities of the text; services of other topics are not read.
  @Test(arguments: [
    ("model", "", "a scan, poured in stone for records", "pending"), ("", "", "a scan", "pending"),
    ("panoramic", "", "study models poured in stone for records", "pending"),
    ("", "occlusal-guard", "splint", "pending"), ("model", "occlusal-guard", "splint", "pending"),
    ("", "", "splint", "pending"),
  ]) func columnsSettleTexts(_ topic: String, _ device: String, _ note: String, _ status: String) throws {
    var batch = Batch(columns: ["status"])
    batch.profile.text = "note"
    let row = jsonRow([("topic", .string(topic)), ("device", .string(device)), ("note", .string(note))])
    #expect(try batch.advise(row).rows == ["{\"status\":\"\(status)\"}"])
  }

  /// Words without an effect are remarks of rows with a service, one by one or in a visit.
  @Test(arguments: [
    ("", "pano exposed, wibbled study models", "Not used: wibbled study models."),
    ("", "study models poured in stone for records, very happy, nv 2 wks", "Not used: very happy, nv 2 wks."),
    ("", "pano #3", nil), ("", "study models poured in stone for records", nil),
    ("model", "wibbled", "Not used: wibbled."), ("", "wibbled", nil), ("model", "", nil),
    ("", "wibbled, a scan", nil),
  ]) func unusedWordsAreRemarks(_ topic: String, _ note: String, _ remark: String?) throws {
    var batch = Batch(columns: ["remarks"])
    batch.profile.text = "note"
    let row = jsonRow([("visit", "1"), ("topic", .string(topic)), ("note", .string(note))])
    let expected = "{\"remarks\":\(remark.map { "\"\($0)\"" } ?? "null")}"
    #expect(try batch.advise(row + row).rows == [expected, expected])
    batch.profile.visitBy = ["visit"]
    let other = jsonRow([("visit", "1"), ("topic", ""), ("note", "wax-up, nothing mounted")])
    #expect(try batch.advise(row + other).rows.first == expected)
  }

  /// A code that the advice does not mention is only listed.
  @Test func otherCodesAreListed() throws {
    let found = try rows([["D0470 D0330", "study models poured in stone for records"]], ["problem"])
    #expect(found == ["problem:Billed D0470 D0330; to report: D0470."])
    let device = try rows([["D0330", "iTero scan for clear aligners"]], ["problem"])
    #expect(
      device == [
        "problem:Billed D0330; to report: nothing. "
          + "The work is part of: Aligners, braces or other orthodontic treatment."
      ])
  }

  /// A cell without a code is not taken for an empty one.
  @Test(arguments: [
    ("470", "differs", "'470' is not a code such as D0470; to report: D0470."),
    ("0470", "differs", "'0470' is not a code such as D0470; to report: D0470."),
    ("none", "differs", "Nothing was billed; to report: D0470."), ("d0470.", "agrees", "null"),
  ]) func aBilledCellWithoutACode(_ billed: String, _ agreement: String, _ problem: String) throws {
    let row = [billed, "study models poured in stone for records"]
    #expect(try rows([row], ["agreement", "problem"]) == ["agreement:\(agreement),problem:\(problem)"])
    let device = try rows([[billed, "iTero scan for clear aligners"]], ["agreement"])
    #expect(device == ["agreement:\(billed.contains { $0.isNumber } ? "differs" : "agrees")"])
  }

  /// The codes of a device agree with work that is part of it; every reason is true of its code.
  @Test(arguments: RuleBook.standard.devices.map(\.id)) func codesOfADeviceAgree(_ id: String) throws {
    let device = try #require(RuleBook.standard.devices.first { $0.id == id })
    let days = ["2015-06-01", "2024-03-02", "2026-03-02"].compactMap { CalendarDay($0) }
    for day in days {
      let listed = device.ranges.flatMap { [$0.codes.first, $0.codes.last] }
      let codes = (RuleBook.standard.codes.map(\.id) + listed).uniqued()
      var batch = Batch(columns: ["agreement", "not_separately", "problem"], day: day)
      batch.profile.billed = "code"
      let text = codes.map { code in
        jsonRow([
          ("code", .string(code)), ("purpose", "device"), ("device", .string(id)), ("printed", "no"),
        ])
      }
      for (code, row) in zip(codes, try batch.advise(text.joined()).rows) {
        let result = try JSONDocument(Array(row.utf8)).root
        func said(_ key: String) -> String { result[key]?.string ?? "" }
        let isOwn = device.codes(on: day).contains { $0.contains(code) }
        let isKnown = RuleBook.standard.code(code) != nil
        #expect(said("agreement") == (isOwn || !isKnown ? "agrees" : "differs"), "\(code) \(row)")
        if said("agreement") == "agrees" { continue }
        let isExcluded = result["not_separately"]?.elements?.contains { $0.string == code } == true
        #expect(said("problem").contains("\(code) is not billed separately.") == isExcluded, "\(row)")
        let isOver = device.ranges.contains { $0.codes.contains(code) }
        #expect(said("problem").contains("\(code) is not in force") == isOver, "\(row)")
        #expect(said("problem").hasSuffix("The work is part of: \(device.label)."), "\(row)")
      }
    }
  }

  /// Cached results of texts equal freshly computed ones.
  @Test func textsGetTheSameAloneAndTogether() throws {
    let notes = RuleBook.standard.sentences.prefix(60).map(\.text)
    let all = notes.map { ["D0470", $0] } + notes.map { ["", $0, "iTero"] }
    let columns = ["report", "status", "problem", "remarks"]
    let together = try rows(all + all, columns)
    let alone = try all.flatMap { row in try rows([row], columns) }
    #expect(together == alone + alone)
  }
}
