import CodingRules

extension Command {
  static let check = Command(
    id: .check, group: .setup, summary: "validate a rule book, or a plan", operands: "[DIR|PLAN.json]",
    operandKinds: [.file],
    examples: """
      cdtadvise check  # the built-in book
      cdtadvise check rules/cdt-2026  # a folder; every problem with its file and line
      cdtadvise check our-plan.json  # a plan that --plan can take
      """, ownFlags: [.listFormat, .json]
  ) { run throws(Failure) in
    let report = try run.checkReport(run.arguments.operands.first ?? run.rulesFolder)
    return Outcome(
      text: run.format == .json ? report.json.text : report.text, status: report.hasErrors ? .findings : .done
    )
  }
}

extension Run {
  /// The report on a folder or a plan file; without a path on the built-in book.
  fileprivate func checkReport(_ path: String?) throws(Failure) -> CheckReport {
    guard let path else { return .standard }
    guard path.hasSuffix(".json") else {
      return try rethrow(CheckReport(folder: path)) { .rules($0, folder: path) }
    }
    let bytes = try terminal.input(at: FilePath(path)).contents(max: Plan.maxSize)
    return CheckReport(plan: bytes, file: path, with: try book())
  }
}
