import CodingRules
import StrictJSON

extension Command {
  static let check = Command(
    .check, .setup, summary: "validate a rule book", operands: "[DIR]", operandKinds: [.file],
    examples: [
      ("cdtadvise check", "the built-in book"),
      ("cdtadvise check rules/cdt-2026", "a folder; every problem with its file and place"),
    ], ownFlags: [.listFormat, .json]
  ) { run throws(Failure) in
    if run.arguments.operands.count > 1 { throw .unexpectedArgument(run.arguments.operands[1]) }
    let (findings, coverage) = try run.findings(in: run.arguments.operands.first)
    let errors = findings.count { $0.severity == .error }
    return Outcome(
      text: run.format == .json ? reportJSON(findings, coverage).text : report(findings, coverage),
      status: errors == 0 ? .done : .findings)
  }

  private static func report(_ findings: [Finding], _ coverage: Coverage?) -> String {
    var lines = findings.map { $0.severity == .error ? "\($0)" : "\($0) (warning)" }
    let errors = findings.count { $0.severity == .error }
    if let coverage {
      lines.append("examples cover \(coverage.exercised) of \(coverage.total) answers")
    }
    lines.append("\(count(errors, "error")), \(count(findings.count - errors, "warning"))")
    return lines.map { $0 + "\n" }.joined()
  }

  private static func reportJSON(_ findings: [Finding], _ coverage: Coverage?) -> JSON {
    [
      "format": .integer(jsonFormatVersion),
      "findings": .array(
        findings.map {
          [
            "severity": .string($0.severity.rawValue), "file": .string($0.file), "place": .string($0.place),
            "say": .string($0.message),
          ]
        }),
      "coverage": coverage.map { ["exercised": .integer($0.exercised), "total": .integer($0.total)] }
        ?? .null,
    ]
  }
}

extension Run {
  /// What is wrong with a book: what keeps it from being read, or else what the checks find.
  fileprivate func findings(in folder: String?) throws(Failure) -> ([Finding], Coverage?) {
    guard let folder = folder ?? rulesFolder else {
      return (RuleBook.standard.check(), RuleBook.standard.coverage)
    }
    do throws(UnusableRules) {
      let book = try RuleBook(folder: folder)
      return (book.check(), book.coverage)
    } catch {
      // A folder that is not there has no findings.
      if case .fileUnreadable? = error.findings.first?.kind, error.findings.count == 1,
        error.findings[0].file == folder
      {
        throw .rules(error, folder: folder)
      }
      return (error.findings, nil)
    }
  }
}
