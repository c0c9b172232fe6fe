import CodingRules
import Foundation
import StrictJSON
import Testing

/// A JSON Lines row with services gets the advice of `visit` for the same document.
struct VisitAgreementTests {
  static let book = RuleBook.standard

  /// The worked cases with all ways of billing them.
  static let worked = book.cases.flatMap(\.variants).map(\.visit)

  /// Visits of three services on any day, some with answers that conflict or are not asked for.
  static let random: [Visit] = stride(from: 0, to: BatchAgreementTests.rows.count - 2, by: 3).map { index in
    let rows = BatchAgreementTests.rows[index..<index + 3]
    let services = rows.map { row in
      Service(topic: row.topic, answers: Answers(Dictionary(row.words.map { ($0.field, $0.word) }) { $1 }))
    }
    return Visit(day: rows[index].day, services: services)
  }

  /// A row with the document of a visit and other members.
  static func row(_ visit: Visit, _ id: Int) -> String {
    guard case .object(let members) = visit.document else { return "" }
    let all = [(key: "id", value: JSON.integer(id))] + members + [(key: "note", value: ["x": .null])]
    return String(decoding: JSON.object(all).bytes(.compact), as: UTF8.self)
  }

  /// The advice from the library.
  static func advice(_ visit: Visit) throws -> JSON {
    let visit = try book.visit(visit.document.bytes(.compact), today: visit.day)
    return switch book.evaluate(visit) {
    case .asks: visit.pendingJSON
    case .advises(let advice): advice.json
    }
  }

  @Test func rowsAgree() throws {
    let visits = Self.worked + Self.random
    let rows = visits.enumerated().map { Self.row($1, $0) }
    let result = CommandRun.run(
      ["batch", "-", "--from", "jsonl", "--full", "-q"],
      input: Data(rows.map { $0 + "\n" }.joined().utf8))
    let expected = try zip(rows, visits).map { row, visit in
      let advice = String(decoding: try Self.advice(visit).bytes(.compact), as: UTF8.self)
      return row.dropLast() + ",\"advice\":\(advice)}\n"
    }
    #expect(result.output == expected.joined())
  }

  @Test(arguments: worked.indices) func documentsAgree(_ index: Int) throws {
    let visit = Self.worked[index]
    let result = CommandRun.run(
      ["visit", "-", "--json", "-q"], input: Data(visit.document.bytes(.indented)))
    let expected = String(decoding: try Self.advice(visit).bytes(.indented), as: UTF8.self) + "\n"
    #expect((result.output, result.errors) == (expected, ""))
  }

  /// No row lists a code both as reported and as not separately reportable.
  @Test func reportedCodesAreNotForbidden() throws {
    let rows = (Self.worked + Self.random).enumerated().map { Self.row($1, $0) + "\n" }.joined()
    let result = CommandRun.run(
      ["batch", "-", "--from", "jsonl", "--to", "csv", "--columns", "report,not_separately", "-q"],
      input: Data(rows.utf8))
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == Self.worked.count + Self.random.count + 1)
    for line in lines {
      let cells = line.split(separator: ",").map { Set($0.split(separator: " ")) }
      if cells.count == 2 { #expect(cells[0].isDisjoint(with: cells[1]), "\(line)") }
    }
  }
}
