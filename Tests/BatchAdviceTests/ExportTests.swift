import BatchAdvice
import ClaimFiles
import CodingRules
import StrictJSON
import Testing

/// Rows exported by other programs.
struct ExportTests {
  /// The output rows of CSV with these columns selected.
  private func rows(
    _ text: String, _ columns: [String], change: (inout Batch) -> Void = { _ in }
  ) throws -> [String] {
    var batch = Batch(format: .csv, columns: columns)
    change(&batch)
    return try batch.advise(text).rows
  }

  @Test(arguments: [
    "2022-03-02", "3/2/2022", "03/02/2022", "3/2/22", "03/02/2022 00:00:00", "2022-03-02T08:30:00",
    "20220302", " 3/2/2022 ", "03-02-2022", "3-2-2022",
  ]) func datesAreReadAsTablesWriteThem(_ date: String) throws {
    let text = "id,date,purpose,capture,printed,simulated\n1,\(date),diagnostic,intraoral-scan,no,no\n"
    #expect(try rows(text, ["status"]) == ["not_in_force"])
  }

  @Test(arguments: ["13/2/2026", "3/2", "3-2-26", "13-2-2026", "2/30/2026", "3/2/026", "March 2"])
  func otherDatesAreRejected(_ date: String) throws {
    let text = "date,purpose,capture\n\(date),diagnostic,stone-cast\n"
    #expect(try rows(text, ["status"]) == ["invalid"])
  }

  /// A row without its date gets the advice of the default date and a remark, whatever rows came before.
  @Test(arguments: ["", " ", "0001-01-01", "1/1/0001 12:00:00 AM"])
  func aMissingDateIsRemarked(_ date: String) throws {
    let dated = "2026-03-02,diagnostic,stone-cast\n"
    let text = "ProcDate,purpose,capture\n\(dated)\(date),diagnostic,stone-cast\n\(dated)"
    let expected = [
      "D0470,ok,", "D0470,ok,No date of service; the rules of 2026-03-02 were used.", "D0470,ok,",
    ]
    func found(_ columns: [String]) throws -> [String] {
      try rows(text, ["report", "status", "remarks"]) { batch in
        batch.profile.map = pairs([("date", "ProcDate")])
        batch.profile.visitBy = columns
      }
    }
    #expect(try found([]) == expected)
    #expect(try found(["capture"]).map { $0.contains("No date of service;") } == [false, true, false])
  }

  /// So does a visit without its date.
  @Test func aVisitWithoutItsDateIsRemarked() throws {
    func row(_ date: String) -> String {
      "{\"date\":\(date),\"services\":[{\"topic\":\"model\",\"answers\":{\"purpose\":\"device\",\"device\":\"crown\"}}]}\n"
    }
    let text = [row("\"2026-03-02\""), row("null"), row("\"\""), row("\"2026-03-03\"")].joined()
    let found = try Batch(columns: ["remarks"]).advise(text).rows.map { $0.contains("No date of service") }
    #expect(found == [false, true, true, false])
  }

  /// Answers in an office's own words, ignoring case; ambiguous words are rejected.
  @Test(arguments: [
    ("Stone Cast", "D0470"), ("Alginates", "D0470"), ("stone models", "D0470"), ("INTRAORAL", "D0801"),
    ("iTero, both arches", "D0801"), ("Mouth scans", "D0801"), ("face scanners", "D0803"),
  ]) func officeWordsAreAnswers(_ word: String, _ code: String) throws {
    let text = "purpose,capture,printed,simulated\ndiagnostic,\"\(word)\",no,no\n"
    #expect(try rows(text, ["report"]) == [code])
  }

  @Test(arguments: ["scan", "model", "Recall list", "xray of tooth"])
  func unknownWordsAreRejected(_ word: String) throws {
    #expect(try rows("purpose,capture\ndiagnostic,\(word)\n", ["status"]) == ["invalid"])
  }

