import StrictJSON

/// How findings on claims are written.
package enum AuditFormat: String, CaseIterable, Sendable {
  /// For people: grouped by claim, each finding with its file and line first.
  case text
  /// A row a finding.
  case csv
  /// A JSON object a line.
  case jsonl
  /// One document for editors and continuous integration: SARIF 2.1.0.
  case sarif
}

/// Writes the findings on one file, one by one.
package struct AuditReport: Sendable {
  private let format: AuditFormat
  private let file: String
  private let checks: [CompiledAudit.Check]
  private let version: String
  private var lastClaim: String?
  private var count = 0

  /// - Parameter file: The path by which readers know the audited file.
  /// - Parameter version: The version of the program.
  package init(_ format: AuditFormat, file: String, audit: CompiledAudit, version: String) {
    (self.format, self.file, self.version) = (format, file, version)
    checks = format == .sarif ? audit.checks : []
  }

  /// What comes before the findings.
  package var header: [UInt8] {
    var bytes: [UInt8] = []
    switch format {
    case .text, .jsonl: break
    case .csv: appendRow(AuditFinding.columns, to: &bytes)
    case .sarif: bytes = sarifHeader(checks, version: version)
    }
    return bytes
  }

  /// Adds the next finding to bytes.
  package mutating func append(_ finding: AuditFinding, to bytes: inout [UInt8]) {
    switch format {
    case .text:
      if lastClaim != finding.claim { bytes += finding.claimHeading(isFirst: count == 0).utf8 }
      bytes += finding.text(file).utf8
    case .csv: appendRow(finding.cells(file), to: &bytes)
    case .jsonl: bytes += finding.json(file).bytes(.compact) + [0x0A]
    case .sarif:
      if count > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += finding.sarif(file).bytes(.compact) + [0x0A]
    }
    (lastClaim, count) = (finding.claim, count + 1)
  }

  /// What comes after the findings.
  package var footer: [UInt8] { format == .sarif ? Array(sarifFooter.utf8) : [] }
}

extension CompiledAudit {
  /// Every check that can find something, once, in the order of the rules.
  var checks: [Check] {
    let builtIn = BuiltInCheck.allCases.map {
      Check(
        id: $0.rawValue, severity: $0.severity, statement: Statement(text: $0.summary, evidence: .none),
        action: "",
        other: nil)
    }
    return (builtIn + combinations.map(\.check) + successions.map(\.check) + lineTests.map(\.check))
      .filter { selection.includes($0.id) }.uniqued(by: \.id)
  }
}

extension BuiltInCheck {
  /// What the check looks for.
  fileprivate var summary: String {
    switch self {
    case .notInForce: "The code is not in force on the date of service."
    case .noCode: "The line has no readable procedure code."
    case .noDate: "The line has no readable date of service."
    case .noUnits: "The units are no whole number from 1."
    case .notReviewed: "The rules were not reviewed for the date of service."
    case .noArea: "The code is for a part of the mouth, and the line names none."
    case .needlessTooth: "The line names a tooth for a code that is not for a tooth."
    case .noReport: "The code is paid by report, and none is sent."
    }
  }
}
