import ClaimFiles
import CodingRules
import StrictJSON

/// Advises on rows; one equivalent to an earlier row costs a scan, a cache lookup, and a copy.
struct BatchAdvisor<Reader: RowReader & ~Copyable>: ~Copyable {
  var reader: Reader
  let layout: ResultLayout
  /// The parts of an output row.
  let parts: UncheckedList<ResultLayout.Part>
  let reservedNumber: Int
  /// The delimiters of the output and the input; nil for JSON.
  let delimiter: UInt8?
  let inputDelimiter: UInt8?
  let evaluator: RowEvaluator
  private var services: ServiceCache
  private var key: RowKey
  var cache: ResultCache
  /// Whether the whole chunk is known to be UTF-8; true for JSON, whose parser checks it.
  var isChunkUTF8 = true
  /// Whether the current row is not UTF-8 and must be repaired on output.
  var repairsRow = false

  /// Creates an advisor.
  init(_ reader: consuming Reader, _ settings: BatchSettings, _ layout: ResultLayout) {
    (delimiter, inputDelimiter) = (layout.format.delimiter, reader.format.delimiter)
    self.reader = reader
    self.layout = layout
    parts = UncheckedList(layout.parts)
    reservedNumber = settings.meanings.number(.reserved)
    evaluator = RowEvaluator(settings: settings)
    services = ServiceCache(settings, isFull: layout.isFull)
    key = RowKey(settings)
    cache = ResultCache(layout)
  }

  /// Advises on the rows of a chunk, optionally only up to the first with a problem.
  mutating func advise(
    _ chunk: borrowing PaddedBytes, into sink: inout ByteSink, stopsAtProblem: Bool
  ) -> ChunkReport {
    var report = ChunkReport()
    var offset = 0
    isChunkUTF8 = inputDelimiter == nil || chunk.isUTF8(0..<chunk.count)
    while offset < chunk.count {
      reader.read(chunk, at: offset)
      offset = reader.row.next
      let lines = reader.row.lines
      if !reader.row.isBlank {
        report.rows &+= 1
        let isValid = advise(onRowOf: chunk, into: &sink, &report)
        if stopsAtProblem, !isValid { return report }
      }
      report.lines &+= lines
    }
    return report
  }

  /// Writes an unreadable row with its fault as the problem.
  mutating func reject(_ fault: RowFault, into sink: inout ByteSink) -> ChunkReport {
    var report = ChunkReport()
    reader.reject(fault)
    report.rows = 1
    _ = adviseUncached(PaddedBytes([]), into: &sink, &report)
    report.lines = 1
    return report
  }

  /// Advises on the current row; returns false if it has a problem.
  @inline(__always)
  mutating func advise(
    onRowOf bytes: borrowing PaddedBytes, into sink: inout ByteSink, _ report: inout ChunkReport
  ) -> Bool {
    guard !reader.row.isFaulty, isChunkUTF8 || isUTF8(bytes), key.read(reader, bytes) else {
      return adviseUncached(bytes, into: &sink, &report)
    }
    let areServicesKnown = key.visit != nil && findServices(bytes)
    var found = cache.index(for: key.bytes)
    if found == nil { found = evaluate(bytes, areServicesKnown) }
    guard let index = found else { return adviseUncached(bytes, into: &sink, &report) }
    if layout.isFull, let day = key.day { cache.results.setDay(day, of: index) }
    write(index, bytes, &sink)
    return cache.results.count(index, in: &report)
  }

  /// Whether all services of the current visit are cached; if so, their numbers become its key.
  @inline(never)
  private mutating func findServices(_ bytes: borrowing PaddedBytes) -> Bool {
    guard let visit = key.visit, let day = key.day, services.find(visit, bytes, on: day) else { return false }
    key.replace(with: services)
    return true
  }

  /// Evaluates a row that is not cached; returns its index, or nil if the result cannot be cached.
  @inline(never)
  private mutating func evaluate(_ bytes: borrowing PaddedBytes, _ areServicesKnown: Bool) -> Int? {
    guard cache.canCache(key.bytes) else { return nil }
    if areServicesKnown, evaluator.settings.profile.billed == nil, let result = services.result() {
      return cache.add(evaluator.planned(result), for: key.bytes)
    }
    let result = evaluator.evaluate(reader, bytes)
    if let visit = key.visit, let advice = result.visit { services.add(advice, of: visit) }
    return result.problem?.namesColumn == true ? nil : cache.add(result, for: key.bytes)
  }

  /// Advises on a row without caching its result; returns false if it has a problem.
  @inline(never)
  private mutating func adviseUncached(
    _ bytes: borrowing PaddedBytes, into sink: inout ByteSink, _ report: inout ChunkReport
  ) -> Bool {
    if !isChunkUTF8, !isUTF8(bytes) { return rejectEncoding(of: bytes, into: &sink, &report) }
    return finish(evaluator.evaluate(reader, bytes), bytes, into: &sink, &report)
  }

  /// Writes a row with an uncached result; returns false if it has a problem.
  mutating func finish(
    _ result: RowResult, _ bytes: borrowing PaddedBytes, into sink: inout ByteSink,
    _ report: inout ChunkReport
  ) -> Bool {
    if canBeWritten {
      write(cache.results.add(result), bytes, &sink)
      cache.results.removeLast()
    } else {
      writeAsText(result, bytes, &sink)
    }
    report.add(result.kind)
    if let problem = result.problem { report.add(problem) }
    return result.problem == nil
  }

  // MARK: Rows that are not UTF-8

  /// Whether the current row is UTF-8; true for JSON, whose parser checks it.
  func isUTF8(_ bytes: borrowing PaddedBytes) -> Bool {
    inputDelimiter == nil || bytes.isUTF8(reader.row.start..<reader.row.end)
  }

  /// Writes a repaired row that is not UTF-8, with that problem.
  @inline(never)
  mutating func rejectEncoding(
    of bytes: borrowing PaddedBytes, into sink: inout ByteSink, _ report: inout ChunkReport
  ) -> Bool {
    repairsRow = true
    defer { repairsRow = false }
    return finish(RowResult(.malformed(.notUTF8, lines: reader.row.lines)), bytes, into: &sink, &report)
  }
}
