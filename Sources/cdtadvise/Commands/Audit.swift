import ClaimAudit
import CodingRules

extension Command {
  static let audit = Command(
    .audit, .advice, summary: "list what a reviewer would question in a file of dental claims (X12 837D)",
    operands: "[FILE|-]", operandKinds: [.file],
    examples: [
      ("cdtadvise audit claims.837", "every finding, grouped by claim; status 1 if one is an error"),
      (
        "cdtadvise audit claims.837 --skip needless-tooth --fail-on warning",
        "without one check, and stricter"
      ),
      (
        "cdtadvise audit claims.837 --format sarif -o claims.sarif", "for an editor or continuous integration"
      ),
    ], ownFlags: [.auditFormat, .only, .skip, .failOn, .sorted], streams: true
  ) { run throws(Failure) in
    if run.arguments.operands.count > 1 { throw .unexpectedArgument(run.arguments.operands[1]) }
    let path = run.arguments.operandWords.first?.path ?? (run.terminal.input.isTerminal ? nil : FilePath("-"))
    guard let path else { throw .fileMissing }
    let selection = try run.auditSelection()
    let checks = CompiledAudit(try run.book(), selection)
    var audit = DentalClaimAudit(checks, order: run.arguments.has(.sorted) ? .sorted : .any)
    let input = try run.terminal.input(at: path)
    let name = path.isStandardStream ? "standard input" : path.text
    try run.write(&audit, of: input, as: run.auditReport(on: name, by: checks))
    if !run.arguments.has(.quiet) {
      run.terminal.say(audit.summary.text(claims: audit.claims, skippedClaims: audit.skippedClaims))
    }
    return Outcome(text: nil, status: audit.summary.fails(selection) ? .findings : .done)
  }
}

extension Run {
  /// The findings that are wanted, and those that count as a failure.
  fileprivate func auditSelection() throws(Failure) -> AuditSelection {
    var selection = AuditSelection()
    if let names = arguments[.only] { selection.only = try checks(named: names) }
    if let names = arguments[.skip] { selection.skip = try checks(named: names) }
    if let severity = arguments[.failOn] { selection.failOn = VisitCheck.Severity(rawValue: severity) }
    return selection
  }

  private func checks(named list: String) throws(Failure) -> Set<String> {
    let known = try book().auditCheckIDs + fileChecks
    var names: Set<String> = []
    for name in list.split(separator: ",").map(String.init) {
      guard known.contains(name) else {
        throw .unknownCheck(name, suggestion: nearestName(to: name, among: known))
      }
      names.insert(name)
    }
    return names
  }

  fileprivate func auditReport(on file: String, by checks: CompiledAudit) -> AuditReport {
    let format = arguments[.auditFormat].flatMap(AuditFormat.init) ?? .text
    return AuditReport(format, file: file, audit: checks, version: Self.programVersion)
  }

  /// Reads a file piece by piece, and writes the findings as they are complete.
  fileprivate func write(
    _ audit: inout DentalClaimAudit, of input: ByteInput, as report: AuditReport
  ) throws(Failure) {
    var report = report
    let result = try ResultStream(arguments.path(.output), at: terminal)
    do throws(Failure) {
      try result.write(all: report.header)
      var buffer = [UInt8](repeating: 0, count: 1 << 18)
      while true {
        var elements = buffer.mutableSpan
        var span = unsafe elements.mutableBytes
        let count = try input.read(into: &span)
        if count == 0 { break }
        for finding in audit.read(buffer.span.extracting(0..<count)) {
          try result.write(all: report.bytes(of: finding))
        }
      }
      for finding in audit.finish() { try result.write(all: report.bytes(of: finding)) }
      try result.write(all: report.footer)
      try result.finish()
    } catch {
      result.discard()
      throw error
    }
  }
}

extension ResultStream {
  fileprivate func write(all bytes: [UInt8]) throws(Failure) {
    do throws(SystemError) {
      try write(text: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw .writeFailed(reason: error.reason)
    }
  }
}
