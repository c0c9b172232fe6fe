import ClaimFiles
import CodingRules
import StrictJSON

/// Advises on rows that are held until all rows of their visit are there.
final class GroupedAdvisor<Reader: RowReader & ~Copyable>: ChunkAdvisor {
  /// How many bytes of rows are held, at most.
  private let maxHeld = 1 << 26
  private var advisor: BatchAdvisor<Reader>
  private let columns: [Int]
  /// Whether the rows of a visit follow each other.
  private let isSorted: Bool
  /// The rows whose visits may go on.
  private var held = PaddedBytes()
  /// Rows that could not be read, each with the offset of the row after it.
  private var refused: [(offset: Int, fault: RowFault)] = []
  private var seen = SeenVisits()

  /// - Parameter columns: The columns by which rows are one visit, by their numbers.
  init(_ advisor: consuming BatchAdvisor<Reader>, by columns: [Int], isSorted: Bool) {
    self.advisor = advisor
    self.advisor.isChunkUTF8 = false
    (self.columns, self.isSorted) = (columns, isSorted)
  }

  func advise(_ chunk: borrowing PaddedBytes, into sink: inout ByteSink, stopsAtProblem: Bool) -> ChunkReport
  {
    held.append(chunk, from: 0, to: chunk.count)
    held.terminate()
    var report = ChunkReport()
    if isSorted {
      let rows = advisor.rows(of: held, by: columns, isSorted: isSorted)
      let complete = rows.prefix { $0.group != rows.last?.group }
      if let end = complete.last?.next { report = flush(complete, end, into: &sink, stopsAtProblem) }
    }
    report.holdsTooMuch = held.count > maxHeld
    return report
  }

  func refuse(_ fault: RowFault, into sink: inout ByteSink) -> ChunkReport {
    refused.append((held.count, fault))
    return ChunkReport()
  }

  func finish(into sink: inout ByteSink, stopsAtProblem: Bool) -> ChunkReport? {
    let rows = advisor.rows(of: held, by: columns, isSorted: isSorted)
    return flush(rows[...], held.count + 1, into: &sink, stopsAtProblem)
  }

  /// Writes the rows of complete visits, and those that could not be read among them.
  private func flush(
    _ rows: ArraySlice<VisitRows.Row>, _ end: Int, into sink: inout ByteSink, _ stopsAtProblem: Bool
  ) -> ChunkReport {
    var report = ChunkReport()
    report.isUnsorted = seen.isAnyBack(rows)
    var visits = VisitRows(rows)
    var faults = refused.filter { $0.offset < end }[...]
    for index in rows.indices + [rows.count] {
      while let fault = faults.first, index == rows.count || fault.offset <= rows[index].start {
        report.append(advisor.refuse(fault.fault, into: &sink))
        faults.removeFirst()
        if stopsAtProblem { return report }
      }
      if index == rows.count { break }
      let isFine = advisor.advise(onRow: index, of: &visits, held, into: &sink, &report)
      if stopsAtProblem, !isFine { return report }
    }
    refused = refused.filter { $0.offset >= end }.map { ($0.offset - end, $0.fault) }
    held.removeFirst(min(end, held.count))
    held.terminate()
    return report
  }
}

extension BatchAdvisor where Reader: ~Copyable {
  /// The rows that there are, each with the number of its visit.
  mutating func rows(of bytes: borrowing PaddedBytes, by columns: [Int], isSorted: Bool) -> [VisitRows.Row] {
    var rows: [VisitRows.Row] = []
    var numbers = VisitNumbers(columns, isSorted: isSorted, date: evaluator.settings.meanings.number(.date))
    var (offset, linesBefore) = (0, 0)
    while offset < bytes.count {
      reader.read(bytes, at: offset)
      offset = reader.row.next
      if reader.row.isBlank {
        linesBefore += reader.row.lines
        continue
      }
      let group = numbers.number(of: reader, bytes)
      rows.append(
        .init(
          start: reader.row.start, next: offset, linesBefore: Int32(linesBefore),
          lines: Int32(reader.row.lines), group: Int32(group), visit: numbers.visit))
      linesBefore = 0
    }
    return rows
  }

  /// Writes the result of a row in view of the others of its visit; false when it has a problem.
  mutating func advise(
    onRow index: Int, of visits: inout VisitRows, _ bytes: borrowing PaddedBytes, into sink: inout ByteSink,
    _ report: inout ChunkReport
  ) -> Bool {
    let rows = visits.visit(of: index)
    if rows.count == 1 { return advise(onOnlyRow: visits.rows[index], bytes, into: &sink, &report) }
    var result = visits.takeResult(of: index)
    if result == nil {
      visits.keep(results(of: rows.map { visits.rows[$0].start }, bytes), of: rows)
      result = visits.takeResult(of: index)
    }
    reader.read(bytes, at: visits.rows[index].start)
    report.rows += 1
    report.lines += Int(visits.rows[index].linesBefore)
    defer { report.lines += Int(visits.rows[index].lines) }
    guard let result, isUTF8(bytes) else { return refuseEncoding(of: bytes, into: &sink, &report) }
    return finish(result, bytes, into: &sink, &report)
  }

  /// Advises on a row that is a visit alone, as on any other row.
  private mutating func advise(
    onOnlyRow row: VisitRows.Row, _ bytes: borrowing PaddedBytes, into sink: inout ByteSink,
    _ report: inout ChunkReport
  ) -> Bool {
    reader.read(bytes, at: row.start)
    report.rows += 1
    report.lines += Int(row.linesBefore)
    defer { report.lines += Int(row.lines) }
    return advise(onRowOf: bytes, into: &sink, &report)
  }

  /// The results of rows that are one visit.
  private mutating func results(of starts: [Int], _ bytes: borrowing PaddedBytes) -> [RowResult] {
    if starts.count > Visit.maxServices { return starts.map { _ in RowResult(.tooManyRows) } }
    var found: [Result<RowEvaluator.Statement, RowProblem>] = []
    for start in starts {
      reader.read(bytes, at: start)
      do throws(RowProblem) {
        if !isUTF8(bytes) { throw .malformed(.notUTF8, lines: reader.row.lines) }
        found.append(.success(try evaluator.statement(reader, bytes)))
      } catch {
        found.append(.failure(error))
      }
    }
    var results = evaluator.evaluate(visit: found.compactMap { try? $0.get() })[...]
    return found.map { statement in
      if case .failure(let problem) = statement { return RowResult(problem) }
      return results.removeFirst()
    }
  }
}
