import ClaimAudit
import ClaimFiles
import CodingRules
import StrictJSON

/// One audit: reads claims and writes findings.
struct AuditJob {
  /// The name of the input in messages.
  let path: String
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

  private mutating func audit(_ read: RowSource.Read) throws(Failure) -> AuditSummary {
    var audit = DentalClaimAudit(checks, order: order)
    var chunk = PaddedBytes()
    while true {
      let count = try rethrow(chunk.append(atMost: 1 << 16, from: read)) { .input($0, path: path) }
      if count == 0 { break }
      try write(chunk.withSpan(0..<count) { audit.read($0) })
      chunk.truncate(to: 0)
    }
    try write(audit.finish())
    return audit.summary
  }

  private mutating func audit(
    _ source: RowSource, _ columns: ClaimColumns, _ header: DelimitedHeader?
  ) throws(Failure) -> AuditSummary {
    let audit = TableAudit(checks, columns, order: order, linesBefore: header?.lines ?? 0)
    let pipeline = ChunkPipeline(source, path: path, (audit: audit, job: self))
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
    try report.forEachPiece(of: findings, write)
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
    on content: RowSource.Content?, _ chunk: borrowing PaddedBytes, _ turn: Turn<Delivery>
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
