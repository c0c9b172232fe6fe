import CodingRules
import Foundation
import StrictJSON
import TestSupport
import Testing

@testable import cdtadvise

/// JSON Lines, CSV, flags, and the interview all produce the same advice.
struct BatchAgreementTests {
  /// The answers of a row to a topic on a day.
  struct Row {
    let topic: Topic
    var words: [(field: String, word: String)]
    let day: CalendarDay
  }

  /// Rows for all topics and many days: complete paths, some with answers that are not asked for.
  static let rows: [Row] = {
    var random = SeededGenerator(seed: 20_261_121)
    return (0..<600).compactMap { _ in
      guard let topic = RuleBook.standard.topics.randomElement(using: &random),
        let day = CalendarDay(daysSince1970: Int.random(in: 12_000...21_500, using: &random))
      else { return nil }
      var row = Row(topic: topic, words: [], day: day)
      var answers = Answers()
      while case .asks(let question) = topic.evaluate(answers) {
        guard let answer = question.answers.randomElement(using: &random) else { return nil }
        answers[question.field] = answer.id
        let word = random.next() % 3 == 0 ? answer.names.randomElement(using: &random) : answer.id
        row.words.append((question.field, word ?? answer.id))
      }
      let most = [0, 0, 0, 0, 1, 1, 9].randomElement(using: &random) ?? 0
      let unasked = topic.fields.filter { answers[$0] == nil }.shuffled(using: &random).prefix(most)
      for field in unasked {
        let answer = topic.questions.first { $0.field == field }?.answers.first
        row.words.append((field, answer?.id ?? ""))
      }
      return row
    }
  }()

  /// The advice from the library.
  static func advice(_ row: Row) throws -> Advice {
    var words = Words()
    for (field, word) in row.words { words[field] = word }
    let answers = try row.topic.answers(for: words)
    guard case .advises(let conclusion) = row.topic.evaluate(answers) else {
      throw CancellationError()
    }
    return conclusion.advice(on: row.day, by: .standard)
  }

  /// The advice for all rows, one per line.
  static func expected() throws -> String {
    try rows.map { String(decoding: try advice($0).json.bytes(.compact), as: UTF8.self) + "\n" }.joined()
  }

  @Test func objectsAgree() throws {
    let lines = Self.rows.map { row in
      let members = row.words.map { (key: $0.field, value: JSON.string($0.word)) }
      let all = [("topic", .string(row.topic.id))] + members + [("date", .string("\(row.day)"))]
      return String(decoding: JSON.object(all).bytes(.compact), as: UTF8.self) + "\n"
    }
    let result = CommandRun.run(
      ["batch", "-", "--from", "jsonl", "--full", "-q"], input: Data(lines.joined().utf8))
    let expected = try zip(lines, Self.expected().split(separator: "\n")).map { line, advice in
      line.dropLast(2) + ",\"advice\":\(advice)}\n"
    }
    #expect(result == CommandResult(output: expected.joined(), errors: "", status: 0))
  }

  @Test func cellsAgree() throws {
    let fields = Array(Set(RuleBook.standard.topics.flatMap(\.fields))).sorted()
    var text = (["topic", "date"] + fields).joined(separator: ",") + "\n"
    for row in Self.rows {
      let cells = fields.map { field in
        row.words.last { $0.field == field }.map {
          "\"\($0.word.replacingOccurrences(of: "\"", with: "\"\""))\""
        } ?? ""
      }
      text += ([row.topic.id, "\(row.day)"] + cells).joined(separator: ",") + "\n"
    }
    let result = CommandRun.run(
      ["batch", "-", "--from", "csv", "--columns", "advice", "--full", "-q"], input: Data(text.utf8))
    let expected = try Self.expected().split(separator: "\n").map {
      "\"\($0.replacingOccurrences(of: "\"", with: "\"\""))\"\n"
    }
    #expect(result == CommandResult(output: "advice\n" + expected.joined(), errors: "", status: 0))
  }

  @Test(arguments: Array(stride(from: 0, to: 600, by: 15))) func flagsAgree(_ index: Int) throws {
    let row = Self.rows[index]
    let flags = row.words.flatMap { ["--\($0.field)", $0.word] }
    let result = CommandRun.run(
      ["ask", row.topic.id, "--on", "\(row.day)", "--format", "json", "-q"] + flags)
    let expected = String(decoding: try Self.advice(row).json.bytes(.indented), as: UTF8.self) + "\n"
    #expect(result == CommandResult(output: expected, errors: "", status: 0))
  }

  @Test func theInterviewAgrees() throws {
    let reader = RuleBook.standard.sentenceReader
    for row in Self.rows {
      let visit = Visit(day: row.day, services: [Service(topic: row.topic, answers: [:])])
      var conversation = Conversation(.standard, visit: visit, reader: reader)
      while case .question(_, let question) = conversation.stage {
        let word = try #require(row.words.first { $0.field == question.field }?.word)
        guard case .took = conversation.take(word) else { break }
      }
      let answers = conversation.visit.services[0].answers
      guard case .advises(let conclusion) = row.topic.evaluate(answers, facts: conversation.visit.facts)
      else {
        Issue.record("the interview did not end")
        return
      }
      let advice = conclusion.advice(on: row.day, by: .standard)
      #expect(advice.reported == (try Self.advice(row).reported))
      #expect(advice.steps == (try Self.advice(row).steps))
    }
  }

  /// Rows with escapes and odd spacing, which leave the fast path, get the advice of the plain row.
  @Test func oddSpellingChangesNothing() throws {
    let odd = Self.rows.map { row in
      let blank = row.topic.fields.filter { field in !row.words.contains { $0.field == field } }
      let members =
        row.words.map { "\"\(escaped($0.field))\" : \" \(escaped($0.word)) \"" }
        + blank.map { "\"\($0)\":\"  \"" }
      return "{ \"topic\" : \"\(row.topic.id)\" , " + members.joined(separator: " , ")
        + ",\"date\":\" \(row.day) \"}\n"
    }
    let result = CommandRun.run(
      ["batch", "-", "--from", "jsonl", "--full", "--columns", "advice", "-q"], input: Data(odd.joined().utf8)
    )
    let expected = try Self.expected().split(separator: "\n").map { "{\"advice\":\($0)}\n" }.joined()
    #expect(result == CommandResult(output: expected, errors: "", status: 0))
  }

  /// More invalid words than are cached, in every field: each row gets its own problem, and valid
  /// rows stay valid.
  @Test func eachRowReportsItsOwnWrongWord() throws {
    let rows = (0..<6000).map { number in
      switch number % 3 {
      case 0: (row: "diagnostic,cast \(number)", result: ",invalid,\"capture: no answer 'cast \(number)'")
      case 1: (row: "diagnostic,", result: ",pending,\"'capture' needs an answer")
      default: (row: "Diagnostic,stone  cast", result: "D0470,ok,")
      }
    }
    let input = "purpose,capture\n" + rows.map { $0.row + "\n" }.joined()
    let result = CommandRun.run(
      ["batch", "-", "--from", "csv", "--columns", "report,status,problem"], input: Data(input.utf8))
    let lines = result.output.split(separator: "\n").dropFirst()
    #expect(result.status == 65 && lines.count == rows.count)
    for (line, row) in zip(lines, rows) { #expect(line.hasPrefix(row.result)) }
  }

  /// A JSON string whose first character is escaped.
  private func escaped(_ text: String) -> String {
    let digits = String(text.unicodeScalars.first?.value ?? 0, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits + text.dropFirst()
  }
}
