/// A streaming check of claim lines against the rules.
///
/// For a sorted file, memory is bounded by the lines of one group; otherwise by the lines that
/// checks across lines involve.
package struct Auditor: ~Copyable {
  /// Whether the lines of each group are adjacent in the file.
  package enum Order: Sendable {
    case sorted, any
  }

  let audit: CompiledAudit
  /// The details the file has room for; others are not reported as missing.
  private let known: LineFacts
  private let order: Order
  private let reviewed: Period
  /// The index of the profile for each code, or one of the two below.
  private var profileNumbers: [Int32]
  private static let unknown: Int32 = -1
  /// The value for codes whose lines never lead to a finding.
  private static let quiet = -2
  private(set) var profiles: [CodeProfile] = []
  var kept = KeptLines()
  private var group = 0
  private var hasReportedReview = false
  private var seen: SeenGroups
  private var findings: [AuditFinding] = []
  /// The number of findings on completed groups.
  private var sortedCount = 0
  /// The counts so far.
  package private(set) var summary = AuditSummary()

  /// Creates an auditor.
  package init(_ audit: CompiledAudit, known: LineFacts, order: Order) {
    self.audit = audit
    (self.known, self.order) = (known, order)
    seen = SeenGroups(capacity: order == .sorted ? SeenGroups.usual : 1)
    reviewed = audit.book.edition.period
    profileNumbers = Array(repeating: Self.unknown, count: ClaimCode.count)
  }

  /// Adds the next line of the file.
  ///
  /// - Parameter claim: The id of its claim; empty if it has none.
  package mutating func add(_ line: AuditLine, claim: Span<UInt8>) {
    summary.lines &+= 1
    let lineGroup = line.group ?? ~summary.lines
    if order == .sorted, lineGroup != group { beginGroup(lineGroup, line, claim) }
    if line.day == nil, !line.isPlanned { report(.noDate, line, claim) }
    if line.units < 1 { report(.noUnits, line, claim) }
    guard let code = line.code else { return report(.noCode, line, claim) }
    if !hasReportedReview, let day = line.day, !reviewed.contains(day) {
      hasReportedReview = true
      report(.notReviewed(day), line, claim)
    }
    let number = profileNumber(code)
    if number == Self.quiet { return }
    examine(line, number, claim)
    if profiles[number].isKept {
      kept.add(
        line, group: line.isPlanned ? ~lineGroup : lineGroup, profile: number, order: summary.lines,
        claim: claim)
    }
  }

  /// Removes and returns the findings on completed groups, in file order.
  package mutating func takeFindings() -> [AuditFinding] {
    guard order == .sorted, sortedCount > 0 else { return [] }
    let rest = Array(findings[sortedCount...])
    defer { (findings, sortedCount) = (rest, 0) }
    findings.removeLast(rest.count)
    return findings
  }

  /// Ends the file and returns the remaining findings.
  package mutating func finish() -> [AuditFinding] {
    endGroup()
    defer { findings = [] }
    return findings
  }

  /// Counts a finding made by the caller; returns false if its check is not selected.
  package mutating func admit(_ finding: AuditFinding) -> Bool {
    guard audit.selection.includes(finding.check) else { return false }
    summary.count(finding)
    return true
  }

  private mutating func beginGroup(_ group: Int, _ line: AuditLine, _ claim: Span<UInt8>) {
    endGroup()
    self.group = group
    guard seen.isFirstToReturn(group) else { return }
    let finding = AuditFinding(unsortedAt: line, claim, order: summary.lines)
    if audit.selection.includes(finding.check) { add(finding) }
  }

  private mutating func endGroup() {
    defer { sortFindings() }
    if kept.isEmpty { return }
    for finding in audit.findings(in: &kept, profiles) { add(finding) }
    kept.removeAll()
  }

  /// Sorts the findings on the group by file order.
  private mutating func sortFindings() {
    if findings.count > sortedCount + 1 { findings[sortedCount...].sort { $0.order < $1.order } }
    sortedCount = findings.count
  }

  private mutating func add(_ finding: AuditFinding) {
    summary.count(finding)
    findings.append(finding)
  }

  @inline(__always)
  private mutating func profileNumber(_ code: ClaimCode) -> Int {
    let known = profileNumbers[code.index]
    return known == Self.unknown ? addProfile(code) : Int(known)
  }

  private mutating func addProfile(_ code: ClaimCode) -> Int {
    let profile = CodeProfile(code, audit)
    let number = profile.isQuiet ? Self.quiet : profiles.count
    if !profile.isQuiet { profiles.append(profile) }
    profileNumbers[code.index] = Int32(number)
    return number
  }
}

extension Auditor {
  private mutating func report(_ fault: LineFault, _ line: AuditLine, _ claim: Span<UInt8>) {
    guard audit.selection.includes(fault.check.rawValue) else { return }
    add(AuditFinding(fault, line, claim, order: summary.lines, book: audit.book))
  }

  /// Checks a single line against the rules for its code.
  private mutating func examine(_ line: AuditLine, _ number: Int, _ claim: Span<UInt8>) {
    let (since, until) = (profiles[number].since, profiles[number].until)
    if let day = line.day, since != .min || until != .max {
      let days = day.daysSince1970
      if days < since || days > until, let code = audit.book.code(profiles[number].id) {
        let period = code.life.period
        if let first = period.from, day < first { report(.before(first, of: code, on: day), line, claim) }
        if let last = period.through, day > last { report(.after(last, of: code, on: day), line, claim) }
      }
    }
    for test in profiles[number].tests where isMet(test.condition, by: line) {
      add(AuditFinding(test, line, claim, order: summary.lines, code: profiles[number].id))
    }
  }

  private func isMet(_ condition: CompiledAudit.LineTest.Condition, by line: AuditLine) -> Bool {
    switch condition {
    case .lacks(let facts): known.isSuperset(of: facts) && line.facts.isDisjoint(with: facts)
    case .has(let facts): !line.facts.isDisjoint(with: facts)
    case .areas(let areas): !line.areas.isDisjoint(with: areas)
    }
  }
}
