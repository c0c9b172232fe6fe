import BatchAdvice
import ClaimAudit
import ClaimFiles
import CodingRules

extension Command {
  static let audit = Command(
    name: "audit", group: .advice,
    summary: "list what a reviewer would question in a file of claims",
    operands: "[FILE|-]", operandKinds: [.file],
    examples: """
      cdtadvise audit claims.837  # every finding, grouped by claim; status 1 if one is an error
      cdtadvise audit lines.csv --map code=Proc --map date=DOS  # a table, two of its columns named
      cdtadvise audit claims.837 --skip needless-tooth --fail-on warning  # without one check, and stricter
      cdtadvise audit claims.837 --format sarif -o claims.sarif  # for an editor or continuous integration
      """,
    ownFlags: [
      .auditFormat, .claimFormat, .encoding, .claimMap, .profile, .plan, .only, .skip, .failOn, .sorted,
    ]
  ) { run throws(Failure) in
    let path = try run.inputPath(run.arguments.operandWords.first)
    let book = try run.book()
    let selection = try run.auditSelection(for: book)
    let plan = run.plan?.auditChecks(on: book.edition.reviewed) ?? []
    let checks = CompiledAudit(book, selection, more: plan)
    let input = try run.terminal.input(at: path)
    let claims = try run.claims(in: input, path)
    if case .table(_, let columns, _) = claims {
      for remark in columns.remarks { run.remark("\(printable(input.name)): \(remark)") }
    }
    let format: AuditFormat = run.arguments.choice(.auditFormat) ?? .text
    let report = AuditReport(format, file: input.name, audit: checks, version: Run.programVersion)
    var job = AuditJob(
      path: input.name, checks: checks, order: run.arguments.has(.sorted) ? .sorted : .any, report: report,
      result: run.result)
    let summary = try job.run(claims)
    if !run.arguments.has(.quiet) { run.terminal.say(summary.text) }
    return Outcome(text: "", status: summary.fails(selection) ? .findings : .done)
  }
}

extension Run {
  /// Reads the beginning of a file of claims.
  fileprivate func claims(in input: ByteInput, _ path: FilePath) throws(Failure) -> ClaimInput {
    let profile = try storedProfile()
    let encoding = arguments.choice(.encoding) ?? profile?.encoding
    let format = arguments[.claimFormat].flatMap(ClaimFormat.init(named:))
    let pairs = try arguments.pairs(of: .claimMap)
    let (date, patient) = (profile?.dateColumns ?? [], profile?.visitBy ?? [])
    let map = try rethrow(ClaimColumns.map(pairs, date: date, code: profile?.billed, patient: patient)) {
      .claimInput($0, path: input.name)
    }
    let readSize = input.readSize(atMost: 1 << 16)
    return try rethrow(
      ClaimInput(format, path: path.text, encoding, map, readSize: readSize, read: input.read)
    ) { .claimInput($0, path: input.name) }
  }

  /// The checks to make, and the findings that count as a failure.
  fileprivate func auditSelection(for book: RuleBook) throws(Failure) -> AuditSelection {
    let (only, skip, failOn) = (arguments[.only], arguments[.skip], arguments[.failOn])
    return try rethrow(AuditSelection(only: only, skip: skip, failOn: failOn, of: book)) {
      (unknown: UnknownCheck) in .unknownCheck(unknown)
    }
  }
}
