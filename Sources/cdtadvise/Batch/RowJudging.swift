import ClaimFiles
import CodingRules

/// Rows that were not met before: they are judged as `ask` judges its flags.
extension RowAdvisor where Reader: ~Copyable {
  /// Judges the row and writes it; of rows that get no advice those with the same words are judged once.
  mutating func adviseOnItsOwn(_ bytes: UnsafePointer<UInt8>, into sink: inout ByteSink) -> RowResult {
    if current.compiled.isFull { forgetResults() }
    let key = refusedWords(bytes)
    if let key, let known = current.refusals[key] {
      write(known.entry, nil, bytes, &sink)
      return known.result
    }
    let result = judge(bytes)
    write(result, bytes, &sink)
    if let key, result.status == .pending || result.status == .invalid && !options.isStrict {
      if ready.hasRoom() {
        current.refusals[key] = (ready.add(layout.constants(result), result.remarks), result)
      } else {
        forgetResults()
      }
    }
    return result
  }

  /// The words of a row that gets no advice, whatever its day; nil when its result hangs on more than these.
  private mutating func refusedWords(_ bytes: UnsafePointer<UInt8>) -> [Int]? {
    guard !reader.row.isFaulty, isUTF8(bytes), let facts = facts(bytes), facts.day ?? options.day != nil,
      current.compiled.outcome(words, fields: facts.given) == nil
    else { return nil }
    let given = (0..<CompiledTopic.mostFields).filter { facts.given & 1 << UInt64($0) != 0 }
    return given.flatMap { [$0, words[$0]] }
  }

  /// The result of the row at hand, whatever stands in it.
  mutating func judge(_ bytes: UnsafePointer<UInt8>) -> RowResult {
    if let fault = reader.fault ?? (isUTF8(bytes) ? nil : .notUTF8) {
      return RowResult(invalid: fault.sentence)
    }
    do throws(RowProblem) {
      let facts = try RowFacts(reader, options, bytes)
      if let members = VisitMembers(reader, options, bytes) {
        return options.result(of: try members.visit(beside: facts, bytes))
      }
      return try result(of: facts)
    } catch {
      return RowResult(invalid: error.sentence)
    }
  }

  private func result(of facts: RowFacts) throws(RowProblem) -> RowResult {
    let (topic, day) = (try facts.topic(), try facts.day())
    let words = try facts.words(for: topic.fields)
    let answers: Answers
    do throws(UnknownAnswer) {
      answers = try topic.answers(for: words)
    } catch {
      throw RowProblem(error)
    }
    switch topic.evaluate(answers) {
    case .asks(let question): return RowResult(topic, pending: answers, open: question)
    case .advises(let conclusion): return options.result(of: conclusion.advice(on: day, by: options.book))
    }
  }
}

/// What keeps a row from being advised on, as a sentence.
struct RowProblem: Error {
  let sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }

  init(_ unknown: UnknownAnswer) {
    sentence = "\(unknown.field): \(unknown)"
  }

  init(_ unusable: UnusableVisit) {
    var sentences = unusable.findings.prefix(Self.mostFindings).map(\.locatedMessage)
    if unusable.findings.count > sentences.count { sentences.append("and more") }
    sentence = sentences.joined(separator: "; ")
  }

  /// How many findings about a visit are told one by one.
  private static let mostFindings = 10
}

/// What a row says: its topic, words for fields, its date of service.
struct RowFacts {
  let options: BatchOptions
  /// The words by the numbers of their columns.
  private var texts: [Int: String] = [:]
  /// By number: the name of a second column that says something of the same.
  private var doubles: [Int: String] = [:]

  init<Reader: RowReader & ~Copyable>(
    _ reader: borrowing Reader, _ options: BatchOptions, _ bytes: UnsafePointer<UInt8>
  ) throws(RowProblem) {
    self.options = options
    for cell in reader.values {
      let name = reader.columns[Int(cell.column)].name
      let number = Int(cell.meaning)
      if number == options.homelessNumber {
        throw RowProblem("the first row has no key '\(excerpt(name))'; choose the columns with --columns")
      }
      if number == options.takenNumber {
        throw RowProblem("the key '\(excerpt(name))' has the name of a column of the result")
      }
      guard number >= 0, number != options.servicesNumber, let text = try cell.word(bytes, name) else {
        continue
      }
      if texts.updateValue(text, forKey: number) != nil { doubles[number] = name }
    }
    for number in [options.topicNumber, options.dateNumber] { try refuseDouble(number) }
  }

  private func refuseDouble(_ number: Int) throws(RowProblem) {
    guard let name = doubles[number] else { return }
    throw RowProblem("two columns mean the same as '\(excerpt(name))'; leave one empty")
  }

  /// Whether the row names a topic.
  var namesTopic: Bool { texts[options.topicNumber] != nil }

  /// The fields of any topic that the row has words for.
  var fields: [String] { options.fields.enumerated().filter { texts[$0.offset] != nil }.map(\.element) }

  /// The words for some fields; what two columns say of other fields does not matter.
  func words(for fields: [String]) throws(RowProblem) -> Words {
    var words = Words()
    for (number, field) in options.fields.enumerated() where fields.contains(field) {
      try refuseDouble(number)
      words[field] = texts[number]
    }
    return words
  }

  /// The topic that the row names, or that of rows that name none.
  func topic() throws(RowProblem) -> Topic {
    guard let word = texts[options.topicNumber] else { return options.topic }
    if let topic = options.topic(named: word) { return topic }
    let near = nearestName(to: word, among: options.book.topics.map(\.id))
    throw RowProblem("no topic '\(excerpt(word))'" + (near.map { " — did you mean '\($0)'?" } ?? ""))
  }

  /// The date of service that the row tells, or that of rows that tell none.
  func day() throws(RowProblem) -> CalendarDay {
    guard let word = texts[options.dateNumber] else {
      if let day = options.day { return day }
      throw RowProblem("the date of service is missing")
    }
    if let day = CalendarDay(word) { return day }
    throw RowProblem(
      "'\(printable(options.dateColumn))' needs a day written 2026-01-31, not '\(excerpt(word))'")
  }
}

extension Cell {
  /// The longest text that can be a word, as it is written, in bytes.
  private static let longestWord = 1 << 10

  /// Whether it is too long for a word: no answer, topic or day.
  @inline(__always)
  var isTooLong: Bool { end &- start > Self.longestWord }

  /// The text without blanks around it; nil when nothing is said.
  func word(in bytes: UnsafePointer<UInt8>) -> String? {
    let text = text(in: bytes)
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    return String(text[first...last])
  }

  /// The same of what can only be a text.
  fileprivate func word(_ bytes: UnsafePointer<UInt8>, _ name: String) throws(RowProblem) -> String? {
    if form == .container {
      throw RowProblem("'\(excerpt(name))' needs a text, not an array or object")
    }
    if isTooLong {
      throw RowProblem("'\(excerpt(name))' needs a word, not a text of \(end - start) bytes")
    }
    return word(in: bytes)
  }
}
