import ClaimFiles
package import CodingRules

/// A streaming audit of an X12 837D file.
package struct DentalClaimAudit: ~Copyable {
  private var reader = DentalClaimReader()
  private var auditor: Auditor
  private var claims = 0

  /// Creates an audit at the beginning of a file.
  package init(_ audit: CompiledAudit, order: Auditor.Order) {
    auditor = Auditor(
      audit, known: [.area, .tooth, .narrative, .attachment, .orthodontic], order: order)
  }

  /// The counts so far.
  package var summary: AuditSummary {
    var summary = auditor.summary
    (summary.claims, summary.skippedClaims) = (claims, reader.skippedClaims)
    return summary
  }

  /// Reads more bytes and returns the findings completed so far.
  package mutating func read(_ bytes: Span<UInt8>) -> [AuditFinding] {
    handle(reader.read(bytes)) + auditor.takeFindings()
  }

  /// Ends the file and returns the remaining findings.
  package mutating func finish() -> [AuditFinding] {
    handle(reader.finish()) + auditor.finish()
  }

  /// Audits claims and returns findings about the file itself.
  private mutating func handle(_ events: [DentalClaimReader.Event]) -> [AuditFinding] {
    var findings: [AuditFinding] = []
    for event in events {
      switch event {
      case .claim(let claim):
        claims += 1
        let id = Array(claim.id.utf8)
        for line in claim.auditLines { auditor.add(line, claim: id.span) }
      case .fault(let fault):
        let finding = AuditFinding(fault)
        if auditor.admit(finding) { findings.append(finding) }
      }
    }
    return findings
  }
}
