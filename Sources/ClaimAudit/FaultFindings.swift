package import ClaimFiles
package import CodingRules

extension AuditFinding {
  /// Creates a finding about a fault in an X12 file.
  package init(_ fault: X12Fault) {
    let (check, severity, what, why, action) = fault.kind.parts
    self.init(
      check: check, severity: severity, claim: fault.claim ?? "", line: fault.line ?? 0,
      position: ClaimPosition(fault.position), what: what, why: why, action: action)
  }
}

/// The names of the file checks.
package let fileChecks = [
  "file-encoding", "file-envelope", "file-segment", "file-kind", "file-claim", "file-row",
  AuditFinding.orderCheck,
]

extension X12Fault.Kind {
  fileprivate typealias Parts = (
    check: String, severity: VisitCheck.Severity, what: String, why: String, action: String
  )

  fileprivate var parts: Parts {
    switch self {
    case .utf16, .noHeader, .badHeader, .countMismatch, .controlNumberMismatch, .unclosedEnvelope:
      envelopeParts
    case .segmentTooLong, .notASegment: segmentParts
    case .unsupported(let guide): guide.parts
    case .oldVersion:
      (
        "file-kind", .note, "an 837D transaction of version 4010", "Version 5010 took its place in 2012.",
        "The lines were read. Check that the export is set to 005010X224A2."
      )
    case .claimWithoutID, .claimWithoutLines, .lineWithoutClaim, .nonDentalLine: claimParts
    }
  }

  private var envelopeParts: Parts {
    switch self {
    case .utf16:
      (
        "file-encoding", .error, "the file is UTF-16", "X12 files are ASCII.",
        "Export it again, or convert it to ASCII."
      )
    case .badHeader:
      (
        "file-envelope", .error, "an ISA segment that cannot be read",
        "It declares the separators. The usual ones, '*', ':' and '~', were assumed.",
        "Export the file again."
      )
    case .countMismatch(let segment, let stated, let found):
      (
        "file-envelope", .warning, "\(segment) counts \(stated), but there are \(found)",
        "Something was lost or added after the file was written.", "Export the file again, and compare."
      )
    case .controlNumberMismatch(let segment):
      (
        "file-envelope", .warning, "\(segment) has a different control number than its opening segment",
        "A part of the file may be missing.", "Export the file again, and compare."
      )
    case .unclosedEnvelope(let missing):
      (
        "file-envelope", .error, "the \(missing) segment is missing",
        "The file is truncated, so claims may be missing.",
        "Export the file again."
      )
    default:
      (
        "file-envelope", .error, "the file does not begin with an ISA segment",
        "It declares the separators. The usual ones, '*', ':' and '~', were assumed.",
        "Export the file again."
      )
    }
  }

  private var segmentParts: Parts {
    self == .segmentTooLong
      ? (
        "file-segment", .error, "a segment without a terminator",
        "Claim segments are never this long; it was skipped.",
        "Check that the separators match those declared in ISA."
      )
      : (
        "file-segment", .error, "text that is not a segment", "A segment begins with a name such as CLM.",
        "Check that the separators match those declared in ISA."
      )
  }

  private var claimParts: Parts {
    switch self {
    case .claimWithoutID:
      ("file-claim", .error, "a claim without an id", "CLM01 is empty.", "Export the claim again.")
    case .claimWithoutLines:
      (
        "file-claim", .error, "a claim without dental service lines", "No SV3 follows its CLM.",
        "Export the claim again."
      )
    case .nonDentalLine:
      (
        "file-claim", .error, "a medical or hospital service line",
        "A dental claim has SV3 lines; this one was left out.",
        "Send it on a claim of its kind."
      )
    default:
      (
        "file-claim", .error, "a service line outside a claim", "No CLM comes before its SV3.",
        "Export the claim again."
      )
    }
  }
}

extension X12Guide {
  fileprivate var parts: X12Fault.Kind.Parts {
    (
      "file-kind", .error, "\(name), not dental claims",
      "Only 837D dental claims are audited; these were left out.",
      "Export the dental claims as 005010X224A2."
    )
  }

  private var name: String {
    switch self {
    case .professional: "837P medical claims"
    case .institutional: "837I hospital claims"
    case .transaction(let number): "a transaction of kind \(printable(String(number.prefix(10))))"
    case .dental, .dental4010, .unknown: "837D"
    }
  }
}
