import ClaimFiles
import CodingRules
import StrictJSON

/// Turns the rows of one chunk after another into rows of the result. Each thread has its own.
///
/// A row whose outcome was met before costs one scan and one copy; any other is judged by what `ask` uses.
struct RowAdvisor<Reader: RowReader & ~Copyable>: ~Copyable {
  var reader: Reader
  let options: BatchOptions
  let layout: ResultLayout
  /// What is copied from a row, in order.
  let parts: PlainList<ResultLayout.Part>
  private let dateNumber: Int
  private let servicesNumber: Int
  /// The topic of the row at hand.
  var current: TopicState
  /// The other topics that rows named, by their ids.
  private var others: [String: Waiting] = [:]
  var ready: ReadyResults
  /// By field: the number of the word of the row at hand.
  let words: UnsafeMutablePointer<Int>

  init(_ reader: consuming Reader, _ options: BatchOptions, _ layout: ResultLayout) {
    self.reader = reader
    self.options = options
    self.layout = layout
    parts = PlainList(layout.parts)
    ready = ReadyResults(layout.shared)
    (dateNumber, servicesNumber) = (options.dateNumber, options.servicesNumber)
    current = TopicState(options.topic, options)
    words = .allocate(capacity: CompiledTopic.mostFields)
    words.initialize(repeating: 0, count: CompiledTopic.mostFields)
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
          let result = adviseOnItsOwn(bytes, into: &sink)
          report.add(result, line: report.lines)
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
    guard !reader.row.isFaulty, isUTF8(bytes), let facts = facts(bytes), let day = facts.day ?? options.day,
      let outcome = current.compiled.outcome(words, fields: facts.given)
    else { return nil }
    let stretch = current.turningDays.stretch(of: day)
    if let entry = current.entry(outcome, stretch) { return (entry, day) }
    return prepare(outcome, stretch, day).map { ($0, day) }
  }

  /// Whether the row can be written in the result's format, as far as its bytes go.
  @inline(__always)
  func isUTF8(_ bytes: UnsafePointer<UInt8>) -> Bool {
    layout.format != .jsonl || reader.format == .jsonl || reader.row.isUTF8(bytes)
  }

  /// Makes the result of an outcome ready; nil for one that is a problem, or when all are forgotten to make room.
  @inline(never)
  private mutating func prepare(_ outcome: Int, _ stretch: Int, _ day: CalendarDay) -> Int? {
    guard ready.hasRoom() else {
      forgetResults()
      return nil
    }
    let conclusion = current.compiled.conclusion(outcome)
    let result = options.result(of: conclusion.advice(on: day, by: options.book))
    if result.isBad { return nil }
    let entry = ready.add(layout.constants(result), result.remarks)
    current.keep(entry, outcome, stretch)
    return entry
  }

  /// Forgets what was met, so that memory stays bounded.
  mutating func forgetResults() {
    ready.forget()
    current.forgetResults()
    for other in others.values { other.state.forgetResults() }
  }

  // MARK: What a row says

  /// The row's day and a bit for each field that it gives, the words in place; nil when anything about them is odd.
  @inline(__always)
  mutating func facts(_ bytes: UnsafePointer<UInt8>) -> (given: UInt64, day: CalendarDay?)? {
    var given: UInt64 = 0
    var day: CalendarDay?
    var topic: Cell?
    var isKnown = true
    for cell in reader.values {
      let number = Int(cell.meaning)
      if number < 0 { continue }
      if cell.isEmpty {
        if number <= servicesNumber { continue }
        return nil
      }
      if cell.form == .container || cell.isTooLong { return nil }
      if number < dateNumber {
        let field = current.fieldOfNumber[number]
        if field < 0 {
          if field == TopicState.noField { continue }
          return nil
        }
        let word = current.compiled.word(cell.span(bytes), field: field) ?? meet(cell, bytes, field: field)
        if let word, word < 0 { continue }
        guard given & 1 &<< UInt64(field) == 0 else { return nil }
        given |= 1 &<< UInt64(field)
        words[field] = word ?? 0
        isKnown = isKnown && word != nil
      } else if number == dateNumber {
        guard let written = CalendarDay(cell.span(bytes)) ?? oddDay(cell, bytes), day == nil else {
          return nil
        }
        day = written
      } else if number >= servicesNumber || topic != nil {
        return nil
      } else {
        topic = cell
      }
    }
    if current.isNamed(topic?.span(bytes)) { return isKnown ? (given, day) : nil }
    return turn(to: topic, bytes) ? factsAgain(bytes) : nil
  }

  /// The number of a word that is met for the first time; nil when it is not kept.
  @inline(never)
  private mutating func meet(_ cell: Cell, _ bytes: UnsafePointer<UInt8>, field: Int) -> Int? {
    current.compiled.meet(cell.span(bytes), field: field, text: cell.text(in: bytes))
  }

  /// The day that a cell tells with blanks around it or with escapes.
  @inline(never)
  private func oddDay(_ cell: Cell, _ bytes: UnsafePointer<UInt8>) -> CalendarDay? {
    CalendarDay(cell.text(in: bytes)) ?? cell.word(in: bytes).flatMap { CalendarDay($0) }
  }

  /// What the row says, now that its topic is at hand; not inlined, as `facts` is.
  private mutating func factsAgain(_ bytes: UnsafePointer<UInt8>) -> (given: UInt64, day: CalendarDay?)? {
    facts(bytes)
  }

  /// Takes the topic of this name at hand, or that of rows which name none; false when there is no such topic.
  private mutating func turn(to name: Cell?, _ bytes: UnsafePointer<UInt8>) -> Bool {
    let named = name.map { options.topic(named: $0.text(in: bytes)) } ?? options.topic
    guard let topic = named else { return false }
    if topic.id != current.topic.id {
      let other = others.removeValue(forKey: topic.id) ?? Waiting(TopicState(topic, options))
      swap(&current, &other.state)
      others[other.state.topic.id] = other
    }
    if let name { current.keepName(name.span(bytes)) }
    return true
  }
}

/// A topic that is not at hand.
private final class Waiting {
  var state: TopicState

  init(_ state: consuming TopicState) {
    self.state = state
  }
}
