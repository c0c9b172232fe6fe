import ClaimFiles
import CodingRules

/// Turns the rows of one chunk after another into rows of the result. Each thread has its own.
///
/// A row whose outcome was met before costs one scan and one copy; any other is judged by what `ask` uses.
struct RowAdvisor<Reader: RowReader & ~Copyable>: ~Copyable {
  var reader: Reader
  let options: BatchOptions
  let layout: ResultLayout
  /// How many columns a row may have, when those of the first row are the result's.
  let closedColumns: Int
  var topics: [TopicState]
  var ready = ReadyResults()
  /// By field: the word of the row at hand.
  let words: UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>

  init(_ reader: consuming Reader, _ options: BatchOptions, _ layout: ResultLayout, closedColumns: Int?) {
    self.reader = reader
    self.options = options
    self.layout = layout
    self.closedColumns = closedColumns ?? .max
    topics = [TopicState(options.topic, options)]
    words = .allocate(capacity: CompiledTopic.mostFields)
    words.initialize(repeating: UnsafeBufferPointer(start: nil, count: 0), count: CompiledTopic.mostFields)
  }

  deinit { words.deallocate() }

  /// Advises on all rows of a chunk, or on those up to the first that has a problem.
  mutating func advise(_ chunk: Chunk, into sink: inout ByteSink, stopsAtProblem: Bool) -> ChunkReport {
    var report = ChunkReport()
    let bytes = UnsafePointer(chunk.bytes)
    var place = 0
    while place < chunk.count {
      reader.read(bytes, at: place, limit: chunk.count)
      place = reader.row.next
      if !reader.row.isBlank {
        report.rows &+= 1
        if let found = readyResult(bytes) {
          report.add(ready.remarks(found.entry))
          write(found.entry, found.day, bytes, &sink)
        } else {
          let result = judge(bytes)
          report.add(result, line: report.lines)
          write(result, bytes, &sink)
          if stopsAtProblem, result.isBad { return report }
        }
      }
      report.lines &+= reader.row.lines
    }
    return report
  }

  /// Says of a row that cannot be read what is wrong with it.
  mutating func refuse(_ fault: RowFault, into sink: inout ByteSink) -> ChunkReport {
    var report = ChunkReport()
    var line: UInt8 = 0x0A
    reader.refuse(fault)
    let result = judge(&line)
    report.add(result, line: 0)
    write(result, &line, &sink)
    (report.rows, report.lines) = (1, 1)
    return report
  }

  // MARK: Outcomes that were met before

  /// The entry of the row's result, made now if need be, and its day; nil for a row that must be judged on its own.
  @inline(__always)
  private mutating func readyResult(_ bytes: UnsafePointer<UInt8>) -> (entry: Int, day: CalendarDay)? {
    if ready.size > ReadyResults.mostBytes { forgetResults() }
    guard reader.fault == nil, isUTF8(bytes), let facts = facts(bytes, topic: 0),
      let day = facts.day ?? options.day,
      let outcome = topics[facts.topic].compiled?.outcome(words, given: facts.given)
    else { return nil }
    let stretch = topics[facts.topic].turningDays.stretch(of: day)
    if let entry = topics[facts.topic].entry(outcome, stretch) { return (entry, day) }
    return prepare(facts.topic, outcome, stretch, day).map { ($0, day) }
  }

  /// Whether the row can be written in the result's format, as far as its bytes go.
  @inline(__always)
  func isUTF8(_ bytes: UnsafePointer<UInt8>) -> Bool {
    layout.format != .jsonl || reader.format == .jsonl || reader.row.isUTF8(bytes)
  }

  /// Makes the result of an outcome ready; nil for one that is a problem.
  private mutating func prepare(_ topic: Int, _ outcome: Int, _ stretch: Int, _ day: CalendarDay) -> Int? {
    guard let conclusion = topics[topic].compiled?.conclusion(outcome) else { return nil }
    let result = options.result(of: conclusion.advice(on: day, by: options.book))
    if result.isBad { return nil }
    let entry = ready.add(layout.constants(result), result.remarks)
    topics[topic].keep(entry, outcome, stretch)
    return entry
  }

  private mutating func forgetResults() {
    ready.forget(from: 0)
    for place in topics.indices { topics[place].forgetResults() }
  }

  /// The row's topic, given fields and day, its words in place; nil when anything about them is odd.
  @inline(__always)
  private mutating func facts(
    _ bytes: UnsafePointer<UInt8>, topic: Int
  ) -> (topic: Int, given: UInt64, day: CalendarDay?)? {
    var given: UInt64 = 0
    var day: CalendarDay?
    for column in reader.present {
      if column >= closedColumns { return nil }
      let number = reader.meaning(column)
      if number == options.takenNumber { return nil }
      guard number >= 0, let cell = reader.cell(column), !cell.isEmpty else { continue }
      guard cell.form == .plain || cell.form == .quoted else { return nil }
      if number < options.dateNumber {
        let field = topics[topic].fieldOfNumber[number]
        if field < 0 { continue }
        guard given & 1 &<< UInt64(field) == 0 else { return nil }
        given |= 1 &<< UInt64(field)
        words[field] = cell.span(bytes)
      } else if number == options.dateNumber {
        guard day == nil, let written = CalendarDay(cell.span(bytes)) else { return nil }
        day = written
      } else {
        guard let named = place(ofTopic: cell.text(in: bytes)) else { return nil }
        if named != topic { return topic == 0 ? facts(bytes, topicNamed: named) : nil }
      }
    }
    return (topic, given, day)
  }

  /// The same for a row that names its topic.
  private mutating func facts(
    _ bytes: UnsafePointer<UInt8>, topicNamed topic: Int
  ) -> (topic: Int, given: UInt64, day: CalendarDay?)? {
    facts(bytes, topic: topic)
  }

  /// The place of a topic among those that are ready; nil when the book has no such topic.
  private mutating func place(ofTopic word: String) -> Int? {
    if let place = topics.firstIndex(where: { $0.topic.id == word }) { return place }
    guard let topic = options.topic(named: word) else { return nil }
    if let place = topics.firstIndex(where: { $0.topic.id == topic.id }) { return place }
    topics.append(TopicState(topic, options))
    return topics.count - 1
  }
}
