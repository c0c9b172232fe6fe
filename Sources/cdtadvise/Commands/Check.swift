import CodingRules

extension Command {
  static let check = Command(
    name: "check", group: .setup, summary: "validate a rule book, or a plan", operands: "[DIR|PLAN.json]",
    operandKinds: [.file],
    examples: """
      cdtadvise check  # the built-in book
      cdtadvise check rules/cdt-2026  # a folder; every problem with its file and line
      cdtadvise check our-plan.json  # a plan that --plan can take
      """, ownFlags: [.listFormat, .json]
  ) { run throws(Failure) in
    let folder = run.rulesFolder.map { FilePath($0) }
    let report = try run.checkReport(run.arguments.operandWords.first?.path ?? folder)
    return Outcome(
      text: run.format == .json ? report.json.text : report.text, status: report.hasErrors ? .findings : .done
    )
  }
}

extension Run {
  /// The report on a folder or a plan file; without a path on the built-in book.
  fileprivate func checkReport(_ path: FilePath?) throws(Failure) -> CheckReport {
    guard let path else { return .standard }
    guard path.text.hasSuffix(".json") else {
      return try rethrow(CheckReport(folder: path.text)) { .rules($0, folder: path.text) }
    }
    let bytes = try terminal.input(at: path).contents(max: Plan.maxSize)
    return CheckReport(plan: bytes, file: path.text, with: try book())
  }
}
