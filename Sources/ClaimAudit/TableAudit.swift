package import ClaimFiles
package import CodingRules
package import StrictJSON

/// Audits the claim lines of a table, chunk by chunk in order.
package final class TableAudit {
  private var auditor: Auditor
  /// The number of lines of the file before the next chunk.
  private var linesBefore: Int

  /// Creates an audit of the rows after the header.
  ///
  /// - Parameter linesBefore: The number of lines of the file before them.
  package init(_ audit: CompiledAudit, _ columns: ClaimColumns, order: Auditor.Order, linesBefore: Int) {
    auditor = Auditor(audit, known: columns.facts, order: order)
    self.linesBefore = linesBefore
  }

  /// The counts so far.
  package var summary: AuditSummary { auditor.summary }

  /// Adds the lines of a chunk and returns the findings completed so far.
  ///
  /// The finding about an unreadable row follows those completed before it, so that the order does
  /// not depend on chunk boundaries.
  package func add(_ lines: ClaimLines, of chunk: borrowing PaddedBytes) -> [AuditFinding] {
    var (findings, first): ([AuditFinding], Int) = ([], 0)
    for fault in lines.faults {
      lines.add(first..<fault.index, to: &auditor, of: chunk, after: linesBefore)
      first = fault.index
      findings += auditor.takeFindings() + admitted(fault.fault, line: fault.line)
    }
    lines.add(first..<lines.lines.count, to: &auditor, of: chunk, after: linesBefore)
    linesBefore += lines.count
    return findings + auditor.takeFindings()
  }

  /// Returns the finding about a row that cannot be read at all.
  package func reject(_ fault: RowFault) -> [AuditFinding] {
    defer { linesBefore += 1 }
    return admitted(fault, line: 1)
  }

  /// Ends the file and returns the remaining findings.
  package func finish() -> [AuditFinding] { auditor.finish() }

  /// The finding about an unreadable row, unless its check is skipped.
  private func admitted(_ fault: RowFault, line: Int) -> [AuditFinding] {
    [AuditFinding(fault, line: linesBefore + line)].filter { auditor.admit($0) }
  }
}
