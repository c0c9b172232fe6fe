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
      let read = columns.makeReader(format, header)
      var lines = ClaimLines()
      return { content, chunk, turn in
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
    self = delivery.job
    if let failure { throw failure }
    try write(audit.finish())
    return audit.summary
  }

  private mutating func write(_ findings: [AuditFinding]) throws(Failure) {
    try report.forEachPiece(of: findings, write)
  }

  private func write(_ bytes: [UInt8]) throws(Failure) { try unsafe result.write(bytes.span.bytes) }
}
