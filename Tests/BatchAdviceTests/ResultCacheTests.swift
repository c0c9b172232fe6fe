import BatchAdvice
import ClaimFiles
import CodingRules
import Foundation
import StrictJSON
import TestSupport
import Testing

/// Cached results equal freshly computed ones.
struct ResultCacheTests {
  static let book = RuleBook.standard

  /// Days before, between, and after the days on which rules change.
  static let days = [
    "2010-05-05", "2022-12-31", "2023-01-01", "2024-06-30", "2026-03-02", "2026-12-31", "2031-01-01",
  ]

  /// The paths of a topic, as members of rows.
  static func paths(of topic: String) -> [[(key: String, value: JSON)]] {
    var paths: [[(key: String, value: JSON)]] = []
    book.topic(topic)?.forEachPath(limit: 300) { steps in
      let answers = steps.map { (key: $0.question.field, value: JSON.string($0.answer.id)) }
      paths.append([("topic", .string(topic))] + answers)
    }
    return paths
  }

  /// Answers not asked for on the row's path, or on any path.
  static func extras(_ path: [(key: String, value: JSON)], _ count: Int) -> [(key: String, value: JSON)] {
    guard case .string(let id)? = path.first?.value, let topic = book.topic(id) else { return [] }
    let given = path.map(\.key)
    let others = topic.questions.filter { !given.contains($0.field) }.uniqued(by: \.field).prefix(count)
    return others.map { ($0.field, .string($0.answers[0].id)) } + [("note", "…")]
  }

  /// Every path of every topic, on each day and with some extra answers: the result is the same
  /// for a row alone, after others, and after the same row on another day.
  @Test(arguments: book.topics.map(\.id)) func cachedEqualsUncached(_ topic: String) throws {
    let columns = ["report", "not_separately", "status", "problem", "advice"]
    let batch = Batch(columns: columns, isFull: true)
    var rows: [String] = []
    for (index, path) in Self.paths(of: topic).enumerated() {
      let answers = path + Self.extras(path, index % 8)
      rows += Self.days.map { jsonRow(answers + [("date", .string($0))]) }
    }
    let alone = try batch.advise(rows).flatMap(\.rows)
    let together = try batch.advise((rows + rows.reversed()).joined()).rows
    #expect(alone.count == rows.count)
    #expect(together == alone + alone.reversed())
  }

  /// A cached list of services is not confused with another value at the same offset in a later chunk.
  @Test func anObjectIsNotAListOfServices() throws {
    let batch = Batch(columns: ["status", "report"], readSize: 64)
    let id = JSON.string(String(repeating: "x", count: 64))
    let list = jsonRow([("services", [["topic": "splint"]]), ("facts", ["claim": "dental"]), ("id", id)])
    let object = list.replacing("[", with: "{\"a\":").replacing("]", with: "}")
    let rows = [list, list, object, list]
    #expect(try batch.advise(rows.joined()).rows == batch.advise(rows).flatMap(\.rows))
  }

  /// A row with an empty list of services uses the default topic.
  @Test(arguments: ["null", "[]", "[ ]"]) func anEmptyListOfServicesIsNotAVisit(_ services: String) throws {
    let row = "{\"services\":\(services)}\n"
    let pending = #"{"status":"pending"}"#
    #expect(try Batch(columns: ["status"]).advise(row + row).rows == [pending, pending])
  }

  /// Rows of all kinds get the same results together as separately.
  @Test(arguments: [RowFormat.jsonl, .csv], [false, true])
  func batchesEqualSingleRows(_ output: RowFormat, _ isStrict: Bool) throws {
    let columns = ["status", "problem", "report", "advice"]
    let batch = Batch(output: output, columns: columns, isStrict: isStrict)
    let rows = OddRows.all + OddRows.all.reversed() + OddRows.all
    let together = try batch.advise(rows.joined())
    let alone = try batch.advise(rows)
    #expect(together.rows.count == rows.count)
    for (index, row) in rows.enumerated() { #expect(alone[index].rows == [together.rows[index]], "\(row)") }
  }

  /// A visit assembled from cached services equals the visit parsed as a whole.
  ///
  /// - Parameter paths: The number of paths per topic; 300 uses only the first topic, whose
  ///   services differ little.
  @Test(arguments: [false, true], [1, 6, 300])
  func cachedServicesGiveTheSameVisit(_ isFull: Bool, _ paths: Int) throws {
    let batch = Batch(columns: isFull ? nil : ResultColumn.allCases.map(\.rawValue), isFull: isFull)
    var random = SeededGenerator(seed: 20_261_121)
    let topics = Self.book.topics.filter(\.isService).prefix(paths == 300 ? 1 : 100)
    let paths = topics.flatMap { Self.paths(of: $0.id).prefix(paths) }
    let rows = (0..<150).map { number -> String in
      let services = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in
        paths.randomElement(using: &random).map { path -> JSON in
          .object([path[0], (key: "answers", value: .object(Array(path.dropFirst())))])
        }
      }
      let day = Self.days.randomElement(using: &random) ?? ""
      var members: [(key: String, value: JSON)] = [
        ("id", .integer(number)), ("date", .string(day)), ("services", .array(services)),
      ]
      if number % 3 == 0 {
        members.append(("facts", ["claim": number % 2 == 0 ? "dental" : "medical"]))
      }
      let row = jsonRow(members)
      return number % 7 == 0 ? row.replacing("\":", with: "\" : ") : row
    }
    let together = try batch.advise((rows + rows).joined()).rows
    let alone = try batch.advise(rows).flatMap(\.rows)
    #expect(together == alone + alone)
  }

