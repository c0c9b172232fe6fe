import BatchAdvice
import ClaimFiles
import CodingRules
import StrictJSON
import Testing

/// Edge cases: unchecked settings, overlong rows, a full result cache.
struct OddBatchTests {
  /// The answers for a poured study cast.
  static let poured: [(key: String, value: JSON)] = [("purpose", "diagnostic"), ("capture", "stone-cast")]

  /// Unknown names and answers have no effect; `check` reports them.
  @Test func unknownSettings() throws {
    var batch = Batch(columns: ["report"])
    batch.profile.map = pairs([("nothing", "x"), ("date", "DOS")])
    batch.profile.set = pairs([("nothing", "x"), ("claim", "nobody")])
    #expect(try batch.advise(jsonRow(Self.poured)).rows == ["{\"report\":[\"D0470\"]}"])
  }

  /// A default fact applies to rows and visits without that fact.
  @Test func defaultFacts() throws {
    var batch = Batch(columns: ["report"])
    batch.profile.set = pairs([("Claim", "dental")])
    let row: [(key: String, value: JSON)] = [
      ("topic", "panoramic"), ("source", "exposed"), ("role", "capture-and-read"),
    ]
    let visit: [(key: String, value: JSON)] = [
      ("services", [["topic": "panoramic", "answers": ["source": "exposed", "role": "capture-and-read"]]])
    ]
    #expect(
      try batch.advise([jsonRow(row), jsonRow(visit)]).map(\.rows) == [
        ["{\"report\":[\"D0330\"]}"], ["{\"report\":[\"D0330\"]}"],
      ])
  }

  /// Cells with a container or text too long to cache.
  @Test func longCells() throws {
    var batch = Batch(columns: ["status"])
    batch.profile.text = "note"
    let long = String(repeating: "model ", count: 12_000)
    let rows = try batch.advise(jsonRow([("note", .string(long))]) + jsonRow([("note", [.string(long)])]))
      .rows
    #expect(rows.count == 2)
  }

  /// Without a default date of service, each row needs one.
  @Test func rowsNeedADate() throws {
    let batch = Batch(columns: ["problem"], day: nil)
    #expect(
      try batch.advise(jsonRow(Self.poured)).rows == ["{\"problem\":\"the date of service is missing\"}"])
    let dated = Self.poured + [(key: "date", value: JSON.string("2026-03-02"))]
    #expect(try batch.advise(jsonRow(dated)).rows == ["{\"problem\":null}"])
  }

  /// Ten bytes that are almost a date, and a container where a word is expected.
  @Test(
    arguments: [
      (JSON.string("2026-0x-02"), "needs a date"), ("2026x03x02", "needs a date"),
      (["2026-03-02"], "needs text"),
    ] as [(JSON, String)]) func cellsThatAreNoDays(_ value: JSON, _ says: String) throws
  {
    let row = jsonRow(Self.poured + [(key: "date", value: value)])
    let rows = try Batch(columns: ["problem"]).advise(row).rows
    #expect(rows.first?.contains(says) == true, "\(rows)")
  }

  /// A mapped column must contain answers even if its question is not asked.
  @Test func mappedColumnsHoldAnswers() throws {
    var batch = Batch(columns: ["status"])
    batch.profile.map = pairs([("printed", "Print")])
    let row = Self.poured + [(key: "Print", value: JSON.string("perhaps"))]
    #expect(try batch.advise(jsonRow(row)).rows == ["{\"status\":\"invalid\"}"])
  }

  /// Two columns with the same meaning are rejected, unless they belong to another topic.
  @Test func duplicateColumns() throws {
    var batch = Batch(columns: ["status"])
    batch.profile.map = pairs([("capture", "A"), ("capture", "B"), ("source", "C"), ("source", "D")])
    let row: [(key: String, value: JSON)] = [
      ("purpose", "diagnostic"), ("A", "stone-cast"), ("C", "exposed"), ("D", "exposed"),
    ]
    #expect(try batch.advise(jsonRow(row)).rows == ["{\"status\":\"ok\"}"])
    #expect(try batch.advise(jsonRow(row + [("B", "stone-cast")])).rows == ["{\"status\":\"invalid\"}"])
  }

  /// All columns of a delimited file, with full advice.
  @Test func fullRows() throws {
    let result = try Batch(format: .csv, isFull: true).advise("purpose,capture\ndiagnostic,stone-cast\n")
    #expect(result.rows.count == 1 && result.rows[0].contains("\"\"status\"\":\"\"advised\"\""))
    #expect(result.report.summary == "1 row: 1 advised")
  }

  /// An overlong row affects no other row, but stops a batch that stops at the first problem.
  @Test(arguments: [RowFormat.jsonl, .csv], [[], ["patient"]]) func overlongRows(
    _ format: RowFormat, _ visitBy: [String]
  ) throws {
    var batch = Batch(format: format, columns: ["status"], maxRow: 200, readSize: 64)
    (batch.profile.visitBy, batch.profile.isSorted) = (visitBy, !visitBy.isEmpty)
    let long = String(repeating: "x", count: 500)
    func row(_ patient: String) -> String {
      format == .csv
        ? "\(patient),2026-03-02,diagnostic,stone-cast\n"
        : jsonRow([("patient", .string(patient)), ("date", "2026-03-02")] + Self.poured)
    }
    let head = format == .csv ? "patient,date,purpose,capture\n" : ""
    let text = head + ["a", "b", long, "b", "c", long, "c"].map(row).joined()
    #expect(
      try batch.advise(text).rows.map { $0.contains("ok") } == [true, true, false, true, true, false, true])
    batch.stopsAtProblem = true
    #expect(try batch.advise(text).report.rows < 14)
  }

  /// More distinct rows than the cache holds, and rows too long for a cache key.
  @Test func fullCache() throws {
    let batch = Batch(columns: ["status"])
    let note = String(repeating: "n", count: 1_000)
    let rows = (0..<17_000).map {
      jsonRow(Self.poured + [(key: "simulated", value: JSON.string("maybe \($0)"))])
    }
    #expect(try batch.advise(rows.joined()).rows.count == 17_000)
    let fields = Array(batch.book.mainTopic.fields.prefix(20))
    let long = jsonRow(fields.map { ($0, .string(note)) })
    #expect(
      try batch.advise(long + jsonRow(Self.poured)).rows == [
        "{\"status\":\"invalid\"}", "{\"status\":\"ok\"}",
      ])
  }

  @Test(arguments: [RowFault.tooWide, .tooLong, .notUTF8]) func faultsOfRows(_ fault: RowFault) {
    #expect(!fault.sentence.isEmpty)
  }

  /// A column named almost like a question gets a remark, unless another column answers it.
  @Test func similarlyNamedColumns() {
    for (map, count) in [([], 1), ([("capture", "How")], 0)] as [([(String, String)], Int)] {
      var profile = BatchProfile()
      profile.map = pairs(map)
      let book = RuleBook.standard
      let settings = BatchSettings(
        book: book, topic: book.mainTopic, day: nil, profile: profile, isStrict: false)
      #expect(settings.remarks(onColumns: ["date", "captur"], []).count == count)
    }
  }

  /// A proposal ignores a column merely named like a question, and picks the best patient column.
  @Test func proposals() {
    var sample = RowSample()
    sample.rows = [
      [
        .init(name: "Source", text: "Recall list"), .init(name: "Chart", text: "7"),
        .init(name: "PatNum", text: "8"), .init(name: "PatientSignatureOnFile", text: "Y"),
        .init(name: "Note", text: "study models poured in stone"), .init(name: "ProcDate", text: "3/2/2026"),
        .init(name: "capture", text: "Nobody knows"),
      ]
    ]
    let proposal = ProfileProposal(.standard, sample.names, sample)
    #expect(proposal.profile.ignore == ["capture"] && proposal.profile.visitBy == ["PatNum"])
    let names = sample.names.filter { $0 != "PatNum" && $0 != "Chart" }
    #expect(ProfileProposal(.standard, names, sample).profile.visitBy.isEmpty)
  }
}
