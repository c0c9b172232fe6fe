package import ClaimFiles
package import CodingRules

extension AuditFinding {
  /// Creates a finding about a fault in an X12 file.
  package init(_ fault: X12Fault) {
    let kind = fault.kind
    self.init(
      check: kind.check, severity: kind.severity, claim: fault.claim ?? "", line: fault.line ?? 0,
      position: ClaimPosition(fault.position), what: kind.what, why: kind.why, action: kind.action)
  }
}

/// The names of the file checks.
package let fileChecks = [
  "file-envelope", "file-segment", "file-kind", "file-claim", "file-row", AuditFinding.orderCheck,
]

extension X12Fault.Kind {
  fileprivate var check: String {
    switch self {
    case .noHeader, .badHeader, .countMismatch, .controlNumberMismatch, .unclosedEnvelope: "file-envelope"
    case .segmentTooLong, .notASegment: "file-segment"
    case .unsupported, .oldVersion: "file-kind"
    case .claimWithoutID, .claimWithoutLines, .lineWithoutClaim, .nonDentalLine: "file-claim"
    }
  }

  fileprivate var severity: VisitCheck.Severity {
    switch self {
    case .oldVersion: .note
    case .countMismatch, .controlNumberMismatch: .warning
    default: .error
    }
  }

  fileprivate var what: String {
    switch self {
    case .noHeader: "the file does not begin with an ISA segment"
    case .badHeader: "an ISA segment that cannot be read"
    case .countMismatch(let segment, let stated, let found):
      "\(segment) counts \(stated), but there are \(found)"
    case .controlNumberMismatch(let segment):
      "\(segment) has a different control number than its opening segment"
    case .unclosedEnvelope(let missing): "the \(missing) segment is missing"
    case .segmentTooLong: "a segment without a terminator"
    case .notASegment: "text that is not a segment"
    case .unsupported(let guide): "\(guide.name), not dental claims"
    case .oldVersion: "an 837D transaction of version 4010"
    case .claimWithoutID: "a claim without an id"
    case .claimWithoutLines: "a claim without dental service lines"
    case .lineWithoutClaim: "a service line outside a claim"
    case .nonDentalLine: "a medical or hospital service line"
    }
  }

  fileprivate var why: String {
    switch self {
    case .noHeader, .badHeader: "It declares the separators. The usual ones, '*', ':' and '~', were assumed."
    case .countMismatch: "Something was lost or added after the file was written."
    case .controlNumberMismatch: "A part of the file may be missing."
    case .unclosedEnvelope: "The file is truncated, so claims may be missing."
    case .segmentTooLong: "Claim segments are never this long; it was skipped."
    case .notASegment: "A segment begins with a name such as CLM."
    case .unsupported: "Only 837D dental claims are audited; these were left out."
    case .oldVersion: "Version 5010 took its place in 2012."
    case .claimWithoutID: "CLM01 is empty."
    case .claimWithoutLines: "No SV3 follows its CLM."
    case .lineWithoutClaim: "No CLM comes before its SV3."
    case .nonDentalLine: "A dental claim has SV3 lines; this one was left out."
    }
  }

  fileprivate var action: String {
    switch self {
    case .noHeader, .badHeader, .unclosedEnvelope: "Export the file again."
    case .countMismatch, .controlNumberMismatch: "Export the file again, and compare."
    case .segmentTooLong, .notASegment: "Check that the separators match those declared in ISA."
    case .unsupported: "Export the dental claims as 005010X224A2."
    case .oldVersion: "The lines were read. Check that the export is set to 005010X224A2."
    case .claimWithoutID, .claimWithoutLines, .lineWithoutClaim: "Export the claim again."
    case .nonDentalLine: "Send it on a claim of its kind."
    }
  }
}

extension X12Guide {
  fileprivate var name: String {
    switch self {
    case .professional: "837P medical claims"
    case .institutional: "837I hospital claims"
    case .transaction(let number): "a transaction of kind \(printable(String(number.prefix(10))))"
    case .dental, .dental4010, .unknown: "837D"
    }
  }
}
