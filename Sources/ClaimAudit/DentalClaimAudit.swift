import ClaimFiles
package import CodingRules

/// Audits an X12 837D file as its bytes come.
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

  /// Reads more bytes of the file, and returns the findings that are complete.
  package mutating func read(_ bytes: Span<UInt8>) -> [AuditFinding] {
    var events: [DentalClaimReader.Event] = []
    reader.read(bytes) { events.append($0) }
    return take(events) + auditor.takeFindings()
  }

  /// Ends the file, and returns the findings that are left.
  package mutating func finish() -> [AuditFinding] {
    var events: [DentalClaimReader.Event] = []
    reader.finish { events.append($0) }
    return take(events) + auditor.finish()
  }

  /// Takes claims, and returns what is wrong with the file itself.
  private mutating func take(_ events: [DentalClaimReader.Event]) -> [AuditFinding] {
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
