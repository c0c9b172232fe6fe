import StrictJSON

package enum AuditFormat: String, CaseIterable, Sendable {
  /// Text grouped by claim, each finding starting with its file and line.
  case text
  /// A CSV row for each finding.
  case csv
  /// A JSON object on each line.
  case jsonl
  /// A SARIF 2.1.0 document, for editors and continuous integration.
  case sarif
}

/// A streaming writer of the findings on a file.
package struct AuditReport: Sendable {
  private let format: AuditFormat
  private let file: String
  private let checks: [CompiledAudit.Check]
  private let version: String
  private var lastClaim: String?
  private var count = 0

  /// - Parameter file: The path of the audited file, as shown to readers.
  /// - Parameter version: The version of the program.
  package init(_ format: AuditFormat, file: String, audit: CompiledAudit, version: String) {
    (self.format, self.file, self.version) = (format, file, version)
    checks = format == .sarif ? audit.checks : []
  }

  /// The bytes before the first finding.
  package var header: [UInt8] {
    var bytes: [UInt8] = []
    switch format {
    case .text, .jsonl: break
    case .csv: appendRow(AuditFinding.columns, to: &bytes)
    case .sarif: bytes = sarifHeader(checks, version: version)
    }
    return bytes
  }

  /// Renders the next findings, in pieces of at least 64 KiB but for the last.
  package mutating func forEachPiece<Failure: Error>(
    of findings: [AuditFinding], _ body: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var bytes: [UInt8] = []
    for finding in findings {
      append(finding, to: &bytes)
      if bytes.count < 1 << 16 { continue }
      try body(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    if !bytes.isEmpty { try body(bytes) }
  }

  /// Appends the next finding to bytes.
  private mutating func append(_ finding: AuditFinding, to bytes: inout [UInt8]) {
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

  /// The bytes after the last finding.
  package var footer: [UInt8] { format == .sarif ? Array(sarifFooter.utf8) : [] }
}

extension CompiledAudit {
  /// All checks without duplicates, in rule order.
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
  /// A description of the check.
  fileprivate var summary: String {
    switch self {
    case .notInForce: "The code is not in force on the date of service."
    case .noCode: "The line has no readable procedure code."
    case .noDate: "The line has no readable date of service."
    case .noUnits: "The units are not a whole number of at least 1."
    case .notReviewed: "The rules were not reviewed for the date of service."
    case .noArea: "The code is for a part of the mouth, but the line names none."
    case .needlessTooth: "The line names a tooth, but the code is not for a tooth."
    case .noReport: "The code is paid by report, but none is sent."
    }
  }
}
