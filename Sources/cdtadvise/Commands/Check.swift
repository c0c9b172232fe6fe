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
    let (findings, coverage) = try run.findings(in: run.arguments.operands.first)
    let errors = findings.count { $0.severity == .error }
    return Outcome(
      text: run.format == .json
        ? findings.json(coverage).text : findings.text(coverage),
      status: errors == 0 ? .done : .findings)
  }
}

extension Run {
  /// What is wrong with a plan file.
  private func planFindings(in file: String) throws(Failure) -> [Finding] {
    let bytes = try terminal.input(at: FilePath(file)).contents(max: Plan.maxSize)
    let book = try book()
    do throws(UnusableRules) {
      return try Plan(bytes, file: file).check(with: book, file: file)
    } catch {
      return error.findings
    }
  }

  /// What is wrong with a book: what keeps it from being read, or else what the checks find.
  fileprivate func findings(in folder: String?) throws(Failure) -> ([Finding], Coverage?) {
    guard let folder = folder ?? rulesFolder else {
      let plans = Plan.standard.flatMap { $0.check(with: .standard, file: "plans/\($0.id).json") }
        .filter { $0.severity == .error }  // Plans know codes that the book does not have.
      return (RuleBook.standard.check() + plans, RuleBook.standard.coverage)
    }
    if folder.hasSuffix(".json") { return (try planFindings(in: folder), nil) }
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
