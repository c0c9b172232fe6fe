import ClaimAudit
import ClaimFiles
import CodingRules
import StrictJSON

/// What a file of claims turned out to be.
enum ClaimInput {
  /// X12 837D, and a file without any content.
  case x12(RowSource<Failure>.Read)
  /// A table, and its first row; nil for JSON Lines.
  case table(RowSource<Failure>, ClaimColumns, DelimitedHeader?)
}

/// One audit: claims in, findings out.
struct AuditJob {
  /// What was read and found.
  struct Totals {
    let summary: AuditSummary
    /// How many claims were read; nil when the file does not say where a claim ends.
    var claims: Int?
    /// How many claims were not read, because they are not dental.
    var skippedClaims = 0
  }

  let checks: CompiledAudit
  let order: Auditor.Order

  /// Does the work; the result is opened first, and a file appears only when it is complete.
  func run(_ input: ClaimInput, _ report: AuditReport, to result: ResultStream) throws(Failure) -> Totals {
    var output = AuditOutput(report: report, result: result)
    do throws(Failure) {
      try output.write(report.header)
      let totals =
        switch input {
        case .x12(let read): try audit(read, &output)
        case .table(let source, let columns, let header): try audit(source, columns, header, &output)
        }
      try output.write(report.footer)
      try result.finish()
      return totals
    } catch {
      result.discard()
      throw error
    }
  }

  private func audit(_ read: RowSource<Failure>.Read, _ output: inout AuditOutput) throws(Failure) -> Totals {
    var audit = DentalClaimAudit(checks, order: order)
    var chunk = PaddedBytes()
    while case let count = try chunk.append(atMost: 1 << 16, from: read), count > 0 {
      try output.write(chunk.withBytes(from: 0, to: count) { audit.read($0) })
      chunk.truncate(to: 0)
    }
    try output.write(audit.finish())
    return Totals(summary: audit.summary, claims: audit.claims, skippedClaims: audit.skippedClaims)
  }

  private func audit(
    _ source: RowSource<Failure>, _ columns: ClaimColumns, _ header: DelimitedHeader?,
    _ output: inout AuditOutput
  ) throws(Failure) -> Totals {
    let audit = TableAudit(checks, columns, order: order, linesBefore: header?.lines ?? 0)
    let pipeline = ChunkPipeline(source, TableDelivery(audit: audit, output: output))
    let format = source.format
    let (delivery, failure) = pipeline.run(threads: Threads.usual) {
      ClaimLineWorker(columns.makeReader(format, header))
    }
    output = delivery.output
    if let failure { throw failure }
    try output.write(audit.finish())
    return Totals(summary: audit.summary)
  }
}

/// Where findings go.
private struct AuditOutput {
  /// From how many bytes on findings are written and not kept.
  private static let maxBytes = 1 << 16

  var report: AuditReport
  let result: ResultStream

  mutating func write(_ findings: [AuditFinding]) throws(Failure) {
    var bytes: [UInt8] = []
    for finding in findings {
      report.append(finding, to: &bytes)
      if bytes.count < Self.maxBytes { continue }
      try write(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    if !bytes.isEmpty { try write(bytes) }
  }

  func write(_ bytes: [UInt8]) throws(Failure) { try unsafe result.write(bytes.span.bytes) }
}

/// What the lines of a table are held against, in order.
private struct TableDelivery {
  let audit: TableAudit
  var output: AuditOutput
}

/// Reads the claim lines of chunks.
private final class ClaimLineWorker: ChunkWorker {
  private let reader: any ClaimLineReader
  private var lines = ClaimLines()

  init(_ reader: any ClaimLineReader) { self.reader = reader }

  func work(
    on content: RowSource<Failure>.Content, _ chunk: borrowing PaddedBytes, _ turn: Turn<TableDelivery>
  ) {
    if content == .rows { reader.read(chunk, into: &lines) }
    turn.deliver { delivery throws(Failure) in
      let findings =
        content == .rows ? delivery.audit.add(lines, of: chunk) : delivery.audit.reject(.tooLong)
      try delivery.output.write(findings)
      return true
    }
  }
}
