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
    switch format {
    case .text, .jsonl: []
    case .csv: csvRow(AuditFinding.columns)
    case .sarif: sarifHeader(checks, version: version)
    }
  }

  /// The next finding.
  package mutating func bytes(of finding: AuditFinding) -> [UInt8] {
    defer { (lastClaim, count) = (finding.claim, count + 1) }
    switch format {
    case .text:
      let isSameClaim = lastClaim == finding.claim
      return Array((isSameClaim ? "" : finding.claimHeading(isFirst: count == 0)).utf8)
        + Array(finding.text(file).utf8)
    case .csv: return csvRow(finding.cells(file))
    case .jsonl: return finding.json(file).bytes(.compact) + [0x0A]
    case .sarif: return (count == 0 ? [] : Array(",".utf8)) + finding.sarif(file).bytes(.compact) + [0x0A]
    }
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
