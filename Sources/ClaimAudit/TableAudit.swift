package import ClaimFiles
package import CodingRules
import StrictJSON

/// Audits a table of claim lines chunk by chunk.
package final class TableAudit<Failure: Error>: ClaimFileAudit {
  /// The columns that nothing was read from, by name.
  package let unreadColumns: [String]
  /// Whether the table says which lines belong together.
  package let hasGroups: Bool
  private let source: RowSource<Failure>
  private let rows: any ChunkAudit
  private var chunk = PaddedBytes(capacity: RowLimits.chunkSize)

  /// Creates an audit of the rows after the header.
  ///
  /// - Parameter header: The first row; nil for JSON Lines.
  package init(
    _ source: RowSource<Failure>, _ columns: ClaimColumns, header: DelimitedHeader?,
    _ audit: CompiledAudit, order: Auditor.Order
  ) {
    self.source = source
    (unreadColumns, hasGroups) = (columns.unread, columns.hasGroups)
    let auditor = Auditor(audit, known: columns.facts, order: order)
    func meaning(_ name: String) -> Int {
      columns[name].flatMap { $0 == .charge ? nil : ClaimField.allCases.firstIndex(of: $0) } ?? -1
    }
    if let header {
      let known = header.names.map { RowColumn(name: $0, meaning: meaning($0)) }
      let reader = DelimitedReader(columns: known, format: source.format, lineBreak: header.lineBreak)
      rows = DelimitedAudit(RowAudit(reader, auditor, lines: header.lines))
    } else {
      let reader = JSONLinesReader(known: [], meaning: meaning)
      rows = JSONLinesAudit(RowAudit(reader, auditor, lines: 0))
    }
  }

  package var summary: AuditSummary { rows.summary }

  package func next() throws(Failure) -> [AuditFinding]? {
    switch try source.next(&chunk) {
    case .rows: rows.read(chunk)
    case .tooLong: rows.refuse(.tooLong)
    case nil: rows.finish()
    }
  }
}

/// Audits rows of one kind of file.
private protocol ChunkAudit: AnyObject {
  var summary: AuditSummary { get }
  func read(_ chunk: borrowing PaddedBytes) -> [AuditFinding]
  func refuse(_ fault: RowFault) -> [AuditFinding]
  func finish() -> [AuditFinding]?
}

// The audit is specialized for each reader, which a generic class would not be.

private final class DelimitedAudit: ChunkAudit {
  private var audit: RowAudit<DelimitedReader>

  init(_ audit: consuming RowAudit<DelimitedReader>) { self.audit = audit }

  var summary: AuditSummary { audit.summary }
  func read(_ chunk: borrowing PaddedBytes) -> [AuditFinding] { audit.read(chunk) }
  func refuse(_ fault: RowFault) -> [AuditFinding] { audit.refuse(fault) }
  func finish() -> [AuditFinding]? { audit.finish() }
}

private final class JSONLinesAudit: ChunkAudit {
  private var audit: RowAudit<JSONLinesReader>

  init(_ audit: consuming RowAudit<JSONLinesReader>) { self.audit = audit }

  var summary: AuditSummary { audit.summary }
  func read(_ chunk: borrowing PaddedBytes) -> [AuditFinding] { audit.read(chunk) }
  func refuse(_ fault: RowFault) -> [AuditFinding] { audit.refuse(fault) }
  func finish() -> [AuditFinding]? { audit.finish() }
}
