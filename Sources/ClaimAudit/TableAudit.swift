package import ClaimFiles
package import CodingRules
package import StrictJSON

/// Audits the claim lines of a table chunk by chunk, in order.
package final class TableAudit {
  private var auditor: Auditor
  /// How many lines of the file come before the next chunk.
  private var linesBefore: Int

  /// Creates an audit of the rows after the header.
  ///
  /// - Parameter linesBefore: How many lines of the file come before them.
  package init(_ audit: CompiledAudit, _ columns: ClaimColumns, order: Auditor.Order, linesBefore: Int) {
    auditor = Auditor(audit, known: columns.facts, order: order)
    self.linesBefore = linesBefore
  }

  /// The counts so far.
  package var summary: AuditSummary { auditor.summary }

  /// Takes the lines of a chunk, and returns the findings that are complete.
  ///
  /// What there is to say of a row that cannot be read comes after the findings that were complete by then, so that
  /// the order does not depend on where chunks end.
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

  /// Says of a row that cannot be read what is wrong with it.
  package func refuse(_ fault: RowFault) -> [AuditFinding] {
    defer { linesBefore += 1 }
    return admitted(fault, line: 1)
  }

  /// Ends the file, and returns the findings that are left.
  package func finish() -> [AuditFinding] { auditor.finish() }

  /// What there is to say of a row that cannot be read, if it is wanted.
  private func admitted(_ fault: RowFault, line: Int) -> [AuditFinding] {
    [AuditFinding(fault, line: linesBefore + line)].filter { auditor.admit($0) }
  }
}
