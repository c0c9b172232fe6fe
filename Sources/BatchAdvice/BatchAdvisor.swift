import ClaimFiles
import CodingRules
import StrictJSON

/// A row that says the same as an earlier one costs one scan, one look-up and one copy; any other is evaluated.
struct BatchAdvisor<Reader: RowReader & ~Copyable>: ~Copyable {
  var reader: Reader
  let layout: ResultLayout
  /// The parts of a row of the result.
  let parts: UncheckedList<ResultLayout.Part>
  let reservedNumber: Int
  /// What separates the cells of the result, and of the rows; nil where it is JSON.
  let delimiter: UInt8?
  let inputDelimiter: UInt8?
  let evaluator: RowEvaluator
  private var services: ServiceCache
  private var key: RowKey
  var cache: ResultCache
  /// Whether all rows of the chunk are UTF-8, as far as it matters.
  var isChunkUTF8 = true
  /// Whether the row at hand is not UTF-8, and repaired when it is written.
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

  /// Advises on all rows of a chunk, or on those up to the first that has a problem.
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
        let isFine = advise(onRowOf: chunk, into: &sink, &report)
        if stopsAtProblem, !isFine { return report }
      }
      report.lines &+= lines
    }
    return report
  }

  /// Says of a row that cannot be read what is wrong with it.
  mutating func refuse(_ fault: RowFault, into sink: inout ByteSink) -> ChunkReport {
    var report = ChunkReport()
    reader.refuse(fault)
    report.rows = 1
    _ = adviseAlone(PaddedBytes([]), into: &sink, &report)
    report.lines = 1
    return report
  }

  /// Advises on the row at hand; false when it has a problem.
  @inline(__always)
  mutating func advise(
    onRowOf bytes: borrowing PaddedBytes, into sink: inout ByteSink, _ report: inout ChunkReport
  ) -> Bool {
    guard !reader.row.isFaulty, isChunkUTF8 || isUTF8(bytes), key.take(reader, bytes) else {
      return adviseAlone(bytes, into: &sink, &report)
    }
    let areServicesKnown = key.visit != nil && findServices(bytes)
    var found = cache.index(for: key.bytes)
    if found == nil { found = evaluate(bytes, areServicesKnown) }
    guard let index = found else { return adviseAlone(bytes, into: &sink, &report) }
    if layout.isFull, let day = key.day { cache.results.setDay(day, of: index) }
    write(index, bytes, &sink)
    return cache.results.count(index, in: &report)
  }

  /// Whether the services of the visit at hand are known; then their numbers become its key.
  @inline(never)
  private mutating func findServices(_ bytes: borrowing PaddedBytes) -> Bool {
    guard let visit = key.visit, let day = key.day, services.find(visit, bytes, on: day) else { return false }
    key.replace(with: services)
    return true
  }

  /// The index of the result of a row that says something new; nil when it cannot be kept.
  @inline(never)
  private mutating func evaluate(_ bytes: borrowing PaddedBytes, _ areServicesKnown: Bool) -> Int? {
    guard cache.takes(key.bytes) else { return nil }
    if areServicesKnown, evaluator.settings.profile.billed == nil, let result = services.result() {
      return cache.add(evaluator.planned(result), for: key.bytes)
    }
    let result = evaluator.evaluate(reader, bytes)
    if let visit = key.visit, let advice = result.visit { services.add(advice, of: visit) }
    return result.problem?.namesColumn == true ? nil : cache.add(result, for: key.bytes)
  }

  /// Advises on a row whose result is not kept; false when it has a problem.
  @inline(never)
  private mutating func adviseAlone(
    _ bytes: borrowing PaddedBytes, into sink: inout ByteSink, _ report: inout ChunkReport
  ) -> Bool {
    if !isChunkUTF8, !isUTF8(bytes) { return refuseEncoding(of: bytes, into: &sink, &report) }
    return finish(evaluator.evaluate(reader, bytes), bytes, into: &sink, &report)
  }

  /// Writes a row whose result is not kept; false when it has a problem.
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

  /// Whether the row at hand is UTF-8, as far as it matters: JSON that is not is malformed anyway.
  func isUTF8(_ bytes: borrowing PaddedBytes) -> Bool {
    inputDelimiter == nil || bytes.isUTF8(reader.row.start..<reader.row.end)
  }

  /// Writes a row that is not UTF-8, repaired, as one with that problem.
  @inline(never)
  mutating func refuseEncoding(
    of bytes: borrowing PaddedBytes, into sink: inout ByteSink, _ report: inout ChunkReport
  ) -> Bool {
    repairsRow = true
    defer { repairsRow = false }
    return finish(RowResult(.malformed(.notUTF8, lines: reader.row.lines)), bytes, into: &sink, &report)
  }
}
