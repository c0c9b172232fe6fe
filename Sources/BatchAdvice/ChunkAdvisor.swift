package import ClaimFiles
import CodingRules
package import StrictJSON

/// Turns chunks of input rows into output rows; each thread has its own.
package protocol ChunkAdvisor: AnyObject {
  /// Advises on the rows of a chunk, optionally only up to the first with a problem.
  func advise(_ chunk: borrowing PaddedBytes, into sink: inout ByteSink, stopsAtProblem: Bool) -> ChunkReport
  /// Writes an unreadable row with its fault as the problem.
  func reject(_ fault: RowFault, into sink: inout ByteSink) -> ChunkReport
  /// Advises on the rows still buffered; nil if the advisor does not buffer rows.
  func finish(into sink: inout ByteSink, stopsAtProblem: Bool) -> ChunkReport?
}

extension ChunkAdvisor {
  package func finish(into sink: inout ByteSink, stopsAtProblem: Bool) -> ChunkReport? { nil }
}

extension BatchHeader {
  /// Creates an advisor for the rows after the header.
  package func makeAdvisor(_ settings: BatchSettings) -> any ChunkAdvisor {
    if format.input == .jsonl {
      let (reserved, listed) = (reserved, listed)
      let reader = JSONLinesReader(known: known + visitBy) {
        settings.meanings.number(ofKey: $0, reserved: reserved, listed: listed)
      }
      let advisor = BatchAdvisor(reader, settings, layout)
      return settings.profile.visitBy.isEmpty
        ? JSONLinesAdvisor(advisor)
        : GroupedAdvisor(advisor, by: visitColumns, isSorted: settings.profile.isSorted)
    }
    let columns = known.map { RowColumn(name: $0, meaning: settings.meanings.number(of: $0)) }
    let reader = DelimitedReader(columns: columns, format: format.input, lineBreak: lineBreak)
    let advisor = BatchAdvisor(reader, settings, layout)
    return settings.profile.visitBy.isEmpty
      ? DelimitedAdvisor(advisor)
      : GroupedAdvisor(advisor, by: visitColumns, isSorted: settings.profile.isSorted)
  }
}

// Two concrete classes, because a generic class would not be specialized for each reader.

private final class JSONLinesAdvisor: ChunkAdvisor {
  private var advisor: BatchAdvisor<JSONLinesReader>

  init(_ advisor: consuming BatchAdvisor<JSONLinesReader>) { self.advisor = advisor }

  func advise(_ chunk: borrowing PaddedBytes, into sink: inout ByteSink, stopsAtProblem: Bool) -> ChunkReport
  {
    advisor.advise(chunk, into: &sink, stopsAtProblem: stopsAtProblem)
  }

  func reject(_ fault: RowFault, into sink: inout ByteSink) -> ChunkReport {
    advisor.reject(fault, into: &sink)
  }
}

private final class DelimitedAdvisor: ChunkAdvisor {
  private var advisor: BatchAdvisor<DelimitedReader>

  init(_ advisor: consuming BatchAdvisor<DelimitedReader>) { self.advisor = advisor }

  func advise(_ chunk: borrowing PaddedBytes, into sink: inout ByteSink, stopsAtProblem: Bool) -> ChunkReport
  {
    advisor.advise(chunk, into: &sink, stopsAtProblem: stopsAtProblem)
  }

  func reject(_ fault: RowFault, into sink: inout ByteSink) -> ChunkReport {
    advisor.reject(fault, into: &sink)
  }
}
