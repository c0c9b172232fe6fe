package import ClaimFiles
import CodingRules
package import StrictJSON

/// Turns the rows of one chunk after another into rows of the result. Each thread has its own.
package protocol ChunkAdvisor: AnyObject {
  /// Advises on all rows of a chunk, or on those up to the first that has a problem.
  func advise(_ chunk: borrowing PaddedBytes, into sink: inout ByteSink, stopsAtProblem: Bool) -> ChunkReport
  /// Says of a row that cannot be read what is wrong with it.
  func refuse(_ fault: RowFault, into sink: inout ByteSink) -> ChunkReport
  /// Advises on the rows that were held back; nil when none are.
  func finish(into sink: inout ByteSink, stopsAtProblem: Bool) -> ChunkReport?
}

extension ChunkAdvisor {
  package func finish(into sink: inout ByteSink, stopsAtProblem: Bool) -> ChunkReport? { nil }
}

extension BatchHeader {
  /// Makes an advisor for the rows after the header.
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
