package import StrictJSON

extension CheckReport {
  /// The findings, one per line, then the coverage of the examples, if known, and the counts.
  package var text: String {
    var lines = findings.map { $0.severity == .error ? "\($0)" : "\($0) (warning)" }
    if let coverage {
      lines.append("examples cover \(coverage.exercised) of \(coverage.total) answers")
    }
    let errors = findings.count { $0.severity == .error }
    lines.append("\(counted(errors, "error")), \(counted(findings.count - errors, "warning"))")
    return lines.map { $0 + "\n" }.joined()
  }

  package var json: JSON {
    let findings = findings.map { finding -> JSON in
      [
        "severity": .string(finding.severity.rawValue), "file": .string(finding.file),
        "line": finding.position.map { .integer($0.line) } ?? .null,
        "column": finding.position.map { .integer($0.column) } ?? .null,
        "place": .string(finding.path), "say": .string(finding.message),
      ]
    }
    return [
      "format": .integer(jsonFormatVersion), "findings": .array(findings),
      "coverage": coverage.map { ["exercised": .integer($0.exercised), "total": .integer($0.total)] }
        ?? .null,
    ]
  }
}
