import ClaimFiles
import CodingRules
import StrictJSON

/// Advises on rows that are held until all rows of their visit are there.
final class GroupedAdvisor<Reader: RowReader & ~Copyable>: ChunkAdvisor {
  /// How many bytes of rows are held, at most.
  private let maxHeld = 1 << 28
  private var advisor: BatchAdvisor<Reader>
  private let columns: VisitColumns
  /// Whether the rows of a visit follow each other.
  private let isSorted: Bool
  /// The rows whose visits may go on.
  private var held = PaddedBytes(capacity: RowLimits.chunkSize)
  /// Rows that could not be read, each with the offset of the row after it.
  private var refused: [(offset: Int, fault: RowFault)] = []

  init(_ advisor: consuming BatchAdvisor<Reader>, _ profile: BatchProfile) {
    self.advisor = advisor
    columns = VisitColumns(profile)
    isSorted = profile.isSorted
  }

  func advise(_ chunk: borrowing PaddedBytes, into sink: inout ByteSink, stopsAtProblem: Bool) -> ChunkReport
  {
    held.append(chunk, from: 0, to: chunk.count)
    held.terminate()
    var report = ChunkReport()
    if isSorted {
      let rows = advisor.rows(of: held, columns, isSorted: isSorted)
      let last = rows.last?.group
      let end = rows.last { $0.group != last }?.next ?? 0
      if end > 0 { report = flush(rows.filter { $0.start < end }, end, into: &sink, stopsAtProblem) }
    }
    report.holdsTooMuch = held.count > maxHeld
    return report
  }

  func refuse(_ fault: RowFault, into sink: inout ByteSink) -> ChunkReport {
    refused.append((held.count, fault))
    return ChunkReport()
  }

  func finish(into sink: inout ByteSink, stopsAtProblem: Bool) -> ChunkReport? {
    flush(advisor.rows(of: held, columns, isSorted: isSorted), held.count + 1, into: &sink, stopsAtProblem)
  }

  /// Writes the rows of complete visits, and those that could not be read among them.
  private func flush(
    _ rows: [VisitRows.Row], _ end: Int, into sink: inout ByteSink, _ stopsAtProblem: Bool
  ) -> ChunkReport {
    var report = ChunkReport()
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
  /// The rows that there are, each with its visit.
  ///
  /// - Parameter isSorted: Whether the same columns after others are another visit.
  mutating func rows(
    of bytes: borrowing PaddedBytes, _ columns: VisitColumns, isSorted: Bool
  ) -> [VisitRows.Row] {
    var rows: [VisitRows.Row] = []
    var numbers: [String: Int] = [:]
    var (count, offset, linesBefore) = (0, 0, 0)
    var last: String?
    while offset < bytes.count {
      reader.read(bytes, at: offset)
      offset = reader.row.next
      if reader.row.isBlank {
        linesBefore += reader.row.lines
        continue
      }
      let key = columns.key(of: reader, bytes)
      if isSorted, key != last { numbers.removeAll(keepingCapacity: true) }
      let group = key.flatMap { numbers[$0] } ?? count
      if group == count { count += 1 }
      if let key { numbers[key] = group }
      rows.append(
        .init(
          start: reader.row.start, next: offset, linesBefore: linesBefore, lines: reader.row.lines,
          group: group))
      (last, linesBefore) = (key, 0)
    }
    return rows
  }

  /// Writes the result of a row in view of the others of its visit; false when it has a problem.
  mutating func advise(
    onRow index: Int, of visits: inout VisitRows, _ bytes: borrowing PaddedBytes, into sink: inout ByteSink,
    _ report: inout ChunkReport
  ) -> Bool {
    let rows = visits.visit(of: index)
    if visits.results[rows[0]] == nil {
      visits.keep(results(of: rows.map { visits.rows[$0].start }, bytes), of: rows)
    }
    let result = visits.results[rows[0]]?[rows.firstIndex(of: index) ?? 0]
    reader.read(bytes, at: visits.rows[index].start)
    report.rows += 1
    report.lines += visits.rows[index].linesBefore
    defer { report.lines += visits.rows[index].lines }
    guard let result, isUTF8(bytes) else { return refuseEncoding(of: bytes, into: &sink, &report) }
    return finish(result, bytes, into: &sink, &report)
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
