import ClaimFiles
import CodingRules

/// Rows that were not met before: they are judged as `ask` judges its flags.
extension RowAdvisor where Reader: ~Copyable {
  /// The result of the row at hand, whatever stands in it.
  mutating func judge(_ bytes: UnsafePointer<UInt8>) -> RowResult {
    if let fault = reader.fault ?? (isUTF8(bytes) ? nil : .notUTF8) {
      return RowResult(invalid: fault.sentence)
    }
    do throws(RowProblem) {
      return try result(of: RowFacts(reader, options, bytes, closedColumns: closedColumns))
    } catch {
      return RowResult(invalid: error.sentence)
    }
  }

  private func result(of facts: RowFacts) throws(RowProblem) -> RowResult {
    let answers: Answers
    do throws(UnknownAnswer) {
      answers = try facts.topic.answers(named: Answers(facts.words))
    } catch {
      throw RowProblem("\(error.field): \(error)")
    }
    switch facts.topic.evaluate(answers) {
    case .asks(let question): return RowResult(facts.topic, pending: answers, open: question)
    case .advises(let conclusion):
      return options.result(of: conclusion.advice(on: facts.day, by: options.book))
    }
  }
}

/// What keeps a row from being advised on, as a sentence.
struct RowProblem: Error {
  let sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }
}

/// What a row says: its topic, the words for the topic's fields, its date of service.
private struct RowFacts {
  let topic: Topic
  let day: CalendarDay
  private(set) var words: [String: String] = [:]

  init<Reader: RowReader & ~Copyable>(
    _ reader: borrowing Reader, _ options: BatchOptions, _ bytes: UnsafePointer<UInt8>, closedColumns: Int
  ) throws(RowProblem) {
    var texts: [Int: String] = [:]
    for cell in reader.values {
      let name = reader.columns[Int(cell.column)].name
      if cell.column >= closedColumns {
        throw RowProblem("the first row has no key '\(printable(name))'; choose the columns with --columns")
      }
      let number = Int(cell.meaning)
      if number == options.takenNumber {
        throw RowProblem("the key '\(printable(name))' has the name of a column of the result")
      }
      guard number >= 0, let text = try cell.word(bytes, name) else {
        continue
      }
      if texts.updateValue(text, forKey: number) != nil {
        throw RowProblem("two columns mean the same as '\(printable(name))'; leave one empty")
      }
    }
    topic = try Self.topic(texts[options.topicNumber], options)
    day = try Self.day(texts[options.dateNumber], options)
    let fields = Set(topic.fields)
    for (number, text) in texts where number < options.fields.count && fields.contains(options.fields[number])
    {
      words[options.fields[number]] = text
    }
  }

  private static func topic(_ word: String?, _ options: BatchOptions) throws(RowProblem) -> Topic {
    guard let word else { return options.topic }
    if let topic = options.topic(named: word) { return topic }
    let near = nearestName(to: word, among: options.book.topics.map(\.id))
    throw RowProblem("no topic '\(printable(word))'" + (near.map { " — did you mean '\($0)'?" } ?? ""))
  }

  private static func day(_ word: String?, _ options: BatchOptions) throws(RowProblem) -> CalendarDay {
    guard let word else {
      if let day = options.day { return day }
      throw RowProblem("the date of service is missing")
    }
    if let day = CalendarDay(word) { return day }
    throw RowProblem(
      "'\(printable(options.dateColumn))' needs a day written 2026-01-31, not '\(printable(word))'")
  }
}

extension Cell {
  /// The text without blanks around it; nil when nothing is said.
  fileprivate func word(_ bytes: UnsafePointer<UInt8>, _ name: String) throws(RowProblem) -> String? {
    if form == .container {
      throw RowProblem("'\(printable(name))' needs a text, not an array or object")
    }
    let text = text(in: bytes)
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    return String(text[first...last])
  }
}
