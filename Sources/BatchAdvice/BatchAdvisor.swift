package import ClaimFiles
import CodingRules
package import StrictJSON

/// Turns the rows of one chunk after another into rows of the result. Each thread has its own.
package protocol ChunkAdvisor: AnyObject {
  /// Advises on all rows of a chunk, or on those up to the first that has a problem.
  func advise(_ chunk: borrowing PaddedBytes, into sink: inout ByteSink, stopsAtProblem: Bool) -> ChunkReport
  /// Says of a row that cannot be read what is wrong with it.
  func refuse(_ fault: RowFault, into sink: inout ByteSink) -> ChunkReport
}

extension BatchHeader {
  /// Makes an advisor for the rows after the header.
  package func makeAdvisor(_ settings: BatchSettings) -> any ChunkAdvisor {
    if format.input == .jsonl {
      let (reserved, listed) = (reserved, listed)
      let reader = JSONLinesReader(known: known) {
        settings.number(ofKey: $0, reserved: reserved, listed: listed)
      }
      return JSONLinesAdvisor(BatchAdvisor(reader, settings, layout))
    }
    let columns = known.map { RowColumn(name: $0, meaning: settings.number(ofColumn: $0)) }
    let reader = DelimitedReader(columns: columns, format: format.input, lineBreak: lineBreak)
    return DelimitedAdvisor(BatchAdvisor(reader, settings, layout))
  }
}

// The advisor is specialized for each reader, which a generic class would not be.

private final class JSONLinesAdvisor: ChunkAdvisor {
  private var advisor: BatchAdvisor<JSONLinesReader>

  init(_ advisor: consuming BatchAdvisor<JSONLinesReader>) { self.advisor = advisor }

  func advise(_ chunk: borrowing PaddedBytes, into sink: inout ByteSink, stopsAtProblem: Bool) -> ChunkReport
  {
    advisor.advise(chunk, into: &sink, stopsAtProblem: stopsAtProblem)
  }

  func refuse(_ fault: RowFault, into sink: inout ByteSink) -> ChunkReport {
    advisor.refuse(fault, into: &sink)
  }
}

private final class DelimitedAdvisor: ChunkAdvisor {
  private var advisor: BatchAdvisor<DelimitedReader>

  init(_ advisor: consuming BatchAdvisor<DelimitedReader>) { self.advisor = advisor }

  func advise(_ chunk: borrowing PaddedBytes, into sink: inout ByteSink, stopsAtProblem: Bool) -> ChunkReport
  {
    advisor.advise(chunk, into: &sink, stopsAtProblem: stopsAtProblem)
  }

  func refuse(_ fault: RowFault, into sink: inout ByteSink) -> ChunkReport {
    advisor.refuse(fault, into: &sink)
  }
}

/// A row that says the same as an earlier one costs one scan, one look-up and one copy; any other is evaluated.
struct BatchAdvisor<Reader: RowReader & ~Copyable>: ~Copyable {
  var reader: Reader
  let layout: ResultLayout
  /// The parts of a row of the result.
  let parts: UncheckedList<ResultLayout.Part>
  let reservedNumber: Int
  private var evaluator: RowEvaluator
  private var key: RowKey
  private var cache: ResultCache
  /// The one result that is not kept.
  private var single: RenderedResults

  /// Creates an advisor.
  init(_ reader: consuming Reader, _ settings: BatchSettings, _ layout: ResultLayout) {
    self.reader = reader
    self.layout = layout
    parts = UncheckedList(layout.parts)
    reservedNumber = settings.reservedNumber
    evaluator = RowEvaluator(settings, isFull: layout.isFull)
    key = RowKey(settings)
    cache = ResultCache(layout)
    single = RenderedResults(layout)
  }

  /// Advises on all rows of a chunk, or on those up to the first that has a problem.
  mutating func advise(
    _ chunk: borrowing PaddedBytes, into sink: inout ByteSink, stopsAtProblem: Bool
  ) -> ChunkReport {
    var report = ChunkReport()
    var offset = 0
    while offset < chunk.count {
      reader.read(chunk, at: offset)
      offset = reader.row.next
      if !reader.row.isBlank {
        report.rows &+= 1
        let isFine = advise(onRowOf: chunk, into: &sink, &report)
        if stopsAtProblem, !isFine { return report }
      }
      report.lines &+= reader.row.lines
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
  private mutating func advise(
    onRowOf bytes: borrowing PaddedBytes, into sink: inout ByteSink, _ report: inout ChunkReport
  ) -> Bool {
    guard !reader.row.isFaulty, isUTF8(bytes), key.take(reader, bytes) else {
      return adviseAlone(bytes, into: &sink, &report)
    }
    guard let index = cache.index(for: key.bytes) ?? evaluate(bytes) else {
      return adviseAlone(bytes, into: &sink, &report)
    }
    if layout.isFull, let day = key.day { cache.results.setDay(day, of: index) }
    write(cache.results, index, bytes, &sink)
    return cache.results.count(index, in: &report)
  }

  /// The index of the result of a row that says something new; nil when it cannot be kept.
  @inline(never)
  private mutating func evaluate(_ bytes: borrowing PaddedBytes) -> Int? {
    guard cache.takes(key.bytes) else { return nil }
    let result = evaluator.evaluate(reader, bytes, mustBeUTF8: mustBeUTF8)
    return result.problem?.namesColumn == true ? nil : cache.add(result, for: key.bytes)
  }

  /// Advises on a row whose result is not kept; false when it has a problem.
  @inline(never)
  private mutating func adviseAlone(
    _ bytes: borrowing PaddedBytes, into sink: inout ByteSink, _ report: inout ChunkReport
  ) -> Bool {
    let result = evaluator.evaluate(reader, bytes, mustBeUTF8: mustBeUTF8)
    if canBeWritten {
      single.removeAll()
      write(single, single.add(result), bytes, &sink)
    } else {
      writeAsText(result, bytes, &sink)
    }
    report.add(result.remarks)
    if let problem = result.problem { report.add(problem) }
    return result.problem == nil
  }

  // MARK: What bytes the result can hold

  /// Whether malformed UTF-8 cannot be written: cells become JSON.
  private var mustBeUTF8: Bool { layout.format == .jsonl && reader.format != .jsonl }

  @inline(__always)
  private func isUTF8(_ bytes: borrowing PaddedBytes) -> Bool {
    !mustBeUTF8 || bytes.isUTF8(reader.row.start..<reader.row.end)
  }
}
