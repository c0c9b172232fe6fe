import BatchAdvice
import ClaimAudit
import ClaimFiles
import CodingRules

extension Command {
  static let audit = Command(
    id: .audit, group: .advice,
    summary: "list what a reviewer would question in a file of claims",
    operands: "[FILE|-]", operandKinds: [.file],
    examples: """
      cdtadvise audit claims.837  # every finding, grouped by claim; status 1 if one is an error
      cdtadvise audit lines.csv --map code=Proc --map date=DOS  # a table, two of its columns named
      cdtadvise audit claims.837 --skip needless-tooth --fail-on warning  # without one check, and stricter
      cdtadvise audit claims.837 --format sarif -o claims.sarif  # for an editor or continuous integration
      """,
    ownFlags: [.auditFormat, .claimFormat, .claimMap, .profile, .plan, .only, .skip, .failOn, .sorted],
    streams: true
  ) { run throws(Failure) in
    let path = run.arguments.operandWords.first?.path ?? (run.terminal.input.isTerminal ? nil : FilePath("-"))
    guard let path else { throw .fileMissing }
    let selection = try run.auditSelection()
    let book = try run.book()
    let plan = try run.plan()?.auditChecks(on: book.edition.reviewed) ?? []
    let checks = CompiledAudit(book, selection, more: plan)
    let input = try run.claims(in: path)
    let name = path.isStandardStream ? "standard input" : path.text
    run.remark(on: input, name)
    let job = AuditJob(checks: checks, order: run.arguments.has(.sorted) ? .sorted : .any)
    let report = AuditReport(run.auditFormat, file: name, audit: checks, version: Run.programVersion)
    let totals = try job.run(
      input, report, to: try ResultStream(run.arguments.path(.output), at: run.terminal))
    if !run.arguments.has(.quiet) {
      run.terminal.say(totals.summary.text(claims: totals.claims, skippedClaims: totals.skippedClaims))
    }
    return Outcome(text: nil, status: totals.summary.fails(selection) ? .findings : .done)
  }
}

extension Run {
  /// Finds out what a file is, and opens it.
  fileprivate func claims(in path: FilePath) throws(Failure) -> ClaimInput {
    let map = try claimMap()
    let input = try terminal.input(at: path)
    let start = try PeekedInput<Failure> { span throws(Failure) in try input.read(into: &span) }
    let format = arguments[.claimFormat].flatMap(ClaimFormat.init(named:))
    switch format ?? ClaimFormat(start.head, path: path.text) {
    case .x12: return .x12(start.read)
    case .workbook: throw .spreadsheet(path: input.name)
    case .utf16: throw .utf16(path: input.name)
    case .rows(let format):
      let source = RowSource<Failure>(format, readSize: input.readSize(atMost: 1 << 16), read: start.read)
      guard let (names, header) = try columns(source, input.name) else { return .x12(start.read) }
      let columns = try rethrow(ClaimColumns(names, map: map)) { .claimColumns($0, path: input.name) }
      return .table(source, columns, header)
    }
  }

  /// The names of a table's columns; nil when it is empty.
  private func columns(
    _ source: RowSource<Failure>, _ path: String
  ) throws(Failure) -> (names: [String], header: DelimitedHeader?)? {
    guard let start = try source.start(path) else { return nil }
    if let header = start.header { return (header.names, header) }
    return (try source.firstRow(after: nil, waits: true).map(\.name), nil)
  }

  /// The columns that `--map` names, and those of a profile.
  private func claimMap() throws(Failure) -> ClaimColumns.Map {
    let (words, profile) = (arguments.values(of: .claimMap).map(\.text), try storedProfile())
    return try rethrow(
      ClaimColumns.map(
        words, date: profile?.dateColumns ?? [], code: profile?.billed, patient: profile?.visitBy ?? [])
    ) { (bad: ClaimColumns.InvalidAssignment) in .badMapping(bad.word, fields: bad.fields) }
  }

  /// Says what the audit cannot see.
  fileprivate func remark(on input: ClaimInput, _ name: String) {
    guard case .table(_, let columns, _) = input else { return }
    if !columns.unread.isEmpty {
      let columns = columns.unread.prefix(20).map { "'\(excerpt($0))'" }.joined(separator: ", ")
      remark("\(printable(name)): columns that are not read: \(columns); name what they hold with --map")
    }
    if !columns.hasGroups {
      remark("\(printable(name)): no column names the claim or the patient, so each line is checked alone")
    }
  }

  /// The findings that are wanted, and those that count as a failure.
  fileprivate func auditSelection() throws(Failure) -> AuditSelection {
    let book = try self.book()
    var selection = try rethrow(AuditSelection(only: arguments[.only], skip: arguments[.skip], of: book)) {
      (unknown: UnknownCheck) in .unknown(.check, unknown.name, suggestion: unknown.suggestion)
    }
    if let severity = arguments[.failOn] { selection.failOn = VisitCheck.Severity(rawValue: severity) }
    return selection
  }

  fileprivate var auditFormat: AuditFormat { arguments[.auditFormat].flatMap(AuditFormat.init) ?? .text }
}
