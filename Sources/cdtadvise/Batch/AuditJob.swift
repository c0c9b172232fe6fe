import ClaimAudit
import ClaimFiles
import CodingRules
import StrictJSON

/// The claims of a file.
enum ClaimInput {
  /// X12 837D, or an empty file.
  case x12(RowSource<Failure>.Read)
  /// A table with its header row; nil for JSON Lines.
  case table(RowSource<Failure>, ClaimColumns, DelimitedHeader?)
}

/// One audit: reads claims and writes findings.
struct AuditJob {
  /// The number of buffered bytes that triggers a write.
  private static let maxBytes = 1 << 16

  let checks: CompiledAudit
  let order: Auditor.Order
  var report: AuditReport
  let result: ResultStream

  /// Audits the claims.
  mutating func run(_ input: ClaimInput) throws(Failure) -> AuditSummary {
    try write(report.header)
    let summary =
      switch input {
      case .x12(let read): try audit(read)
      case .table(let source, let columns, let header): try audit(source, columns, header)
      }
    try write(report.footer)
    return summary
  }

  private mutating func audit(_ read: RowSource<Failure>.Read) throws(Failure) -> AuditSummary {
    var audit = DentalClaimAudit(checks, order: order)
    var chunk = PaddedBytes()
    while case let count = try chunk.append(atMost: 1 << 16, from: read), count > 0 {
      try write(chunk.withSpan(0..<count) { audit.read($0) })
      chunk.truncate(to: 0)
    }
    try write(audit.finish())
    return audit.summary
  }

  private mutating func audit(
    _ source: RowSource<Failure>, _ columns: ClaimColumns, _ header: DelimitedHeader?
  ) throws(Failure) -> AuditSummary {
    let audit = TableAudit(checks, columns, order: order, linesBefore: header?.lines ?? 0)
    let pipeline = ChunkPipeline(source, (audit: audit, job: self))
    let format = source.format
    let (delivery, failure) = pipeline.run(threads: Threads.usual) {
      ClaimLineWorker(columns.makeReader(format, header))
    }
    self = delivery.job
    if let failure { throw failure }
    try write(audit.finish())
    return audit.summary
  }

  fileprivate mutating func write(_ findings: [AuditFinding]) throws(Failure) {
    var bytes: [UInt8] = []
    for finding in findings {
      report.append(finding, to: &bytes)
      if bytes.count < Self.maxBytes { continue }
      try write(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    if !bytes.isEmpty { try write(bytes) }
  }

  private func write(_ bytes: [UInt8]) throws(Failure) { try unsafe result.write(bytes.span.bytes) }
}

/// Reads the claim lines of one chunk after another; they are audited in delivery order.
private final class ClaimLineWorker: ChunkWorker {
  typealias Delivery = (audit: TableAudit, job: AuditJob)

  private let read: ClaimLineReader
  private var lines = ClaimLines()

  init(_ read: @escaping ClaimLineReader) { self.read = read }

  func work(
    on content: RowSource<Failure>.Content?, _ chunk: borrowing PaddedBytes, _ turn: Turn<Delivery>
  ) {
    guard let content else { return }
    if content == .rows { read(chunk, &lines) }
    turn.deliver { delivery throws(Failure) in
      let findings =
        content == .rows ? delivery.audit.add(lines, of: chunk) : delivery.audit.reject(.tooLong)
      try delivery.job.write(findings)
      return true
    }
  }
}