  @Test(arguments: ["Y", "TRUE", "no", "0"]) func spellingsOfYesAndNo(_ word: String) throws {
    let question = try #require(
      RuleBook.standard.topics.flatMap(\.questions).first {
        $0.answer(id: "yes") != nil && $0.answer(id: "no") != nil
      })
    let row = jsonRow([("topic", .string(question.topic)), (question.field, .string(word))])
    #expect(try Batch().advise(row).rows.first?.contains("is not an answer") == false)
  }

  // MARK: Columns

  @Test func columnsAreMappedSetAndIgnored() throws {
    let text =
      "PatNum,ProcDate,How,Why,source,printed\n1,3/2/2026,iTero,study,Recall,\n2,3/2/2022,alginate,study,x,lab\n"
    let found = try rows(text, ["PatNum", "report", "status", "remarks"]) { batch in
      batch.profile.map = pairs([("date", "procdate"), ("capture", "How"), ("Purpose", "WHY")])
      batch.profile.set = pairs([("printed", "no"), ("simulated", "no")])
      batch.profile.ignore = ["source"]
    }
    #expect(
      found == [
        "1,D0801,ok,", "2,D0470,ok,Ignored 'printed' = 'lab': not asked in this case.",
      ])
  }

  /// A mapped column replaces the one named like the question.
  @Test func aMappedColumnReplacesTheNamed() throws {
    let text = "capture,how,purpose\nweird,alginate,study\n"
    #expect(try rows(text, ["report"]) { $0.profile.map = pairs([("capture", "how")]) } == ["D0470"])
  }

  /// Words that are not answers are a problem in a mapped column, even with a constant for empty cells.
  @Test func foreignWordsInAMappedColumnAreInvalid() throws {
    let found = try rows("how,purpose\nRecall list,study\n,study\n", ["report", "status"]) { batch in
      batch.profile.map = pairs([("capture", "how")])
      batch.profile.set = pairs([("capture", "stone-cast")])
    }
    #expect(found == [",invalid", "D0470,ok"])
  }

  /// Words that are not answers count as empty in columns merely named like questions.
  @Test func foreignWordsCountAsEmpty() throws {
    let text =
      "purpose,capture,printed,device\nstudy,alginate,Recall list,x17\nstudy,Recall list,,\nstudy,stonecst,,\n"
    let constant = try rows(text, ["report", "status"]) {
      $0.profile.set = pairs([("capture", "stone-cast")])
    }
    #expect(constant == ["D0470,ok", "D0470,ok", ",invalid"])
    #expect(try rows(text, ["report", "status"]) == ["D0470,ok", ",invalid", ",invalid"])
  }

  @Test func suspiciousColumnsAreReported() {
    let settings = BatchSettings(
      book: .standard, topic: RuleBook.standard.mainTopic, day: nil, profile: BatchProfile(), isStrict: false)
    func remarks(_ names: [String], _ texts: [String] = []) -> [ColumnRemark] {
      settings.remarks(onColumns: names, zip(names, texts).map { RowSample.Value(name: $0, text: $1) })
    }
    #expect(remarks(["service_date", "id"]) == [.looksLikeDate("service_date")])
    #expect(remarks(["DOS"]) == [.looksLikeDate("DOS")])
    #expect(remarks(["when", "id"], ["3/2/2026", "17"]) == [.looksLikeDate("when")])
    #expect(remarks(["date", "birthdate"]) == [])
    #expect(
      remarks(["captur", "purposes"]) == [
        .similarName("captur", field: "capture"), .similarName("purposes", field: "purpose"),
      ])
    #expect(remarks(["id", "note", "name", "source", "capture"]) == [])
  }

  // MARK: Bytes

  @Test func invalidUTF8IsRepaired() throws {
    let bytes =
      Array("id,name,purpose,capture\n1,Jos".utf8) + [0xE9]
      + Array(",study,alginate\n2,Ann,study,alginate\n".utf8)
    for output in [RowFormat.csv, .jsonl] {
      let batch = Batch(format: .csv, output: output, columns: ["name", "status"])
      let result = try batch.advise(bytes: bytes)
      #expect(result.rows[0].contains("Jos\u{FFFD}") && result.rows[0].contains("invalid"))
      #expect(result.rows[1].contains("ok"))
      #expect(result.report.badRows == 1)
    }
  }

  @Test(arguments: [("\n", RowFormat.csv), ("\r", .csv), ("\r", .tsv), ("\r\n", .tsv), ("\r", .ssv)])
  func anyLineBreakEndsARow(_ lineBreak: String, _ format: RowFormat) throws {
    let delimiter = String(Unicode.Scalar(try #require(format.delimiter)))
    let lines = [
      ["id", "purpose", "capture"], ["1", "study", "alginate"], ["\"2\(lineBreak)\"", "study", "iTero"],
    ]
    let text = lines.map { $0.joined(separator: delimiter) + lineBreak }.joined()
    let rows = try Batch(format: format, output: .jsonl, columns: ["id", "status"]).advise(text).rows
    #expect(rows.count == 2)
    #expect(rows.first == #"{"id":"1","status":"ok"}"#)
    #expect(rows.last?.hasSuffix(#""status":"pending"}"#) == true)
  }
}