  /// A key holds the meanings of 4,096 columns; rows of a book with more are not cached.
  @Test func columnsOfAVeryLargeBookAreNotConfused() throws {
    let folder = try TestFiles.newFolder().appendingPathComponent("book")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let source = TestFiles.package.appendingPathComponent(TestFiles.testBook)
    try FileManager.default.copyItem(at: source, to: folder)
    let edition = folder.appendingPathComponent("edition.json")
    let topics = (0..<5).map { "wide\($0)" }
    let text = try String(contentsOf: edition, encoding: .utf8)
      .replacing("\"splint\"]", with: (["splint"] + topics).map { "\"\($0)\"" }.joined(separator: ", ") + "]")
    try text.write(to: edition, atomically: true, encoding: .utf8)
    for (number, topic) in topics.enumerated() {
      let questions: [JSON] = (0..<1_000).map { index in
        let next: [(key: String, value: JSON)] =
          index < 999 ? [("next", .string("q\(number)x\(index + 1)"))] : []
        let answers: [JSON] = ["yes", "no"].map {
          .object([("id", .string($0)), ("label", .string($0))] + next)
        }
        return ["id": .string("q\(number)x\(index)"), "ask": "?", "answers": .array(answers)]
      }
      let file: JSON = ["topic": .string(topic), "title": .string(topic), "questions": .array(questions)]
      let path = folder.appendingPathComponent("topics/\(topic).json")
      try Data(file.bytes(.compact)).write(to: path)
    }
    var batch = Batch()
    batch.book = try RuleBook(folder: folder.path)
    let fields = batch.book.topics.flatMap(\.fields).uniqued()
    let first = try #require(fields.firstIndex(of: "q0x0"))
    let rows = [0, 4_096].map { jsonRow([("topic", "wide0"), (fields[first + $0], "yes")]) }
    let together = try batch.advise(rows.joined()).rows
    #expect(together == (try batch.advise(rows).flatMap(\.rows)))
    #expect(together[0].contains("'q0x1' needs an answer") && together[1].contains("'q0x0' needs an answer"))
  }
}

/// Rows that are incomplete, incorrect, or unusually formatted.
enum OddRows {
  static let all: [String] =
    [
      [], [("purpose", "diagnostic")], [("purpose", "diagnosis"), ("capture", "stone-cast")],
      [("purpose", "diagnostic"), ("capture", "stonecast")],
      [("Purpose", "Diagnostic"), ("capture", " STONE CAST ")],
      [("purpose", "diagnostic"), (" purpose", "device"), ("capture", "stone-cast")],
      [("capture", "stone-cast"), ("purpose", "diagnostic")], [("purpose", ["a"])], [("PURPOSE", ["a"])],
      [("topic", "none")], [("topic", "splint")], [("Topic", "model"), ("topic", "splint")],
      [("status", "x")],
      [("purpose", "device"), ("device", "crown"), ("date", "2031-01-01")], [("date", "2026-02-30")],
      [("date", " 2026-02-03 "), ("purpose", "device"), ("device", "crown")],
      [("date", "2026-02-03"), ("Date", "2026-02-04"), ("purpose", "device")],
      [("services", [])], [("services", [["topic": "splint"]])], [("services", [["topic": "none"]])],
      [("services", "x")],
      [("services", [["topic": "splint"]]), ("topic", "model")],
      [("services", [["topic": "splint"]]), ("claim", "dental")],
      [("services", [["topic": "splint"]]), ("facts", ["claim": "dental"])],
      [("services", [["topic": "splint"]]), ("facts", ["claim": "medical"])],
      [("facts", ["claim": "dental"]), ("services", [["topic": "splint"]]), ("surgery", "2026-03-09")],
      [("services", [["topic": "splint"]]), ("surgery", "2026-03-10"), ("facts", ["claim": "dental"])],
      [("services", [["topic": "splint"]]), ("Services", [["topic": "splint"]])],
    ].map { jsonRow($0) } + ["[]\n", "{\"a\":1,\"a\":2}\n", "{\n"]
}
