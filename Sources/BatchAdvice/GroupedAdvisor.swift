import ClaimFiles
import CodingRules
import StrictJSON

/// Buffers rows until all rows of their visit have arrived, then advises on them.
final class GroupedAdvisor<Reader: RowReader & ~Copyable>: ChunkAdvisor {
  /// The maximum size of the buffer, in bytes.
  private let maxBuffered = 1 << 26
  private var advisor: BatchAdvisor<Reader>
  private let columns: [Int]
  /// Whether the rows of a visit are consecutive.
  private let isSorted: Bool
  /// The rows of visits that may be incomplete.
  private var buffer = PaddedBytes()
  /// Unreadable rows, each with the offset of the next row.
  private var rejected: [(offset: Int, fault: RowFault)] = []
  private var seen = SeenVisits()

  /// - Parameter columns: The indices of the columns that group rows into visits.
  init(_ advisor: consuming BatchAdvisor<Reader>, by columns: [Int], isSorted: Bool) {
    self.advisor = advisor
    self.advisor.isChunkUTF8 = false
    (self.columns, self.isSorted) = (columns, isSorted)
  }

  func advise(_ chunk: borrowing PaddedBytes, into sink: inout ByteSink, stopsAtProblem: Bool) -> ChunkReport
  {
    buffer.append(chunk, from: 0, to: chunk.count)
    buffer.terminate()
    var report = ChunkReport()
    if isSorted {
      let rows = advisor.rows(of: buffer, by: columns, isSorted: isSorted)
      let complete = rows.prefix { $0.group != rows.last?.group }
      if let end = complete.last?.next { report = flush(complete, end, into: &sink, stopsAtProblem) }
    }
    report.exceedsBufferLimit = buffer.count > maxBuffered
    return report
  }

  func reject(_ fault: RowFault, into sink: inout ByteSink) -> ChunkReport {
    rejected.append((buffer.count, fault))
    return ChunkReport()
  }

  func finish(into sink: inout ByteSink, stopsAtProblem: Bool) -> ChunkReport? {
    let rows = advisor.rows(of: buffer, by: columns, isSorted: isSorted)
    return flush(rows[...], buffer.count + 1, into: &sink, stopsAtProblem)
  }

  /// Writes the rows of complete visits and the unreadable rows between them.
  private func flush(
    _ rows: ArraySlice<VisitRows.Row>, _ end: Int, into sink: inout ByteSink, _ stopsAtProblem: Bool
  ) -> ChunkReport {
    var report = ChunkReport()
    report.isUnsorted = seen.hasReturningVisit(rows)
    var visits = VisitRows(rows)
    var faults = rejected.filter { $0.offset < end }[...]
    for index in rows.indices + [rows.count] {
      while let fault = faults.first, index == rows.count || fault.offset <= rows[index].start {
        report.append(advisor.reject(fault.fault, into: &sink))
        faults.removeFirst()
        if stopsAtProblem { return report }
      }
      if index == rows.count { break }
      let isValid = advisor.advise(onRow: index, of: &visits, buffer, into: &sink, &report)
      if stopsAtProblem, !isValid { return report }
    }
    rejected = rejected.filter { $0.offset >= end }.map { ($0.offset - end, $0.fault) }
    buffer.removeFirst(min(end, buffer.count))
    buffer.terminate()
    return report
  }
}

extension BatchAdvisor where Reader: ~Copyable {
  /// Splits bytes into rows, each with the number of its visit.
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

  /// Writes a row, advised together with its visit; returns false if it has a problem.
  mutating func advise(
    onRow index: Int, of visits: inout VisitRows, _ bytes: borrowing PaddedBytes, into sink: inout ByteSink,
    _ report: inout ChunkReport
  ) -> Bool {
    let (row, visit) = (visits.rows[index], visits.visit(of: index))
    var result = visits.removeResult(of: index)
    if result == nil, visit.count > 1 {
      visits.keep(results(of: visit.map { visits.rows[$0].start }, bytes), of: visit)
      result = visits.removeResult(of: index)
    }
    reader.read(bytes, at: row.start)
    report.rows += 1
    report.lines += Int(row.linesBefore)
    defer { report.lines += Int(row.lines) }
    if visit.count == 1 { return advise(onRowOf: bytes, into: &sink, &report) }
    guard let result, isUTF8(bytes) else { return rejectEncoding(of: bytes, into: &sink, &report) }
    return finish(result, bytes, into: &sink, &report)
  }

  /// Evaluates the rows of a visit.
  private mutating func results(of starts: [Int], _ bytes: borrowing PaddedBytes) -> [RowResult] {
    if starts.count > Visit.maxServices { return starts.map { _ in RowResult(.tooManyRows) } }
    var found: [Result<RowEvaluator.ParsedRow, RowProblem>] = []
    for start in starts {
      reader.read(bytes, at: start)
      do throws(RowProblem) {
        if !isUTF8(bytes) { throw .malformed(.notUTF8, lines: reader.row.lines) }
        found.append(.success(try evaluator.parse(reader, bytes)))
      } catch {
        found.append(.failure(error))
      }
    }
    var results = evaluator.evaluate(visit: found.compactMap { try? $0.get() })[...]
    return found.map { row in
      if case .failure(let problem) = row { return RowResult(problem) }
      return results.removeFirst()
    }
  }
}
